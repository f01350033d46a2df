package import Engine
package import Ledger
package import Rulebook

/// The engine with this house handed in, where nothing else is said.
extension Chancery {
    package init(
        _ opening: Opening, journal: any Journal, rulebook: Rulebook = houseRulebook, acts: [Act] = houseActs,
        ceiling: Classification = .topSecret, dice: Dice = .machine, clock: @escaping @Sendable () -> Instant,
        forget: @escaping @Sendable (ErasedWords) async throws -> Void = { _ in },
        breakDown: @escaping @Sendable (JournalFailure) -> Never
    ) {
        self.init(
            opening, of: .house(rulebook, acts), journal: journal, ceiling: ceiling, dice: dice, clock: clock, forget: forget,
            breakDown: breakDown)
    }
}

extension Opening {
    /// Reads the ceremony out of a journal of this house.
    package static func opened(
        _ journal: some Journal, view: PointOfView = .now, now: Instant
    ) async throws(JournalFailure) -> Opening {
        try await opened(journal, register: houseRegister, view: view, now: now)
    }
}

extension Historian {
    package init(_ journal: any Journal) { self.init(journal, register: houseRegister) }
}

/// What somebody may do in this house.
extension Rights {
    package func sees(_ kind: Kind) -> Bool { houseConstitution.shows(kind, to: self) }

    /// Whether they may know of a slip: of all that it is about and that still stands; within a scope of something that is its own, for
    /// what is about nobody's records may count others'.
    package func sees(_ slip: Slip, in picture: Picture) -> Bool {
        let isKnown = slip.subjects.allSatisfy { subject in
            guard let row = picture[subject], let kind = picture.register.kind(slot: subject.slot) else { return true }
            return sees(kind) && sees(row, in: picture)
        }
        guard isKnown, let scope else { return isKnown }
        return slip.subjects.contains { picture[$0].map { scope.concerns($0, in: picture) } ?? false }
    }

    /// Whether they may add and change records of a kind.
    package func changes(_ kind: Kind) -> Bool { houseConstitution.lets(self, change: kind) }

    /// Whether they may do so by filling in a form or a sheet: records of acts come about by the act alone.
    package func enters(_ kind: Kind) -> Bool { changes(kind) && houseActOnly.wayIn(to: kind.slot) == nil }

    package func does(_ act: Act) -> Bool { houseConstitution.lets(self, do: act) }

    package func tends(_ desk: String) -> Bool { houseConstitution.lets(self, tend: desk) }
}
