import Addresses
import Engine
import Furniture
import Ledger
import Mounting
import Phrases
import Rulebook

/// Who looks after the installation.
extension FrontDesk {
    /// Who may sign in, with what they may do; and how they are let in and shut out.
    func administrationPage(
        for reader: Reader, _ visitor: Visitor, code: (account: String, code: String)? = nil, secret: String? = nil,
        complaint: String? = nil
    ) async -> Page? {
        guard reader.sight.administers else { return nil }
        let accounts = house.accounts.all(in: reader.picture).filter { reader.sees($0.reference) }
        var enrolled: Set<String> = []
        for account in accounts where (try? await credentials.has(account.code)) ?? false { enrolled.insert(account.code) }
        let known = enrolled
        let listening = await feed.listening
        let standing = (try? await credentials.hooks()) ?? []
        let letters = await lettersLine(reader)
        return Page(reader.phrases("page.administration"), isLive: false) { html in
            if let complaint { html.element(.p, [.class("errors"), .role("alert")], complaint) }
            if let code {
                html.element(.div, [.class("receipt"), .role("status")]) { html in
                    html.element(.p, reader.phrases("administration.invited", [Fact("account", code.account)]))
                    html.element(.p) { $0.element(.code, code.code) }
                }
            }
            html.element(.p, reader.phrases("administration.listening", [Fact("count", listening)]))
            html.element(.p, letters)
            html.element(.p, [.class("acts")]) { html in
                html.element(.a, [.href(.new(file: house.accounts.kind.file))], reader.phrases("administration.new_account"))
                html.element(.a, [.href(.new(file: house.accounts.powers.file))], reader.phrases("administration.new_grant"))
                html.element(.a, [.href(.packs)], reader.phrases("packs.title"))
                html.element(.a, [.href(.proof)], reader.phrases("page.proof"))
            }
            html.element(.div, [.class("scroll"), .role("region"), .aria(.label, reader.phrases("kind.account.many")), .tabbed]) { html in
                html.element(.table, [.class("list")]) { html in
                    heading(reader, &html)
                    html.element(.tbody) { html in
                        for account in accounts { line(account, isEnrolled: known.contains(account.code), reader, &html) }
                    }
                }
            }
            hooksPart(standing, secret: secret, reader, &html)
        }
    }

    private func heading(_ reader: Reader, _ html: inout HTML) {
        html.element(.thead) { html in
            html.element(.tr) { html in
                for key in ["kind.account", "administration.rights", "administration.sign_in", "administration.acts"] {
                    html.element(.th, [.scope("col")], reader.phrases(key))
                }
            }
        }
    }

    private func line(_ account: KnownAccount, isEnrolled: Bool, _ reader: Reader, _ html: inout HTML) {
        let rights = house.rights(of: account.code, in: reader.picture, at: reader.now)
        html.element(.tr) { html in
            html.element(.th, [.scope("row")]) { html in
                reader.link(to: account.reference, &html)
            }
            html.element(.td) { html in
                guard let rights else { return html.text(reader.phrases("field.account.closed")) }
                html.text(rights.desks.sorted().map { reader.phrases("desk.\($0)") }.joined(separator: ", "))
                html.element(
                    .p, [.class("quiet")], reader.phrases("administration.up_to", [Fact("ceiling", .word(rights.ceiling.rawValue))]))
                if rights.administers { html.element(.p, reader.phrases("field.grant.administers")) }
                if rights.audits { html.element(.p, reader.phrases("field.grant.audits")) }
            }
            html.element(.td, reader.phrases(isEnrolled ? "administration.by_password" : "administration.by_code"))
            html.element(.td) { html in
                button(.invite(account: account.code), "administration.invite", reader, &html)
                button(.endSessions(account: account.code), "administration.end_sessions", reader, &html)
            }
        }
    }

    private func button(_ address: Address, _ phrase: String, _ reader: Reader, _ html: inout HTML) {
        html.element(.form, [.action(address), .method(.post)]) { html in
            token(reader, &html)
            html.element(.button, [.type("submit"), .class("plain")], reader.phrases(phrase))
        }
    }

    /// A code that lets an account's holder in once; told on the page and nowhere else.
    func invite(_ account: String, _ visitor: Visitor, _ session: Sessions.Session) async throws -> Answer {
        let view = await view(of: visitor)
        let reader = reader(visitor, view, at: .administration)
        guard visitor.rights.administers, knows(account, reader),
            house.rights(of: account, in: view.picture, at: view.now) != nil
        else {
            return await refused(.notFound, "error.not_found", visitor)
        }
        // Where they have a sign-in already, a code goes round their password and their authenticator: that takes two.
        let name = try await credentials.has(account) ? house.accounts.invitingAgain : house.accounts.inviting
        let request = ActRequest(
            act: name, by: visitor.authority(at: realNow), proposals: [.init(kind: house.accounts.kind.code, code: account)])
        switch await served.perform(request) {
        case .success(let receipt):
            if let instead = try await settle(receipt, visitor) { return instead }
            // Nothing written is nothing allowed: two invitations within one second are not a second officer.
            guard !receipt.wasWritten else { return .seeOther(.administration) }
            return try await letIn(account, visitor)
        case .failure(.needsProof): return .proofNeeded
        case .failure(let denial): return told(lines(denial, reader), .administration, reader, .refused)
        }
    }

    /// A code that lets an account's holder in once: told on this page and kept nowhere.
    func letIn(_ account: String, _ visitor: Visitor) async throws -> Answer {
        let reader = reader(visitor, await served.now(), at: .administration)
        let code = await sessions.invite(.account(account), by: visitor.hands, now: realNow)
        try await credentials.log(.codeMade, of: account, by: visitor.account ?? "", from: visitor.peer, at: clockNow)
        await notices?.tell(account, .invited, in: reader.picture)
        guard let page = await administrationPage(for: reader, visitor, code: (account, Secret.grouped(code))) else {
            return Answer(.notFound)
        }
        return document(page, for: reader)
    }

    /// Ends all sessions of an account and closes its open pages.
    func endSessions(of account: String, _ visitor: Visitor, _ session: Sessions.Session) async throws -> Answer {
        let reader = reader(visitor, await view(of: visitor), at: .administration)
        guard visitor.rights.administers, knows(account, reader) else { return await refused(.notFound, "error.not_found", visitor) }
        try await shutOut(account)
        try await credentials.log(.sessionsEnded, of: account, by: visitor.account ?? "", from: visitor.peer, at: clockNow)
        await notices?.tell(account, .sessionsEnded, in: reader.picture)
        return .seeOther(.administration)
    }

    private func knows(_ account: String, _ reader: Reader) -> Bool {
        house.accounts.account(account, in: reader.picture).map { reader.sees($0.reference) } ?? false
    }
}
