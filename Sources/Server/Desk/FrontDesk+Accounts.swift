import Addresses
import Furniture
import House
import Ledger
import Phrases
import Rulebook

extension FrontDesk {
    /// The visitor's own sign-in: password and authenticator, kept lists.
    func credentialsPage(
        _ visitor: Visitor, _ session: Sessions.Session, complaint: String? = nil, made: String? = nil
    ) async -> Page {
        let phrases = visitor.phrases
        var kept: [(name: String, address: String)] = []
        if let account = visitor.account { kept = (try? await credentials.views(of: account)) ?? [] }
        let views = kept
        return Page(phrases("credentials.title"), isLive: false) { html in
            if let complaint { html.element(.p, [.class("errors"), .role("alert")], complaint) }
            if let account = visitor.account {
                enrolment(account, session, phrases, &html)
                tokens(session, made, phrases, &html)
            } else {
                html.element(.p, phrases("credentials.opener"))
            }
            guard !views.isEmpty else { return }
            html.element(.h2, phrases("views.title"))
            html.element(.ul) { html in for view in views { html.element(.li) { keptView(view, session, phrases, &$0) } } }
        }
    }

    /// Where a token for a program is made; of one that was just made, the token, told only now.
    private func tokens(_ session: Sessions.Session, _ made: String?, _ phrases: Phrases, _ html: inout HTML) {
        html.element(.h2, phrases("token.title"))
        if let made {
            html.element(.div, [.class("receipt"), .role("status")]) { html in
                html.element(.p, phrases("token.made"))
                html.element(.p) { $0.element(.code, made) }
            }
        }
        html.element(.p, phrases("token.explain"))
        html.element(.form, [.class("sign-in"), .action(.credentials), .method(.post)]) { html in
            html.void(.input, [.type("hidden"), .name("token"), .value(session.formToken)])
            Self.field("token-name", phrases("token.name"), "text", [.required, .maxlength(80), .autocomplete("off")], &html)
            html.element(.div, [.class("field")]) { html in
                html.element(.label, [.for("scope")], phrases("token.scope"))
                html.element(.select, [.id("scope"), .name("scope")]) { html in
                    for scope in Credentials.scopes { html.element(.option, [.value(scope)], phrases("token.scope.\(scope)")) }
                }
            }
            html.element(.button, [.type("submit"), .name("act"), .value("token")], phrases("token.make"))
        }
    }

    /// A token for a program, for ninety days.
    private func makeToken(_ form: Form, _ account: String, _ visitor: Visitor, _ session: Sessions.Session, _ reader: Reader) async throws
        -> Answer
    {
        guard !session.isStale(at: realNow) else { return .seeOther(.confirm(back: Address.credentials.text)) }
        guard let scope = form["scope"], Credentials.scopes.contains(scope) else {
            return await refused(.badRequest, "error.form", visitor, at: .credentials)
        }
        let token = try await credentials.issue(
            form["token-name"]?.trimmed ?? "", to: account, scope: scope, ends: realNow.adding(minutes: 90 * 24 * 60))
        return document(await credentialsPage(visitor, session, made: token), for: reader)
    }

    private func enrolment(_ account: String, _ session: Sessions.Session, _ phrases: Phrases, _ html: inout HTML) {
        html.element(.h2, phrases("credentials.set"))
        html.element(.p, phrases("credentials.explain", [Fact("shortest", Credentials.shortest)]))
        html.element(.form, [.class("sign-in"), .action(.credentials), .method(.post)]) { html in
            html.void(.input, [.type("hidden"), .name("token"), .value(session.formToken)])
            html.void(
                .input,
                [
                    .type("text"), .name("account"), .value(account), .autocomplete("username"), .class("quiet"),
                    .aria(.label, phrases("kind.account")),
                ])
            Self.field("password", phrases("sign.password"), "password", [.required, .autocomplete("new-password")], &html)
            html.element(.p) { html in
                html.text(phrases("credentials.secret") + " ")
                html.element(.code, Base32.text(session.secret))
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
        let reader = reader(visitor, await hall.now(), at: .credentials)
        guard let account = visitor.account else { return await refused(.forbidden, "error.form", visitor, at: .credentials) }
        if form["act"] == "token" { return try await makeToken(form, account, visitor, session, reader) }
        if try await credentials.has(account), session.isStale(at: realNow) { return .seeOther(.confirm(back: Address.credentials.text)) }
        guard let step = TimeCode.step(of: form["time-code"] ?? "", secret: session.secret, now: realNow, after: 0) else {
            return document(
                await credentialsPage(visitor, session, complaint: reader.phrases("credentials.wrong_code")), for: reader, .refused)
        }
        do {
            try await credentials.set(account, password: form["password"] ?? "", secret: session.secret, used: step)
        } catch let weakness as Credentials.Weakness {
            let why = reader.phrases("credentials.\(weakness.rawValue)", [Fact("shortest", Credentials.shortest)])
            return document(await credentialsPage(visitor, session, complaint: why), for: reader, .refused)
        }
        // Whoever was signed in with what was before is not any more; who has just set it goes on.
        await shutOut(account)
        return .seeOther(.credentials, cookie: .session(await sessions.start(.account(account), visitor.phrases.language, realNow)))
    }

    /// Who may sign in, with what they may do; and how they are let in and shut out.
    func administrationPage(for reader: Reader, _ visitor: Visitor, code: (account: String, code: String)? = nil) async -> Page? {
        guard reader.sight.administers else { return nil }
        let accounts = reader.picture.all(Account.self)
        var enrolled: Set<String> = []
        for account in accounts where (try? await credentials.has(account.heading.code)) ?? false { enrolled.insert(account.heading.code) }
        let known = enrolled
        let listening = await feed.listening
        return Page(reader.phrases("page.administration"), isLive: false) { html in
            if let code {
                html.element(.div, [.class("receipt"), .role("status")]) { html in
                    html.element(.p, reader.phrases("administration.invited", [Fact("account", code.account)]))
                    html.element(.p) { $0.element(.code, code.code) }
                }
            }
            html.element(.p, reader.phrases("administration.listening", [Fact("count", listening)]))
            html.element(.p, [.class("acts")]) { html in
                html.element(.a, [.href(.new(file: Account.file))], reader.phrases("administration.new_account"))
                html.element(.a, [.href(.new(file: Grant.file))], reader.phrases("administration.new_grant"))
                html.element(.a, [.href(.proof)], reader.phrases("page.proof"))
            }
            html.element(.div, [.class("scroll"), .role("region"), .aria(.label, reader.phrases("kind.account.many")), .tabbed]) { html in
                html.element(.table, [.class("list")]) { html in
                    heading(reader, &html)
                    html.element(.tbody) { html in
                        for account in accounts { line(account, isEnrolled: known.contains(account.heading.code), reader, &html) }
                    }
                }
            }
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

    private func line(_ account: Account, isEnrolled: Bool, _ reader: Reader, _ html: inout HTML) {
        let code = account.heading.code
        let rights = Rights.of(code, in: reader.picture, on: reader.picture.zone.day(at: reader.now))
        html.element(.tr) { html in
            html.element(.th, [.scope("row")]) { html in
                reader.link(to: Reference(slot: Account.slot, number: account.id.number), &html)
                html.element(.p, [.class("quiet")], code)
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
                button(.invite(account: code), "administration.invite", reader, &html)
                button(.endSessions(account: code), "administration.end_sessions", reader, &html)
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
        let view = await hall.now()
        let reader = reader(visitor, view, at: .administration)
        guard visitor.rights.administers, Rights.of(account, in: view.picture, on: view.picture.zone.day(at: view.now)) != nil else {
            return await refused(.notFound, "error.not_found", visitor)
        }
        guard !session.isStale(at: realNow) else { return .seeOther(.confirm(back: Address.administration.text)) }
        let code = await sessions.invite(.account(account), now: realNow)
        guard let page = await administrationPage(for: reader, visitor, code: (account, Secret.grouped(code))) else {
            return Answer(.notFound)
        }
        return document(page, for: reader)
    }

    /// Ends all sessions of an account and closes its open pages.
    func endSessions(of account: String, _ visitor: Visitor, _ session: Sessions.Session) async throws -> Answer {
        guard visitor.rights.administers else { return await refused(.notFound, "error.not_found", visitor) }
        await shutOut(account)
        return .seeOther(.administration)
    }

    /// Who has been shown sensitive fields: for those who audit.
    func readingsPage(for reader: Reader) async -> Page? {
        guard reader.sight.audits else { return nil }
        let readings = (try? await credentials.readings(500)) ?? []
        return Page(reader.phrases("page.readings")) { html in
            html.element(.p, [.class("count"), .role("status")], reader.phrases("readings.count", [Fact("count", readings.count)]))
            html.element(.div, [.class("scroll"), .role("region"), .aria(.label, reader.phrases("page.readings")), .tabbed]) { html in
                html.element(.table, [.class("list")]) { html in
                    html.element(.thead) { html in
                        html.element(.tr) { html in
                            for key in ["readings.at", "readings.reader", "readings.record", "readings.fields"] {
                                html.element(.th, [.scope("col")], reader.phrases(key))
                            }
                        }
                    }
                    html.element(.tbody) { html in
                        for reading in readings {
                            html.element(.tr) { html in
                                let moment = Moment(reading.at, in: reader.picture.zone)
                                html.element(.td) { $0.element(.time, [.datetime(moment.description)], reader.phrases.moment(moment)) }
                                html.element(.td, reading.reader)
                                html.element(.td, reading.record)
                                html.element(.td, reading.fields)
                            }
                        }
                    }
                }
            }
        }
    }
}
