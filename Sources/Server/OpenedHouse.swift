import Addresses
package import Engine
package import Exchange
package import Ledger
package import Mounting
package import Phrases

/// Everything that stands behind the front desk while the house is open, put together once.
package struct OpenedHouse: Sendable {
    package let desk: FrontDesk
    package let sessions: Sessions
    package let feed: Feed
    private let chancery: Chancery
    private let served: ServedCeremony
    private let hooks: Hooks
    private let errands: Errands?
    private let watch: Watch
    private let sleep: Sleep

    /// Seconds between two signs of life to open pages. A page that hears nothing for three of them says that it is stale.
    private static let beat = 10

    /// - Parameters:
    ///   - folder: where the journal lies, and the credentials beside it.
    ///   - clock: the ceremony's clock.
    ///   - realClock: what this machine's clock says.
    ///   - ticks: milliseconds of a clock of this machine that nobody sets: by it, too, ends what is short-lived.
    ///   - runsApart: whether these are two.
    ///   - sleep: how time is waited for.
    ///   - formats: those of the files that it gives and takes.
    ///   - outside: what of the world beyond the house it may speak to.
    ///   - languages: those of the pages, in the order in which they are offered.
    ///   - missingHeads: how much of what was kept with heads is not in the journal, or in the records beside it.
    package init(
        _ chancery: Chancery, of house: MountedHouse, journal: any Journal, folder: String, clock: @escaping @Sendable () -> Instant,
        realClock: @escaping @Sendable () -> Instant, ticks: @escaping @Sendable () -> Int64, runsApart: Bool, languages: [Phrases],
        outside: Outside, sleep: Sleep = .machine, formats: FileFormats = fileFormats,
        missingHeads: @escaping @Sendable () async throws(JournalFailure) -> Int = { () throws(JournalFailure) in 0 }
    ) async throws {
        self.sleep = sleep
        self.chancery = chancery
        let watch = Watch(wall: realClock, ticks: ticks)
        self.watch = watch
        sessions = Sessions(sleep: sleep)
        feed = await Feed(chancery, house.register)
        served = ServedCeremony(chancery, of: house, journal: journal, clock: clock, missingHeads: missingHeads)
        let credentials = try Credentials(folder: folder)
        hooks = Hooks(credentials, outside.courier, hosts: outside.hookHosts, clock: realClock, sleep: sleep)
        let notices = outside.relay.map {
            Notices($0, outside.courier, to: house.accounts, languages, house: outside.house, clock: realClock, sleep: sleep)
        }
        errands = notices.map { Errands(house, credentials, $0) }
        desk = FrontDesk(
            served: served, sessions: sessions, credentials: credentials, feed: feed,
            assets: try Assets.delivered(with: house.rooms.flatMap(\.assets)), hooks: hooks, notices: notices, languages: languages,
            house: house, formats: formats,
            runsApart: runsApart, clock: realClock, watch: watch)
        // An account may have been removed while the house was closed.
        await desk.forgetClosedAccounts()
    }

    /// A code that lets its bearer in once: as the holder of an account, or as who opens the house and looks after it.
    package func invitation(to account: String?) async -> String {
        let holder =
            account.map { Sessions.Holder.account($0) }
            ?? .opener(name: "Chancery", .opener)
        return Secret.grouped(await sessions.invite(holder, now: watch.now))
    }

    /// Serves until the process is told to stop.
    ///
    /// - Parameter overdue: told where it was told to stop and does not come to its end.
    package func serve(
        at listening: Listening, opened: @escaping @Sendable (String) async -> Void, overdue: @escaping @Sendable () -> Void
    ) async throws(Listening.Failure) {
        let carrying = Task { await feed.run() }
        let beating = Task { await beat() }
        let telling = Task { await tellOthers() }
        let proving = Task { await prove() }
        defer {
            proving.cancel()
            carrying.cancel()
            telling.cancel()
            beating.cancel()
        }
        try await listening.serve(desk, sleep: sleep, opened: opened, overdue: overdue)
    }

    /// Holds the journal and the records beside it against what was kept with heads; every page tells what they lack.
    ///
    /// - Returns: how much that is.
    package func holdHeads() async throws(JournalFailure) -> Int { try await served.holdHeads() }

    /// Proves the record as it is opened: whether it is whole is told on every page. A proof that cannot be made now is made by whoever asks for it.
    package func prove() async { _ = try? await served.verify() }

    /// Carries what the house publishes to the systems that are told, from what they have missed.
    package func tellOthers() async {
        await hooks.changed(chancery.published.head.sequence)
        for await sequence in await chancery.publications() { await hooks.changed(sequence) }
    }

    /// Time alone changes what is wrong: the rules are asked again, and open pages hear that the house is there.
    private func beat() async {
        while !Task.isCancelled {
            await sleep(seconds: OpenedHouse.beat)
            await chancery.advance()
            await served.dropErased()
            for session in await feed.sessions where await !sessions.isOpen(session, now: watch.now) { await feed.close(session) }
            await feed.beat()
            // A relay that stalls keeps nobody else waiting.
            Task { await runErrands() }
        }
    }

    /// How much of what could hold words of somebody is kept at hand.
    package var keptAtHand: Int { get async { await served.keptAtHand } }

    /// Tells offices what they are due.
    package func runErrands() async { await errands?.run(served.now(), now: watch.now) }
}

/// What of the world beyond the house it may speak to; nothing unless who serves it says so.
package struct Outside: Sendable {
    let courier: any Courier
    let relay: MailRelay?
    /// Hosts that webhooks may be told at.
    let hookHosts: [AllowedHost]
    /// Where the house is found, for letters.
    let house: String

    package init(courier: any Courier = CurlCourier(), relay: MailRelay? = nil, hookHosts: [AllowedHost] = [], house: String = "") {
        self.courier = courier
        self.relay = relay
        self.hookHosts = hookHosts
        self.house = house
    }
}
