import Addresses
import Engine
import Furniture
import Ledger
import Phrases
import Rulebook

/// Before what is dangerous, whoever is signed in proves again to be themselves.
extension FrontDesk {
    private static let (password, timeCode) = ("proof-password", "proof-time-code")

    /// Whether a form brings the proof that its sender was asked for.
    func bringsProof(_ form: Form) -> Bool { form.has(FrontDesk.password) }

    /// The visitor proves again to be themselves; then they go on to where they were, or what they had sent is done.
    ///
    /// - Parameter sent: what they had sent, and where to: it waits in the page, and nothing of it is lost.
    func confirmPage(_ visitor: Visitor, on back: String, sent: (form: Form, to: Address)? = nil, isWrong: Bool = false) async -> Page {
        var hasPassword = false
        if let account = visitor.account { hasPassword = (try? await credentials.has(account)) ?? true }
        return confirmPage(visitor, back, sent, isWrong, hasPassword: hasPassword)
    }

    private func confirmPage(
        _ visitor: Visitor, _ back: String, _ sent: (form: Form, to: Address)?, _ isWrong: Bool, hasPassword: Bool
    ) -> Page {
        let phrases = visitor.phrases
        let formToken = visitor.session?.formToken ?? ""
        return Page(phrases("confirm.title"), isLive: false) { html in
            guard visitor.account != nil else { return html.element(.p, phrases("confirm.opener")) }
            guard hasPassword else {
                html.element(.p, phrases("confirm.no_password"))
                return html.element(.p) { $0.element(.a, [.href(.credentials)], phrases("credentials.title")) }
            }
            if isWrong { html.element(.p, [.class("errors"), .role("alert")], phrases("sign.wrong")) }
            html.element(.p, phrases(sent == nil ? "confirm.explain" : "confirm.explain_sent"))
            html.element(.form, [.class("sign-in"), .action(sent?.to ?? .confirm(back: back)), .method(.post)]) { html in
                html.void(.input, [.type("hidden"), .name("token"), .value(formToken)])
                for field in sent?.form.filled ?? [] where ![FrontDesk.password, FrontDesk.timeCode].contains(field.name) {
                    html.void(.input, [.type("hidden"), .name(field.name), .value(field.value)])
                }
                Self.field(
                    FrontDesk.password, phrases("sign.password"), "password", [.required, .autocomplete("current-password")], &html)
                Self.field(
                    FrontDesk.timeCode, phrases("sign.time_code"), "text",
                    [.required, .autocomplete("one-time-code"), .inputmode("numeric"), .maxlength(8)], &html)
                html.element(.button, [.type("submit")], phrases("confirm.submit"))
            }
            html.element(.p) { $0.element(.a, [.href(.credentials)], phrases("credentials.title")) }
        }
    }

    /// Asks for the proof before anything is done of what was sent.
    func ask(_ visitor: Visitor, before form: Form, at address: Address) async -> Answer {
        let page = await confirmPage(visitor, on: address.text, sent: (form, address))
        return document(page, for: reader(visitor, await view(of: visitor), at: .confirm(back: address.text)), .forbidden)
    }

    /// Takes the proof: nil where it is one, and otherwise what to say.
    func prove(_ form: Form, at address: Address, _ visitor: Visitor, _ session: Sessions.Session) async throws -> Answer? {
        let back: String
        var sent: (form: Form, to: Address)?
        if case .confirm(let place) = address { back = place } else { (back, sent) = (address.text, (form, address)) }
        let reader = reader(visitor, await view(of: visitor), at: .confirm(back: back))
        guard let account = visitor.account else { return document(await confirmPage(visitor, on: back), for: reader, .forbidden) }
        guard await sessions.begin(account, from: visitor.peer, in: session.key, now: realNow) else {
            return await refused(.tooMany, "error.too_many", visitor, at: .confirm(back: back))
        }
        let outcome = try await credentials.prove(
            account, password: form[FrontDesk.password] ?? "", code: form[FrontDesk.timeCode] ?? "", now: clockNow, isKnown: true)
        try await noteWrong(outcome, .proofWrong, of: account, from: visitor.peer)
        guard outcome == .right else {
            return document(await confirmPage(visitor, on: back, sent: sent, isWrong: true), for: reader, .forbidden)
        }
        await sessions.succeeded(account, from: visitor.peer, in: session.key)
        await sessions.prove(session.key, now: realNow)
        try await credentials.log(.proved, of: account, from: visitor.peer, at: clockNow)
        return nil
    }
}
