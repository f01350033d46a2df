package import Addresses
package import House
package import Ledger
import Phrases

/// Everything that stands behind the front desk while the house is open, put together once.
package struct OpenedHouse: Sendable {
    package let desk: FrontDesk
    package let sessions: Sessions
    package let feed: Feed
    private let house: Chancery
    private let realClock: @Sendable () -> Instant

    /// Seconds between two signs of life to open pages. A page that hears nothing for three of them says that it is stale.
    private static let beat = 10

    /// - Parameters:
    ///   - folder: where the journal lies, and the credentials beside it.
    ///   - clock: the ceremony's clock.
    ///   - realClock: by which sessions end.
    ///   - runsApart: whether these are two.
    package init(
        _ house: Chancery, journal: any Journal, folder: String, clock: @escaping @Sendable () -> Instant,
        realClock: @escaping @Sendable () -> Instant, runsApart: Bool
    ) async throws {
        self.house = house
        self.realClock = realClock
        sessions = Sessions()
        feed = await Feed(house)
        let languages = try Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, try Phrases.delivered($0)) })
        desk = FrontDesk(
            hall: Hall(house, journal: journal, clock: clock), sessions: sessions, credentials: try Credentials(folder: folder), feed: feed,
            assets: try Assets.delivered(), phrases: languages, runsApart: runsApart, clock: realClock)
    }

    /// A code that lets its bearer in once: as the holder of an account, or as who opens the house and looks after it.
    package func invitation(to account: String?) async -> String {
        let holder =
            account.map { Sessions.Holder.account($0) }
            ?? .opener(name: "Chancery", Rights(desks: [], ceiling: .internal, administers: true))
        return Secret.grouped(await sessions.invite(holder, now: realClock()))
    }

    /// Serves until the process is told to stop.
    package func serve(
        at listening: Listening, opened: @escaping @Sendable (String) async -> Void
    ) async throws(Listening.Failure) {
        let carrying = Task { await feed.run() }
        let beating = Task { await beat() }
        defer {
            carrying.cancel()
            beating.cancel()
        }
        try await listening.serve(desk, opened: opened)
    }

    /// Time alone changes what is wrong: the rules are asked again, and open pages hear that the house is there.
    private func beat() async {
        while !Task.isCancelled {
            try? await Task.sleep(for: .seconds(OpenedHouse.beat))
            await house.advance()
            for session in await feed.sessions where await !sessions.isOpen(session, now: realClock()) { await feed.close(session) }
            await feed.beat()
        }
    }
}
