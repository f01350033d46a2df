package import Ledger
package import Rulebook

/// What falls due by itself, for offices to look at: that something new stands in the way, that something waits for them or will end, that
/// an act has become due. A room declares it; whoever is due something is told that they are, and not what; an act that it proposes is shown
/// to those who may do it. A chore decides nothing and writes nothing.
package struct Chore: Sendable {
    /// Frozen: by it is remembered what was done, and found what is said (`mail.<name>`).
    package let name: String
    /// Minutes between two letters of it to one office.
    package let pause: Int
    /// Whether what is due when an office is first looked at is left alone, because it stood there for all to see before.
    package let tellsOnlyNews: Bool
    private let look: @Sendable (Setting) -> [String: Set<String>]
    private let propose: @Sendable (Setting) -> [Proposed]

    /// An act that has become due, and what it is about: it is done where somebody does it.
    package struct Proposed: Hashable, Sendable {
        package let act: ActName
        package let about: Reference

        package init(_ act: ActName, about: Reference) {
            self.act = act
            self.about = about
        }
    }

    /// Everything that a chore looks at.
    package struct Setting: Sendable {
        package let picture: Picture
        package let slips: [Slip]
        package let now: Instant

        package init(picture: Picture, slips: [Slip], now: Instant) {
            self.picture = picture
            self.slips = slips
            self.now = now
        }
    }

    /// What one office was told of: remembered over a restart.
    package struct Memory: Hashable, Sendable {
        package var told: Set<String>
        package var last: Instant

        package init(told: Set<String> = [], last: Instant = .distantPast) {
            self.told = told
            self.last = last
        }
    }

    /// What an office is due now.
    package struct Errand: Hashable, Sendable {
        /// How much of it is news to them; nothing is said where none is.
        package let news: Int
        /// What is remembered once it was said.
        package let memory: Memory

        package init(news: Int, memory: Memory) {
            self.news = news
            self.memory = memory
        }
    }

    /// - Parameter look: what each account's office is due, by keys that stay the same as long as it is: of each it is told once, and again
    ///   only where it had ceased to be due in between.
    /// - Parameter propose: the acts that are due, as long as they are.
    package init(
        _ name: String, pause: Int = 0, tellsOnlyNews: Bool = false,
        proposes propose: @escaping @Sendable (Setting) -> [Proposed] = { _ in [] },
        look: @escaping @Sendable (Setting) -> [String: Set<String>]
    ) {
        self.propose = propose
        self.name = name
        self.pause = pause
        self.tellsOnlyNews = tellsOnlyNews
        self.look = look
    }

    /// What each account's office is due, by its keys.
    package func due(_ setting: Setting) -> [String: Set<String>] { look(setting) }

    /// The acts that are due.
    package func proposed(_ setting: Setting) -> [Proposed] { propose(setting) }

    /// What an office is to be told that is due these, after what it was told before.
    ///
    /// - Parameter memory: nil where it was never looked at.
    package func errand(due: Set<String>, after memory: Memory?, now: Instant) -> Errand {
        guard let memory = memory ?? (tellsOnlyNews ? nil : Memory()) else { return Errand(news: 0, memory: Memory(told: due)) }
        let fresh = due.subtracting(memory.told)
        // A clock that was set back does not make the pause longer.
        guard !fresh.isEmpty, memory.last.adding(minutes: pause) <= now || memory.last > now else {
            return Errand(news: 0, memory: Memory(told: memory.told.intersection(due), last: memory.last))
        }
        return Errand(news: fresh.count, memory: Memory(told: due, last: now))
    }
}
