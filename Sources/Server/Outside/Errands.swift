import Engine
import Ledger
import Mounting
import Rulebook

/// Runs the errands of chores: each office that is due something gets a letter, and what it was told is remembered once the relay has
/// taken it. A letter that is not taken is due again a minute later.
actor Errands {
    private let house: MountedHouse
    private let credentials: Credentials
    private let notices: Notices
    /// What is under way, and until when what failed is left alone.
    private var underWay: Set<String> = []
    private var rests: [String: Instant] = [:]

    /// Minutes in which an errand is left alone that nobody took.
    private static let rest = 1

    init(_ house: MountedHouse, _ credentials: Credentials, _ notices: Notices) {
        self.house = house
        self.credentials = credentials
        self.notices = notices
    }

    /// Looks at what is due.
    ///
    /// - Returns: when every letter that is begun now was taken or not.
    func run(_ view: ServedCeremony.View, now: Instant) async {
        let setting = Chore.Setting(picture: view.picture, slips: view.slips, now: view.now)
        await withTaskGroup { group in
            for chore in house.chores {
                guard let memories = try? await credentials.memories(of: chore.name) else { continue }
                for (account, due) in chore.due(setting) {
                    let errand = chore.errand(due: due, after: memories[account], now: view.now)
                    guard errand.news > 0 || errand.memory != memories[account] else { continue }
                    group.addTask { await self.run(errand, of: chore, for: account, in: view, now: now) }
                }
            }
        }
    }

    private func run(_ errand: Chore.Errand, of chore: Chore, for account: String, in view: ServedCeremony.View, now: Instant) async {
        let name = "\(chore.name) \(account)"
        guard rests[name].map({ $0 <= now }) ?? true, underWay.insert(name).inserted else { return }
        defer { underWay.remove(name) }
        if errand.news > 0 {
            guard await notices.deliver(chore.name, [Fact("count", errand.news)], to: account, in: view.picture) else {
                rests[name] = now.adding(minutes: Self.rest)
                return
            }
        }
        rests[name] = nil
        try? await credentials.remember(errand.memory, of: chore.name, for: account)
    }
}
