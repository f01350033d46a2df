import Addresses
import Engine
import Foundation
import Furniture
import Ledger
import Phrases
import Rulebook

extension FrontDesk {
    /// The visitor's own sign-in: password and authenticator, kept lists.
    func credentialsPage(
        _ visitor: Visitor, _ session: Sessions.Session, complaint: String? = nil, made: String? = nil
    ) async -> Page {
        var views: [(name: String, address: String)] = []
        var tokens: [Credentials.Token] = []
        var isSet = false
        if let account = visitor.account {
            views = (try? await credentials.views(of: account)) ?? []
            isSet = (try? await credentials.has(account)) ?? false
            tokens = (try? await credentials.tokens(of: account, now: realNow)) ?? []
        }
        let zone = await view(of: visitor).picture.zone
        return credentialsPage(visitor, session, views, tokens, zone, isSet: isSet, complaint: complaint, made: made)
    }

    private func credentialsPage(
        _ visitor: Visitor, _ session: Sessions.Session, _ views: [(name: String, address: String)], _ tokens: [Credentials.Token],
        _ zone: TimeZone, isSet: Bool, complaint: String?, made: String?
    ) -> Page {
        let phrases = visitor.phrases
        return Page(phrases("credentials.title"), isLive: false) { html in
            if let complaint { html.element(.p, [.class("errors"), .role("alert")], complaint) }
            if let account = visitor.account {
                enrolment(account, session, isSet: isSet, phrases, &html)
                self.tokens(tokens, zone, session, made, phrases, &html)
            } else {
                html.element(.p, phrases("credentials.opener"))
            }
            guard !views.isEmpty else { return }
            html.element(.h2, phrases("views.title"))
            html.element(.ul) { html in for view in views { html.element(.li) { keptView(view, session, phrases, &$0) } } }
        }
    }

    /// Where a token for a program is made; of one that was just made, the token, told only now.
    private func tokens(
        _ standing: [Credentials.Token], _ zone: TimeZone, _ session: Sessions.Session, _ made: String?, _ phrases: Phrases,
        _ html: inout HTML
    ) {
        html.element(.h2, phrases("token.title"))
        if let made {
            html.element(.div, [.class("receipt"), .role("status")]) { html in
                html.element(.p, phrases("token.made"))
                html.element(.p) { $0.element(.code, made) }
            }
        }
        html.element(.p, phrases("token.explain"))
        if !standing.isEmpty {
            html.element(.ul, [.class("tokens")]) { html in
                for token in standing { html.element(.li) { self.token(token, zone, session, phrases, &$0) } }
            }
        }
        html.element(.form, [.class("sign-in"), .action(.credentials), .method(.post)]) { html in
            html.void(.input, [.type("hidden"), .name("token"), .value(session.formToken)])
            Self.field(
                "token-name", phrases("token.name"), "text", [.required, .maxlength(ServerBounds.tokenName), .autocomplete("off")], &html)
            html.element(.div, [.class("field")]) { html in
                html.element(.label, [.for("scope")], phrases("token.scope"))
                html.element(.select, [.id("scope"), .name("scope")]) { html in
                    for scope in Credentials.Scope.allCases {
                        html.element(.option, [.value(scope.rawValue)], phrases("token.scope.\(scope.rawValue)"))
                    }
                }
            }
            html.element(.button, [.type("submit"), .name("act"), .value("token")], phrases("token.make"))
        }
    }

    /// One token that stands: what it is for, until when, and the button that ends it.
    private func token(
        _ token: Credentials.Token, _ zone: TimeZone, _ session: Sessions.Session, _ phrases: Phrases, _ html: inout HTML
    ) {
        html.element(.form, [.class("keep"), .action(.credentials), .method(.post)]) { html in
            html.void(.input, [.type("hidden"), .name("token"), .value(session.formToken)])
            html.void(.input, [.type("hidden"), .name("number"), .value(String(token.number))])
            html.element(.bdi, token.name)
            let ends = Moment(token.ends.adding(minutes: -1), in: zone)
            html.text(" · \(phrases("token.scope.\(token.scope.rawValue)")) · ")
            html.element(.time, [.datetime(ends)], phrases("token.until", [Fact("day", ends.day)]))
            html.text(" ")
            html.element(.button, [.type("submit"), .class("plain"), .name("act"), .value("revoke")], phrases("token.revoke"))
        }
    }

    /// A token for a program, to the end of the ninetieth day.
    private func makeToken(_ form: Form, _ account: String, _ visitor: Visitor, _ session: Sessions.Session, _ reader: Reader) async throws
        -> Answer
    {
        guard !session.isStale(at: realNow) else { return .proofNeeded }
        guard let scope = form["scope"].flatMap(Credentials.Scope.init) else {
            return await refused(.badRequest, "error.form", visitor, at: .credentials)
        }
        let name = form["token-name"]?.trimmed ?? ""
        guard (1...ServerBounds.tokenName).contains(name.count), name.utf8.count <= 4 * ServerBounds.tokenName else {
            let complaint = reader.phrases("token.name_length", [Fact("most", ServerBounds.tokenName)])
            return document(await credentialsPage(visitor, session, complaint: complaint), for: reader, .refused)
        }
        let zone = reader.picture.zone
        let ends = zone.start(of: zone.day(at: clockNow).adding(days: 91))
        let token = try await credentials.issue(name, to: account, scope: scope, ends: ends)
        try await credentials.log(.tokenMade, of: account, from: visitor.peer, at: clockNow)
        await notices?.tell(account, .tokenMade, in: reader.picture)
        return document(await credentialsPage(visitor, session, made: token), for: reader)
    }

    private func enrolment(_ account: String, _ session: Sessions.Session, isSet: Bool, _ phrases: Phrases, _ html: inout HTML) {
        html.element(.h2, phrases("credentials.set"))
        html.element(.p, [.role("status")], phrases(isSet ? "credentials.is_set" : "credentials.is_not_set"))
        html.element(.p, phrases("credentials.explain", [Fact("shortest", Credentials.shortest)]))
        html.element(.form, [.class("sign-in"), .action(.credentials), .method(.post)]) { html in
            html.void(.input, [.type("hidden"), .name("token"), .value(session.formToken)])
            Self.field("account", phrases("kind.account"), "text", [.value(account), .autocomplete("username"), .readonly], &html)
            Self.field("password", phrases("sign.password"), "password", [.required, .autocomplete("new-password")], &html)
            html.element(.p) { html in
                html.text(phrases("credentials.secret") + " ")
                html.element(.code, Secret.grouped(Base32.text(session.secret)))
            }
            Self.field(
                "time-code", phrases("sign.time_code"), "text",
                [.required, .autocomplete("one-time-code"), .inputmode("numeric"), .maxlength(8)], &html)
            html.element(.button, [.type("submit")], phrases("form.save"))
        }
    }

    private func keptView(
        _ view: (name: String, address: String), _ session: Sessions.Session, _ phrases: Phrases, _ html: inout HTML
    ) {
        guard let address = Address(view.address) else { return }
        html.element(.form, [.class("keep"), .action(.views), .method(.post)]) { html in
            html.void(.input, [.type("hidden"), .name("token"), .value(session.formToken)])
            html.void(.input, [.type("hidden"), .name("name"), .value(view.name)])
            html.element(.a, [.href(address)], view.name)
            html.element(.button, [.type("submit"), .class("plain"), .name("act"), .value("drop")], phrases("views.drop"))
        }
    }

    /// Sets the visitor's password and authenticator; the authenticator proves that it has taken the secret.
    func enrol(_ form: Form, _ visitor: Visitor, _ session: Sessions.Session) async throws -> Answer {
        let reader = reader(visitor, await view(of: visitor), at: .credentials)
        guard let account = visitor.account else { return await refused(.forbidden, "error.form", visitor, at: .credentials) }
        if form["act"] == "token" { return try await makeToken(form, account, visitor, session, reader) }
        if form["act"] == "revoke" {
            try await credentials.revoke(form["number"].flatMap { Int64($0) } ?? 0, of: account)
            try await credentials.log(.tokenEnded, of: account, from: visitor.peer, at: clockNow)
            return .seeOther(.credentials)
        }
        if try await credentials.has(account), session.isStale(at: realNow) { return .proofNeeded }
        guard let step = TimeCode.step(of: form["time-code"] ?? "", secret: session.secret, now: clockNow, after: 0) else {
            return document(
                await credentialsPage(visitor, session, complaint: reader.phrases("credentials.wrong_code")), for: reader, .refused)
        }
        do {
            try await credentials.set(
                account, password: form["password"] ?? "", secret: session.secret, used: step, letInBy: session.letInBy)
        } catch let weakness as Credentials.Weakness {
            let why = reader.phrases("credentials.\(weakness.rawValue)", [Fact("shortest", Credentials.shortest)])
            return document(await credentialsPage(visitor, session, complaint: why), for: reader, .refused)
        }
        // Whoever was signed in with what was before is not any more; who has just set it goes on.
        try await shutOut(account)
        try await credentials.log(.signInSet, of: account, by: session.letInBy.first ?? "", from: visitor.peer, at: clockNow)
        await notices?.tell(account, .signInSet, in: reader.picture)
        let browser = try await credentials.remember(browser: nil, of: account, at: clockNow)
        let token = await sessions.start(.account(account), visitor.phrases.language, realNow, letInBy: session.letInBy)
        var answer = Answer.seeOther(.credentials, cookie: .session(token))
        answer.browser = browser
        return answer
    }
}
