package import Addresses
package import Furniture
package import House
import HousePages
package import Ledger
package import Phrases
import Rulebook

/// Between a visit and its answer: who the visitor is, whether they may have what they ask, and which page shows it.
package struct FrontDesk: Sendable {
    let hall: Hall
    let sessions: Sessions
    let assets: Assets
    private let phrases: [Language: Phrases]
    private let clock: @Sendable () -> Instant
    var realNow: Instant { clock() }

    /// - Parameter clock: real time, by which sessions end; the ceremony has a clock of its own.
    package init(
        hall: Hall, sessions: Sessions, assets: Assets, phrases: [Language: Phrases], clock: @escaping @Sendable () -> Instant
    ) {
        self.hall = hall
        self.sessions = sessions
        self.assets = assets
        self.phrases = phrases
        self.clock = clock
    }

    package func answer(_ visit: Visit) async -> Answer {
        let address = Address(visit.target)
        if case .asset(let name)? = address { return assets.answer(name) ?? Answer(.notFound) }
        let visitor = await visitor(of: visit)
        guard let address else { return await refused(.notFound, "error.not_found", visitor) }
        switch visit.method {
        case .get, .head: return await show(address, to: visitor)
        case .post: return await take(visit, at: address, from: visitor)
        }
    }

    /// Who visits, as far as they have said.
    struct Visitor {
        let token: String?
        let session: Sessions.Session?
        let phrases: Phrases
        var rights: Rights { session?.rights ?? .none }
    }

    private func visitor(of visit: Visit) async -> Visitor {
        var session: Sessions.Session?
        if let token = visit.session { session = await sessions.session(token, now: clock()) }
        let language = session?.language ?? Language(rawValue: visit.language) ?? .vietnamese
        return Visitor(token: visit.session, session: session, phrases: phrases[language] ?? Phrases(language, sentences: [:]))
    }

    private func show(_ address: Address, to visitor: Visitor) async -> Answer {
        if address == .signIn {
            return visitor.session == nil ? await signInPage(visitor, refusal: nil) : .seeOther(.readiness)
        }
        guard visitor.session != nil else { return .seeOther(.signIn) }
        do {
            let view = try await view(for: address)
            let reader = reader(visitor, view, at: address)
            guard let page = try await page(at: address, for: reader) else { return await refused(.notFound, "error.not_found", visitor) }
            return document(page, for: reader)
        } catch {
            return await refused(.unavailable, "error.journal", visitor, why: Voice(visitor.phrases).failure(error))
        }
    }

    private func view(for address: Address) async throws(JournalFailure) -> Hall.View {
        let day: Day? =
            switch address {
            case .list(let query): query.asOf
            case .record(let record): record.asOf
            case .delegations(let day), .committee(let day): day
            default: nil
            }
        guard let day else { return await hall.now() }
        return try await hall.asOf(day)
    }

    func reader(_ visitor: Visitor, _ view: Hall.View, at address: Address) -> Reader {
        Reader(
            voice: Voice(visitor.phrases), picture: view.picture, slips: view.slips, now: view.now, asOf: view.asOf,
            sight: RightsSight(visitor.rights, today: view.asOf == nil ? nil : view.today), name: visitor.session?.name ?? "",
            formToken: visitor.session?.formToken ?? "",
            address: address)
    }

    func document(_ page: Page, for reader: Reader, _ status: Answer.Status = .fine) -> Answer {
        let desks = houseRooms.map { Frame.Desk($0.name, $0.kinds) }
        let frame = Frame(reader, desks: desks, styles: assets.styles, scripts: assets.scripts)
        return Answer(status, .page, bytes: frame.document(of: page).bytes)
    }

    func refused(_ status: Answer.Status, _ phrase: String, _ visitor: Visitor, why: String = "") async -> Answer {
        let reader = reader(visitor, await hall.now(), at: .readiness)
        let page = Page(visitor.phrases("\(phrase).title")) { html in
            html.element(.p, visitor.phrases(phrase, [.init("why", why)]))
        }
        return document(page, for: reader, status)
    }
}

extension Answer {
    static func seeOther(_ address: Address, cookie: Cookie? = nil) -> Answer { Answer(.seeOther, location: address.text, cookie: cookie) }
}

/// The reader's rights, as a page asks them.
struct RightsSight: Sight {
    private let rights: Rights
    /// Today's ceremony, for who looks back: what is secret today stays so.
    private let today: Picture?

    init(_ rights: Rights, today: Picture?) {
        self.rights = rights
        self.today = today
    }

    func sees(_ kind: Kind) -> Bool { true }
    func sees(_ row: any AnyRow, of kind: Kind) -> Bool {
        rights.sees(row) && today?[row.reference].map(rights.sees) ?? true
    }
    func sees(_ column: Kind.Column, of kind: Kind) -> Bool { rights.sees(column) }
}
