import Engine
package import Exchange
package import Ledger

/// Under which codes people stood who were erased: what is taken in from outside under one of them would bring somebody back whom nobody knows
/// any more, by another number than the one that was erased.
package struct ErasedCodes: Sendable {
    private let people: Kind?
    /// When, by the code.
    private let erased: [String: Instant]
    /// The numbers under which they stood: what comes under these is blanked.
    private let numbers: Set<UInt32>

    package init(_ journal: any Journal, _ register: Register, _ keys: KeyRing) async throws(JournalFailure) {
        people = register.people
        var pasts: [UInt32: (codes: Set<String>, isGone: Bool, since: Instant?)] = [:]
        if let people {
            for stored in try await journal.versions(kind: people.code, number: nil) {
                var past = pasts[stored.change.number] ?? ([], false, nil)
                if let row = try register.row(stored, keys: KeyRing()) { past.codes.insert(row.code) }
                if let sealed = stored.change.sealed, keys.key(of: sealed) == nil {
                    (past.isGone, past.since) = (true, nil)
                } else if past.isGone, past.since == nil {
                    // The first version after what cannot be read any more is what the erasure left.
                    past.since = stored.happened
                }
                pasts[stored.change.number] = past
            }
        }
        var erased: [String: Instant] = [:]
        for past in pasts.values where past.isGone {
            for code in past.codes { erased[code] = max(erased[code] ?? .distantPast, past.since ?? .distantPast) }
        }
        self.erased = erased
        numbers = Set(pasts.filter(\.value.isGone).keys)
    }

    /// When whoever stood under the code of a record was erased; nil where nobody was, or where it brings nothing of anybody.
    private func erasure(of row: any AnyRow, in picture: Picture) -> Instant? {
        guard let people, row.slot == people.slot, let since = erased[row.code] else { return nil }
        let held = picture[row.reference]
        let tells = people.columns.enumerated().contains { place, column in
            let value = row.value(place)
            return column.isSealed && value != people.blank(place) && value != held?.value(place)
        }
        return tells ? since : nil
    }

    /// What is wrong with versions that somebody brings, once for each code.
    ///
    /// - Parameter blanking: whether what comes for a record that is still there, and was erased, is taken without what tells of anybody.
    package func findings(in versions: [Version], _ picture: Picture, blanking: Bool) -> [Finding] {
        var told: Set<String> = []
        return versions.compactMap { version in
            guard let people, let row = version.row, let since = erasure(of: row, in: picture), !(blanking && numbers.contains(row.number)),
                told.insert(row.code).inserted
            else { return nil }
            return Finding(.erased(row.code, on: picture.zone.day(at: since)), file: people.file)
        }
    }
}
