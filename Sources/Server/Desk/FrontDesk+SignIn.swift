import Addresses
import Furniture
import House
import Ledger
import Phrases
import Rulebook

extension FrontDesk {
    /// By a one-time code, or by password and authenticator. What was wrong is not told: neither whether there is such an account, nor
    /// which of its proofs failed.
    func signIn(_ visit: Visit, _ visitor: Visitor) async -> Answer {
        let language = visitor.phrases.language
        do {
            let token: String
            if let account = visit.form["account"]?.trimmed, !account.isEmpty {
                token = try await prove(account, visit, language)
            } else {
                token = try await sessions.signIn(code: visit.form["code"] ?? "", from: visit.peer, language: language, now: realNow)
            }
            if let before = visitor.session { await sessions.end(before.key) }
            return .seeOther(.readiness, cookie: .session(token))
        } catch let refusal as Sessions.Refusal {
            return await signInPage(visitor, refusal: refusal, account: visit.form["account"] ?? "")
        } catch {
            return await refused(.unavailable, "error.journal", visitor)
        }
    }

    private func prove(_ account: String, _ visit: Visit, _ language: Language) async throws -> String {
        guard await sessions.mayTry(account, from: visit.peer, now: realNow) else { throw Sessions.Refusal.tooManyTries }
        // A try counts from its beginning: many at once are no way round the limit.
        await sessions.failed(account, from: visit.peer, now: realNow)
        let isProved = try await credentials.prove(
            account, password: visit.form["password"] ?? "", code: visit.form["time-code"] ?? "", now: realNow)
        let view = await hall.now()
        guard isProved, Rights.of(account, in: view.picture, on: view.picture.zone.day(at: view.now)) != nil else {
            throw Sessions.Refusal.wrong
        }
        await sessions.succeeded(account, from: visit.peer)
        return await sessions.start(.account(account), language, realNow)
    }

    func signInPage(_ visitor: Visitor, refusal: Sessions.Refusal?, account: String = "") async -> Answer {
        let phrases = visitor.phrases
        let reader = reader(visitor, await hall.now(), at: .signIn)
        let page = Page(phrases("sign.title"), isLive: false) { html in
            if let refusal {
                html.element(.p, [.class("errors"), .role("alert")], phrases(refusal == .wrong ? "sign.wrong" : "sign.too_many"))
            }
            html.element(.form, [.class("sign-in"), .action(.signIn), .method(.post)]) { html in
                html.element(.h2, phrases("sign.by_code"))
                html.element(.p, phrases("sign.explain"))
                Self.field("code", phrases("sign.code"), "text", [.required, .autocomplete("one-time-code"), .maxlength(64)], &html)
                html.element(.button, [.type("submit")], phrases("sign.submit"))
            }
            html.element(.form, [.class("sign-in"), .action(.signIn), .method(.post)]) { html in
                html.element(.h2, phrases("sign.by_password"))
                Self.field("account", phrases("kind.account"), "text", [.required, .autocomplete("username"), .value(account)], &html)
                Self.field("password", phrases("sign.password"), "password", [.required, .autocomplete("current-password")], &html)
                Self.field(
                    "time-code", phrases("sign.time_code"), "text",
                    [.required, .autocomplete("one-time-code"), .inputmode("numeric"), .maxlength(8)], &html)
                html.element(.button, [.type("submit")], phrases("sign.submit"))
            }
        }
        let status: Answer.Status = refusal == .tooManyTries ? .tooMany : refusal == nil ? .fine : .forbidden
        return document(page, for: reader, status)
    }

    /// The visitor proves again to be themselves; then they go on to where they were.
    func confirmPage(_ back: String, _ visitor: Visitor, isWrong: Bool = false) async -> Page {
        var hasPassword = false
        if let account = visitor.account { hasPassword = (try? await credentials.has(account)) ?? true }
        return confirmPage(back, visitor, isWrong, hasPassword: hasPassword)
    }

    private func confirmPage(_ back: String, _ visitor: Visitor, _ isWrong: Bool, hasPassword: Bool) -> Page {
        let phrases = visitor.phrases
        let formToken = visitor.session?.formToken ?? ""
        return Page(phrases("confirm.title"), isLive: false) { html in
            guard visitor.account != nil else { return html.element(.p, phrases("confirm.opener")) }
            guard hasPassword else {
                html.element(.p, phrases("confirm.no_password"))
                return html.element(.p) { $0.element(.a, [.href(.credentials)], phrases("credentials.title")) }
            }
            if isWrong { html.element(.p, [.class("errors"), .role("alert")], phrases("sign.wrong")) }
            html.element(.p, phrases("confirm.explain"))
            html.element(.form, [.class("sign-in"), .action(.confirm(back: back)), .method(.post)]) { html in
                html.void(.input, [.type("hidden"), .name("token"), .value(formToken)])
                Self.field("password", phrases("sign.password"), "password", [.required, .autocomplete("current-password")], &html)
                Self.field(
                    "time-code", phrases("sign.time_code"), "text",
                    [.required, .autocomplete("one-time-code"), .inputmode("numeric"), .maxlength(8)], &html)
                html.element(.button, [.type("submit")], phrases("confirm.submit"))
            }
            html.element(.p) { $0.element(.a, [.href(.credentials)], phrases("credentials.title")) }
        }
    }

    func confirm(_ form: Form, back: String, _ visitor: Visitor, _ session: Sessions.Session) async throws -> Answer {
        let address = Address.confirm(back: back)
        let reader = reader(visitor, await hall.now(), at: address)
        guard let account = visitor.account else { return document(await confirmPage(back, visitor), for: reader, .forbidden) }
        guard await sessions.mayTry(account, from: visitor.peer, now: realNow) else {
            return await refused(.tooMany, "error.too_many", visitor, at: address)
        }
        await sessions.failed(account, from: visitor.peer, now: realNow)
        let isProved = try await credentials.prove(
            account, password: form["password"] ?? "", code: form["time-code"] ?? "", now: realNow)
        guard isProved else { return document(await confirmPage(back, visitor, isWrong: true), for: reader, .forbidden) }
        await sessions.succeeded(account, from: visitor.peer)
        await sessions.prove(session.key, now: realNow)
        return .seeOther(Address(back) ?? .readiness)
    }

    static func field(_ name: String, _ label: String, _ type: String, _ attributes: [Attribute], _ html: inout HTML) {
        html.element(.div, [.class("field")]) { html in
            html.element(.label, [.for(name)], label)
            html.void(.input, [.type(type), .id(name), .name(name)] + attributes)
        }
    }
}
