import Addresses
import Furniture
import House
import Ledger
import Phrases

extension FrontDesk {
    /// What a visitor sends. Another site's form is refused by where it comes from, and by the token that only our pages carry.
    func take(_ visit: Visit, at address: Address, from visitor: Visitor) async -> Answer {
        guard visit.origin == nil || visit.origin == "same-origin" || visit.origin == "none" else {
            return await refused(.forbidden, "error.form", visitor)
        }
        switch address {
        case .signIn: return await signIn(visit, visitor)
        case .language: return await chooseLanguage(visit, visitor)
        case .signOut:
            guard carriesToken(visit, visitor) else { return await refused(.forbidden, "error.form", visitor) }
            if let token = visitor.token { await sessions.end(token) }
            return .seeOther(.signIn, cookie: .noSession)
        default: return await refused(.notFound, "error.not_found", visitor)
        }
    }

    private func carriesToken(_ visit: Visit, _ visitor: Visitor) -> Bool {
        guard let session = visitor.session else { return false }
        return visit.form["token"] == session.formToken
    }

    private func chooseLanguage(_ visit: Visit, _ visitor: Visitor) async -> Answer {
        guard let language = visit.form["language"].flatMap(Language.init(rawValue:)) else {
            return await refused(.badRequest, "error.form", visitor)
        }
        let back = visit.form["back"].flatMap { Address($0) } ?? .readiness
        if let token = visitor.token, visitor.session != nil {
            guard carriesToken(visit, visitor) else { return await refused(.forbidden, "error.form", visitor) }
            await sessions.choose(language, for: token)
        }
        return .seeOther(back, cookie: .language(language.rawValue))
    }

    private func signIn(_ visit: Visit, _ visitor: Visitor) async -> Answer {
        do {
            let token = try await sessions.signIn(code: visit.form["code"] ?? "", language: visitor.phrases.language, now: realNow)
            if let before = visitor.token { await sessions.end(before) }
            return .seeOther(.readiness, cookie: .session(token))
        } catch {
            return await signInPage(visitor, refusal: error)
        }
    }

    func signInPage(_ visitor: Visitor, refusal: Sessions.Refusal?) async -> Answer {
        let phrases = visitor.phrases
        let reader = reader(visitor, await hall.now(), at: .signIn)
        let page = Page(phrases("sign.title")) { html in
            if let refusal {
                html.element(.p, [.class("errors"), .role("alert")], phrases(refusal == .wrongCode ? "sign.wrong" : "sign.too_many"))
            }
            html.element(.p, phrases("sign.explain"))
            html.element(.form, [.class("sign-in"), .action(.signIn), .method(.post)]) { html in
                html.element(.div, [.class("field")]) { html in
                    html.element(.label, [.for("code")], phrases("sign.code"))
                    html.void(
                        .input, [.type("text"), .id("code"), .name("code"), .required, .autocomplete("one-time-code"), .maxlength(64)])
                }
                html.element(.button, [.type("submit")], phrases("sign.submit"))
            }
        }
        let status: Answer.Status = refusal == .tooManyTries ? .tooMany : refusal == nil ? .fine : .forbidden
        return document(page, for: reader, status)
    }
}
