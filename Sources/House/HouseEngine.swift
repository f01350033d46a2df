package import Engine
package import Exchange
package import Ledger
package import Mounting
package import Paperwork
package import Phrases
package import Rulebook

/// The engine with this house handed in, where nothing else is said.
extension Chancery {
    package init(
        _ opening: LoadedCeremony, journal: any Journal, rulebook: Rulebook = houseRulebook, acts: [Act] = houseActs,
        ceiling: Classification = .topSecret, dice: Dice = .machine, clock: @escaping @Sendable () -> Instant,
        forget: @escaping @Sendable (ErasedWords) async throws -> Void = { _ in },
        breakDown: @escaping @Sendable (JournalFailure) -> Never
    ) {
        self.init(
            opening, of: .house(rulebook, acts), journal: journal, ceiling: ceiling, dice: dice, clock: clock, forget: forget,
            breakDown: breakDown)
    }
}

extension LoadedCeremony {
    /// Reads the ceremony out of a journal of this house.
    package static func opened(
        _ journal: some Journal, view: PointOfView = .now, now: Instant
    ) async throws(JournalFailure) -> LoadedCeremony {
        try await opened(journal, register: houseRegister, view: view, now: now)
    }
}

extension Historian {
    package init(_ journal: any Journal) { self.init(journal, register: houseRegister) }
}

extension Importing {
    package init(
        from journal: any Journal, register: Register = houseRegister, vocabulary: Vocabulary = Vocabulary(), sight: PackSight? = nil
    ) {
        self.init(from: journal, register: register, ceremony: HouseCeremony(), vocabulary: vocabulary, sight: sight)
    }
}

extension Vocabulary {
    /// What people may call this house's columns and words.
    package init(_ languages: [Phrases]) { self.init(languages, register: houseRegister) }
}

extension RightsTable {
    package static func roles() -> [Role] { roles(of: mountedHouse) }
    package static func lines() -> [String] { lines(of: mountedHouse) }
}
