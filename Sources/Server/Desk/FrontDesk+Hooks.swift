import Addresses
import Engine
import Furniture
import Ledger
import Phrases
import Rulebook

/// The systems that are told when the ceremony changes, and whether letters go out.
extension FrontDesk {
    func hooksPart(_ standing: [Credentials.Hook], secret: String?, _ reader: Reader, _ html: inout HTML) {
        html.element(.h2, reader.phrases("hooks.title"))
        html.element(.p, reader.phrases("hooks.explain"))
        if let secret {
            html.element(.div, [.class("receipt"), .role("status")]) { html in
                html.element(.p, reader.phrases("hooks.made"))
                html.element(.p) { $0.element(.code, secret) }
            }
        }
        if !standing.isEmpty {
            html.element(.ul, [.class("tokens")]) { html in
                for hook in standing { html.element(.li) { line(hook, reader, &$0) } }
            }
        }
        guard !hooks.hosts.isEmpty else { return html.element(.p, [.class("quiet")], reader.phrases("hooks.no_host")) }
        html.element(.form, [.class("sign-in"), .action(.hooks), .method(.post)]) { html in
            token(reader, &html)
            Self.field(
                "hook-address", reader.phrases("hooks.address", [Fact("hosts", hooks.hosts.sorted().joined(separator: ", "))]), "url",
                [.required, .autocomplete("off")], &html)
            html.element(.button, [.type("submit"), .name("act"), .value("add")], reader.phrases("hooks.add"))
        }
    }

    private func line(_ hook: Credentials.Hook, _ reader: Reader, _ html: inout HTML) {
        html.element(.form, [.class("keep"), .action(.hooks), .method(.post)]) { html in
            token(reader, &html)
            html.void(.input, [.type("hidden"), .name("number"), .value(String(hook.number))])
            html.element(.code, hook.address)
            html.text(" · ")
            if let failure = hook.failure {
                html.element(.strong, reader.phrases("hooks.failing", [Fact("why", failure)]))
            } else if let at = hook.toldAt {
                html.text(
                    reader.phrases("hooks.told", [Fact("entry", hook.told), Fact("moment", Moment(at, in: reader.picture.zone))]))
            } else {
                html.text(reader.phrases("hooks.not_yet"))
            }
            html.text(" ")
            html.element(.button, [.type("submit"), .class("plain"), .name("act"), .value("drop")], reader.phrases("hooks.drop"))
        }
    }

    /// Adds a system that is told, or takes one off.
    func changeHooks(_ form: Form, _ visitor: Visitor, _ session: Sessions.Session) async throws -> Answer {
        let view = await view(of: visitor)
        let reader = reader(visitor, view, at: .administration)
        guard visitor.rights.administers else { return await refused(.notFound, "error.not_found", visitor) }
        guard !session.isStale(at: realNow) else { return .proofNeeded }
        if form["act"] == "drop" {
            try await credentials.removeHook(form["number"].flatMap { Int64($0) } ?? 0)
            try await credentials.log(.hookEnded, of: visitor.account ?? "", from: visitor.peer, at: clockNow)
            return .seeOther(.administration)
        }
        let address = form["hook-address"]?.trimmed ?? ""
        let complaint: String?
        if address.utf8.count > ServerBounds.hookAddress || !hooks.mayTell(address) {
            let hosts = Fact("hosts", hooks.hosts.sorted().joined(separator: ", "))
            complaint = reader.phrases("hooks.not_allowed", [Fact("address", String(address.prefix(ServerBounds.tokenName))), hosts])
        } else {
            let isFull = try await credentials.hooks().count >= ServerBounds.hooks
            complaint = isFull ? reader.phrases("hooks.too_many", [Fact("most", ServerBounds.hooks)]) : nil
        }
        if let complaint {
            let page = await administrationPage(for: reader, visitor, complaint: complaint)
            return page.map { document($0, for: reader, .refused) } ?? Answer(.notFound)
        }
        let secret = Secret.bytes(32)
        try await credentials.addHook(address, secret: secret, after: view.sequence)
        try await credentials.log(.hookMade, of: visitor.account ?? "", from: visitor.peer, at: clockNow)
        let page = await administrationPage(for: reader, visitor, secret: Hooks.spelled(secret))
        return page.map { document($0, for: reader) } ?? Answer(.notFound)
    }

    /// Whether letters go out, and why not.
    func lettersLine(_ reader: Reader) async -> String {
        guard let notices else { return reader.phrases("letters.none") }
        if let failure = await notices.failure { return reader.phrases("letters.failing", [Fact("why", failure.why)]) }
        return reader.phrases("letters.sent", [Fact("count", await notices.sent)])
    }
}
