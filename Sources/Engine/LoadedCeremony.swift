package import Foundation
package import Ledger

/// A ceremony as it stands in a journal from some point of view.
package struct LoadedCeremony: Sendable {
    package let picture: Picture
    package let head: Head
    package let keys: KeyRing
    /// The moment that the point of view means: what time-dependent rules take for now.
    package let moment: Instant
    /// When the journal's last entry was recorded.
    package let recorded: Instant

    package init(picture: Picture, head: Head, keys: KeyRing, moment: Instant, recorded: Instant = .distantPast) {
        self.picture = picture
        self.head = head
        self.keys = keys
        self.moment = moment
        self.recorded = recorded
    }

    /// Reads the ceremony out of a journal.
    ///
    /// - Parameter now: the moment to judge by where the point of view names none.
    package static func opened(
        _ journal: some Journal, register: Register, view: PointOfView = .now, now: Instant
    ) async throws(JournalFailure) -> LoadedCeremony {
        // Somebody else may be writing. The head is read first, so that nobody writes on top of records read before it; the keys
        // last, so that each record read has its own.
        let head = try await journal.head()
        let recorded = try await journal.heads(of: [head.sequence]).last?.recorded ?? .distantPast
        let stored = try await journal.records(view)
        let keys = try await journal.keys()
        let rows = try await decoded(stored, register, keys)
        var picture = Picture(register, zone: .gmt)
        picture.apply(rows.map { Change($0) })
        picture.sequence = head.sequence
        for (code, number) in try await journal.lastNumbers() {
            if let slot = register.kind(code)?.slot { picture.reserve(number, slot: slot) }
        }
        let moment: Instant
        switch view {
        case .now, .sequence: moment = now
        case .happened(let instant), .recorded(let instant): moment = instant
        }
        return LoadedCeremony(picture: picture, head: head, keys: keys, moment: moment, recorded: recorded)
    }

    /// Reading records is most of a start, and none needs another: each processor takes its share.
    private static func decoded(
        _ stored: [StoredRecord], _ register: Register, _ keys: KeyRing
    ) async throws(JournalFailure) -> [any AnyRow] {
        let size = stored.count / ProcessInfo.processInfo.activeProcessorCount + 1
        let shares = stride(from: 0, to: stored.count, by: size).map { stored[$0..<min($0 + size, stored.count)] }
        let read = await withTaskGroup(of: (place: Int, rows: Result<[any AnyRow], JournalFailure>).self) { group in
            for (place, share) in shares.enumerated() {
                group.addTask { (place, Result { () throws(JournalFailure) in try decoded(share, register, keys) }) }
            }
            return await group.reduce(into: [:]) { $0[$1.place] = $1.rows }
        }
        var rows: [any AnyRow] = []
        rows.reserveCapacity(stored.count)
        for place in shares.indices { rows += try read[place]?.get() ?? [] }
        return rows
    }

    private static func decoded(
        _ share: ArraySlice<StoredRecord>, _ register: Register, _ keys: KeyRing
    ) throws(JournalFailure) -> [any AnyRow] {
        var rows: [any AnyRow] = []
        rows.reserveCapacity(share.count)
        for record in share {
            if let row = try register.row(record, keys: keys) { rows.append(row) }
        }
        return rows
    }
}

extension LoadedCeremony {
    /// The zone of the ceremony's days, asked of a journal before anything else is read.
    package static func zone(of journal: some Journal, register: Register) async throws(JournalFailure) -> TimeZone {
        guard let keeper = register.zoneKeeper else { return .gmt }
        let versions = try await journal.versions(kind: keeper.kind, number: nil)
        var rows: [any AnyRow] = []
        for version in versions { if let row = try register.row(version, keys: KeyRing()) { rows.append(row) } }
        return keeper.zone(of: rows)
    }

    /// When the newest fact that the journal knows became true.
    package static func newestFact(in journal: some Journal) async throws(JournalFailure) -> Instant {
        try await journal.records(.now).map(\.happened).max() ?? Instant(milliseconds: 0)
    }
}
