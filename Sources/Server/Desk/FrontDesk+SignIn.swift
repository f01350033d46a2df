import Addresses
import Engine
import Furniture
import Ledger
import Mounting
import Phrases
import Rulebook

extension FrontDesk {
    /// By a one-time code, or by password and authenticator. What was wrong is not told: neither whether there is such an account, nor
    /// which of its proofs failed.
    func signIn(_ visit: Visit, _ visitor: Visitor) async -> Answer {
        let language = visitor.phrases.language
        do {
            let token: String
            var browser: String?
            if let account = visit.form["account"]?.trimmed, !account.isEmpty {
                let proved = try await prove(account, visit, language)
                token = proved.session
                browser = proved.browser
            } else {
                token = try await sessions.signIn(code: visit.form["code"] ?? "", from: visit.peer, language: language, now: realNow)
                let session = await sessions.session(token, now: realNow)
                if case .account(let holder)? = session?.holder {
                    try await credentials.log(.signedInByCode, of: holder, by: session?.letInBy.first ?? "", from: visit.peer, at: clockNow)
                    browser = try await credentials.remember(browser: visit.browser, of: holder, at: clockNow)
                }
            }
            if let before = visitor.session { await sessions.end(before.key) }
            var answer = Answer.seeOther(.readiness, cookie: .session(token))
            answer.browser = browser
            return answer
        } catch let refusal as Sessions.Refusal {
            return await signInPage(visitor, refusal: refusal, account: visit.form["account"] ?? "")
        } catch {
            return await refused(.unavailable, "error.journal", visitor)
        }
    }

    private func prove(_ account: String, _ visit: Visit, _ language: Language) async throws -> (session: String, browser: String) {
        let isKnown = try await credentials.knows(browser: visit.browser, of: account)
        let known = isKnown ? visit.browser.map(Secret.hash) : nil
        guard await sessions.begin(account, from: visit.peer, knownBrowser: known, now: realNow) else {
            throw Sessions.Refusal.tooManyTries
        }
        let outcome = try await credentials.prove(
            account, password: visit.form["password"] ?? "", code: visit.form["time-code"] ?? "", now: clockNow, isKnown: isKnown)
        guard outcome != .busy else { throw Sessions.Refusal.busy }
        try await noteWrong(outcome, .wrong, of: account, from: visit.peer)
        let view = await served.now()
        guard outcome == .right, house.rights(of: account, in: view.picture, at: view.now) != nil else {
            throw Sessions.Refusal.wrong
        }
        await sessions.succeeded(account, from: visit.peer, knownBrowser: known)
        try await credentials.log(.signedIn, of: account, from: visit.peer, at: clockNow)
        let browser = try await credentials.remember(browser: visit.browser, of: account, at: clockNow)
        // Whoever let them in may have set the password themselves.
        return (await sessions.start(.account(account), language, realNow, letInBy: try await credentials.letIn(account)), browser)
    }

    /// Writes down that somebody was wrong about an account that has a password, and that it is closed to passwords since.
    func noteWrong(_ outcome: Credentials.Outcome, _ matter: Credentials.Matter, of account: String, from peer: String) async throws {
        guard case .wrong(let inRow) = outcome else { return }
        try await credentials.log(matter, of: account, from: peer, at: clockNow)
        guard [Credentials.mostWrong, Credentials.mostWrongKnown].contains(inRow) else { return }
        try await credentials.log(.closed, of: account, from: peer, at: clockNow)
        await notices?.tell(account, .signInClosed, in: await served.now().picture)
    }

    private static func words(of refusal: Sessions.Refusal) -> String {
        switch refusal {
        case .wrong: "sign.wrong"
        case .tooManyTries: "sign.too_many"
        case .busy: "sign.busy"
        }
    }

    func signInPage(_ visitor: Visitor, refusal: Sessions.Refusal?, account: String = "") async -> Answer {
        let phrases = visitor.phrases
        let reader = reader(visitor, await served.now(), at: .signIn)
        let page = Page(phrases("sign.title"), isLive: false) { html in
            if let refusal {
                html.element(.p, [.class("errors"), .role("alert")], phrases(FrontDesk.words(of: refusal)))
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

    static func field(_ name: String, _ label: String, _ type: String, _ attributes: [Attribute], _ html: inout HTML) {
        html.element(.div, [.class("field")]) { html in
            html.element(.label, [.for(name)], label)
            html.void(.input, [.type(type), .id(name), .name(name)] + attributes)
        }
    }
}
