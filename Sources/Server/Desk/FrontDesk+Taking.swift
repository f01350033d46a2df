import Addresses
import Engine
import Furniture
import Ledger
import Mounting
import Phrases
import Rulebook

extension FrontDesk {
    /// What a visitor sends. Another site's form is refused by where it comes from, and by the token that only our pages carry.
    func take(_ visit: Visit, at address: Address, from visitor: Visitor) async -> Answer {
        guard visit.origin == nil || visit.origin == "same-origin" || visit.origin == "none" else {
            return await refused(.forbidden, "error.form", visitor)
        }
        guard !visit.form.isTooLarge else {
            return await refused(.refused, "error.form_large", visitor, [Fact("most", ServerBounds.fields)])
        }
        switch address {
        case .signIn: return await signIn(visit, visitor)
        case .language: return await chooseLanguage(visit, visitor)
        default: break
        }
        guard let session = visitor.session else { return .seeOther(.signIn) }
        guard visit.form["token"] == session.formToken else { return await refused(.forbidden, "error.form", visitor, at: address) }
        do {
            return try await takeProved(visit.form, at: address, from: visitor, session)
        } catch let failure as JournalFailure {
            return await refused(
                .unavailable, "error.journal", visitor, at: address, [Fact("why", Voice(visitor.phrases).failure(failure))])
        } catch {
            // What cannot be said in the visitor's words is a fault of the disk under the credentials.
            return await refused(.unavailable, "error.journal", visitor, at: address)
        }
    }

    /// What was sent is not lost to the question who sends it: it waits in the page that asks.
    private func takeProved(
        _ form: Form, at address: Address, from visitor: Visitor, _ session: Sessions.Session
    ) async throws -> Answer {
        var (visitor, session) = (visitor, session)
        if bringsProof(form) {
            if let refusal = try await prove(form, at: address, visitor, session) { return refusal }
            if case .confirm(let back) = address { return .seeOther(Address(back) ?? .readiness) }
            guard let token = visitor.token, let proved = await sessions.session(token, now: realNow),
                let known = Visitor(proved, token: token, house, await served.now(), visitor.phrases, peer: visitor.peer)
            else { return .seeOther(.signIn) }
            (visitor, session) = (known, proved)
        }
        let answer = try await takeKnown(form, at: address, from: visitor, session)
        guard answer.needsProof else { return answer }
        // A new password is not carried through another page.
        guard !form.has("password") else { return .seeOther(.confirm(back: address.text)) }
        return await ask(visitor, before: form, at: address)
    }

    private func takeKnown(
        _ form: Form, at address: Address, from visitor: Visitor, _ session: Sessions.Session
    ) async throws -> Answer {
        switch address {
        case .signOut:
            await sessions.end(session.key)
            await feed.close(session.key)
            if let account = visitor.account { try await credentials.log(.signedOut, of: account, from: visitor.peer, at: clockNow) }
            return .seeOther(.signIn, cookie: .noSession)
        case .new(let file): return try await write(form, file: file, code: nil, visitor, at: address)
        case .edit(let record): return try await write(form, file: record.file, code: record.code, visitor, at: address)
        case .attach(let place): return try await attach(form, place, visitor)
        case .act(let act): return try await perform(form, act, visitor)
        case .bulk(let file): return try await writeMany(form, file: file, visitor, at: address)
        case .undo(let entry): return try await takeBack(entry, visitor, at: address)
        case .take(let file): return try await takeSheet(form, file: file, visitor, at: address)
        case .askExport(let query): return try await askExport(query, form, visitor)
        case .export(let code): return try await fetch(code, form, visitor)
        case .packs: return try await takePack(form, visitor, session, at: address)
        case .page(let page): return await wish(form, to: page, visitor, at: address)
        case .views: return try await keepView(form, visitor)
        case .credentials: return try await enrol(form, visitor, session)
        case .hooks: return try await changeHooks(form, visitor, session)
        case .invite(let account): return try await invite(account, visitor, session)
        case .endSessions(let account): return try await endSessions(of: account, visitor, session)
        default: return await refused(.notFound, "error.not_found", visitor, at: address)
        }
    }

    private func chooseLanguage(_ visit: Visit, _ visitor: Visitor) async -> Answer {
        guard let language = languages.map(\.language).first(where: { $0.rawValue == visit.form["language"] }) else {
            return await refused(.badRequest, "error.form", visitor)
        }
        let back = visit.form["back"].flatMap { Address($0) } ?? .readiness
        if let token = visitor.token, let session = visitor.session {
            guard visit.form["token"] == session.formToken else { return await refused(.forbidden, "error.form", visitor) }
            await sessions.choose(language, for: token)
        }
        return .seeOther(back, cookie: .language(language.rawValue))
    }
}
