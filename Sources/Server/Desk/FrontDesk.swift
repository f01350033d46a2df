import Addresses
import Engine
import Exchange
import Furniture
import Ledger
import Mounting
import Paperwork
import Phrases
import Rulebook

/// Between a visit and its answer: who the visitor is, whether they may have what they ask, and which page shows it.
package struct FrontDesk: Sendable {
    let served: ServedCeremony
    let sessions: Sessions
    let credentials: Credentials
    let feed: Feed
    let assets: Assets
    let hooks: Hooks
    /// Nil where no mail relay was named.
    let notices: Notices?
    var packs: PackShelf { served.packs }
    let readings = ReadingRoom()
    let underWay = UnderWay()
    let vocabulary: Vocabulary
    /// Those of the files that it gives and takes.
    let formats: FileFormats
    /// The house that is served, as it says itself.
    let house: MountedHouse
    /// What programs may ask, written down.
    let description: SentDescription
    /// The rooms' pages by the first word of their addresses.
    let pages: [String: PageMount]
    /// The lines of the menu, of the rooms and of the house itself.
    let menu: [MenuEntry]
    private let desks: [Frame.MenuRoom]
    /// The languages of the pages, in the order in which they are offered.
    let languages: [Phrases]
    private let clock: @Sendable () -> Instant
    private let watch: Watch
    /// Whether the ceremony's clock was set to another time than this machine's; every page says so.
    private let runsApart: Bool
    /// Real time as it runs on: by it ends what is short-lived.
    var realNow: Instant { watch.now }
    /// What this machine's clock says: by it authenticators count, and by it is noted when something was done.
    var clockNow: Instant { clock() }

    /// - Parameters:
    ///   - clock: what this machine's clock says; the ceremony has a clock of its own.
    ///   - watch: real time, by which sessions end.
    init(
        served: ServedCeremony, sessions: Sessions, credentials: Credentials, feed: Feed, assets: Assets, hooks: Hooks, notices: Notices?,
        languages: [Phrases], house: MountedHouse, formats: FileFormats, runsApart: Bool = false,
        clock: @escaping @Sendable () -> Instant, watch: Watch
    ) {
        self.served = served
        self.sessions = sessions
        self.credentials = credentials
        self.feed = feed
        self.assets = assets
        self.hooks = hooks
        self.notices = notices
        self.languages = languages
        self.formats = formats
        self.runsApart = runsApart
        self.clock = clock
        self.watch = watch
        self.house = house
        description = SentDescription(of: house, formats: formats)
        vocabulary = Vocabulary(languages, register: house.register)
        let mounted = house.rooms.flatMap(\.pages)
        pages = Dictionary(mounted.map { ($0.word, $0) }) { first, _ in first }
        menu = FrontDesk.menu(of: mounted)
        desks = house.rooms.map { Frame.MenuRoom($0.name, $0.kinds, desks: $0.desks) }
    }

    package func answer(_ visit: Visit) async -> Answer {
        if let place = InterfaceAddress(visit.target) {
            return await InterfaceDesk(self, phrases(visit.language, or: .english)).answer(visit, at: place)
        }
        let address = Address(visit.target)
        if case .asset(let name)? = address { return assets.answer(name) ?? Answer(.notFound) }
        let visitor = await visitor(of: visit)
        guard visit.isLegible else { return await refused(.badRequest, "error.illegible", visitor) }
        guard let address else { return await refused(.notFound, "error.not_found", visitor) }
        guard visitor.isSignedIn else { return await answer(visit, at: address, to: visitor) }
        let answer = await underWay.run(for: visitor.holder) {
            await self.noted(await self.answer(visit, at: address, to: visitor), at: address, to: visitor)
        }
        if let answer { return answer }
        return await refused(.tooMany, "error.too_much", visitor, at: address)
    }

    /// The answer, once it is written down what of people stands in it. What cannot be noted is not shown.
    private func noted(_ answer: Answer, at address: Address, to visitor: Visitor) async -> Answer {
        do {
            for part in answer.shown.parts {
                try await credentials.note(
                    visitor.account ?? visitor.actor, read: part.fields.sorted(), of: part.what, at: clockNow)
            }
            return answer
        } catch { return await refused(.unavailable, "error.unnoted", visitor, at: address) }
    }

    /// Says to somebody that there is no room now for what they send.
    package func turnAway(_ visit: Visit) async -> Answer {
        if InterfaceAddress(visit.target) != nil { return InterfaceDesk(self, phrases(visit.language, or: .english)).turnedAway }
        return await refused(.tooMany, "error.too_heavy", await visitor(of: visit))
    }

    private func answer(_ visit: Visit, at address: Address, to visitor: Visitor) async -> Answer {
        switch visit.method {
        case .get, .head: await show(address, to: visitor, visit)
        case .post: await take(visit, at: address, from: visitor)
        }
    }

    /// The phrases of the language that somebody asks for, or else of another that is there.
    func phrases(_ code: String, or other: Language) -> Phrases {
        languages.first { $0.language.rawValue == code } ?? languages.first { $0.language == other } ?? Phrases(other, sentences: [:])
    }

    /// Whether a session or a token is of somebody whom the house knows.
    package func recognises(session: String?, bearer: String?) async -> Bool {
        if let session, await sessions.session(session, now: realNow, wakes: false) != nil { return true }
        guard let bearer else { return false }
        return (try? await credentials.bearer(of: bearer, now: realNow)) != nil
    }

    /// Whose room what is sent takes up: their account's, or where nobody is known their network's.
    package func sender(session: String?, bearer: String?, peer: String) async -> Luggage.Sender {
        if let session, let holder = await sessions.session(session, now: realNow, wakes: false)?.holder {
            // Whoever came in by a code is nobody yet: their session is theirs alone.
            guard case .account(let account) = holder else { return .network(Secret.hash(session)) }
            return .account(account)
        }
        if let bearer, let known = try? await credentials.bearer(of: bearer, now: realNow) { return .account(known.account) }
        return .network(Tries.network(peer))
    }

    private func visitor(of visit: Visit) async -> Visitor {
        var session: Sessions.Session?
        // A page that listens does so by itself: it keeps no session awake.
        let isFeed = visit.target.hasPrefix("/feed")
        // Nobody touches a wall: that it shows itself anew is its use, until its session is old.
        let isWall = visit.target == Address(WallPath()).text
        if let token = visit.session {
            session = await sessions.session(token, now: realNow, wakes: isWall || !visit.isAutomatic && !isFeed)
        }
        let phrases = phrases(session?.language.rawValue ?? visit.language, or: .vietnamese)
        guard let session, let token = visit.session else { return Visitor(phrases, peer: visit.peer) }
        if let visitor = Visitor(session, token: token, house, await served.now(), phrases, peer: visit.peer) { return visitor }
        await sessions.end(session.key)
        await feed.close(session.key)
        return Visitor(phrases, peer: visit.peer)
    }

    private func show(_ address: Address, to visitor: Visitor, _ visit: Visit) async -> Answer {
        if address == .signIn {
            return visitor.isSignedIn ? .seeOther(.readiness) : await signInPage(visitor, refusal: nil)
        }
        if case .page(let page) = address, let answer = await program(visit, at: page, visitor) { return answer }
        guard let session = visitor.session else { return .seeOther(.signIn) }
        do {
            if let refusal = await refusedAsOf(address, visitor) { return refusal }
            let view = try await view(for: address, visitor)
            let reader = reader(visitor, view, at: address)
            switch address {
            case .feed(let entry):
                let seen = max(entry, visit.lastEvent ?? 0)
                let known = reader.sight.isLimited ? nil : Set(reader.picture.register.kinds.filter(reader.sight.sees).map(\.slot))
                guard let feed = await feed.listen(session.key, after: seen, of: known, upTo: visitor.rights.ceiling) else {
                    return Answer(.tooMany)
                }
                var answer = Answer(.fine)
                answer.feed = feed
                return answer
            case .page(let page):
                if let result = pages[page.word]?.result(at: page, for: reader) { return answer(result, for: reader) }
                return await refused(.notFound, "error.not_found", visitor, at: address)
            case .sheet(let query, let format): return await sheet(query, format, for: reader, visitor) ?? Answer(.notFound)
            case .attachment(let place):
                if let answer = try await attachment(place, for: reader, visitor) { return answer }
                return await refused(.notFound, "error.not_found", visitor, at: .record(place.record))
            default: break
            }
            guard let page = try await page(at: address, for: reader, visitor) else {
                return await refused(.notFound, "error.not_found", visitor, at: address)
            }
            return document(page, for: reader)
        } catch {
            return await refused(.unavailable, "error.journal", visitor, at: address, [Fact("why", Voice(visitor.phrases).failure(error))])
        }
    }

    /// The ceremony as it stood when the visitor came: all that is asked before something is written sees one moment.
    func view(of visitor: Visitor) async -> ServedCeremony.View {
        if let view = visitor.view { view } else { await served.now() }
    }

    private func view(for address: Address, _ visitor: Visitor) async throws(JournalFailure) -> ServedCeremony.View {
        guard let day = address.asOf else { return await view(of: visitor) }
        return try await served.asOf(day, for: visitor.holder)
    }

    /// Of a day that has not come nothing is known, and nothing is shown in its name.
    private func refusedAsOf(_ address: Address, _ visitor: Visitor) async -> Answer? {
        guard let day = address.asOf else { return nil }
        let view = await view(of: visitor)
        let today = view.picture.zone.day(at: view.now)
        guard day > today else { return nil }
        let reader = reader(visitor, view, at: address.today)
        let page = Page(reader.phrases("error.not_yet.title"), isLive: false) { html in
            html.element(.p, reader.phrases("error.not_yet", [Fact("day", day), Fact("today", today)]))
            html.element(.p) { $0.element(.a, [.href(address.today)], reader.phrases("page.now")) }
        }
        return document(page, for: reader, .badRequest)
    }

    func reader(_ visitor: Visitor, _ view: ServedCeremony.View, at address: Address) -> Reader {
        let view = served.scoped.view(view, for: visitor.rights)
        var picture = view.picture
        picture.reads = Reads()
        return Reader(
            voice: Voice(visitor.phrases), picture: picture, slips: view.ordered, now: view.now, asOf: view.asOf,
            sight: RightsSight(visitor.rights, house.constitution, since: view.since, within: view.within), name: visitor.name,
            officer: visitor.actor,
            formToken: visitor.session?.formToken ?? "", address: address, sequence: view.sequence,
            lastChanges: view.lastChanges, runsApart: runsApart, damage: served.soundness.places, languages: languages)
    }

    /// What stands at an address, as an answer.
    func answer(_ result: PageResult, for reader: Reader, _ status: Answer.Status = .fine) -> Answer {
        switch result {
        case .page(let page): document(page, for: reader, status)
        case .file(let file): Answer(.fine, Answer.Content(file.content), bytes: file.bytes)
        case .fragment(let html): self.answer(html)
        }
    }

    private func answer(_ html: HTML, _ status: Answer.Status = .fine) -> Answer {
        var answer = Answer(status, .page, bytes: html.bytes)
        answer.shown = html.shown
        return answer
    }

    func document(_ page: Page, for reader: Reader, _ status: Answer.Status = .fine) -> Answer {
        let frame = Frame(
            reader, opens: opens(for: reader.unnoted), menu: menu, desks: desks,
            styles: assets.styles, scripts: assets.scripts, assets: assets.ofPages, icon: assets.icon)
        return answer(frame.document(of: page), status)
    }

    /// The ceremony's first day, as far as the reader may know it.
    private func opens(for reader: Reader) -> Day? {
        house.ceremony.opening(in: reader.picture).flatMap { reader.sees($0.record) ? $0.day : nil }
    }

    func refused(
        _ status: Answer.Status, _ phrase: String, _ visitor: Visitor, at address: Address = .keys, _ facts: [Fact] = []
    ) async -> Answer {
        let reader = reader(visitor, await view(of: visitor), at: address)
        let page = Page(visitor.phrases("\(phrase).title"), isLive: false) { html in
            html.element(.p, visitor.phrases(phrase, facts))
        }
        return document(page, for: reader, status)
    }
}

extension Answer {
    static func seeOther(_ address: Address, cookie: Cookie? = nil) -> Answer {
        var answer = Answer(.seeOther)
        answer.location = address.text
        answer.cookie = cookie
        return answer
    }
}
