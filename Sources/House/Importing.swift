import Committee
package import Exchange
import Foundation
package import Ledger
import Rulebook

/// Takes packs into a journal: everything that is new in them, or nothing.
package struct Importing: Sendable {
    package enum Outcome: Sendable {
        /// The packs cannot be read as they are; nothing was written.
        case refused([Finding])
        case written(entries: Int, versions: Int, unchanged: Int)
    }

    private let journal: any Journal
    private let register: Register
    private let vocabulary: Vocabulary

    package init(into journal: any Journal, register: Register = houseRegister, vocabulary: Vocabulary = Vocabulary()) {
        self.journal = journal
        self.register = register
        self.vocabulary = vocabulary
    }

    /// - Parameters:
    ///   - happened: when a row happened that does not say.
    ///   - now: when the house comes to know.
    ///   - last: what happened after it is left out: the packs of a ceremony that is served as of a past day hold its future too.
    package func take(
        _ packs: [Pack], actor: String, reason: String, happened: Instant, now: Instant, upTo last: Instant? = nil
    ) async throws(JournalFailure) -> Outcome {
        let opening = try await Opening.opened(journal, register: register, now: now)
        let reader = PackReader(into: opening.picture, happened: happened, vocabulary: vocabulary)
        let content: PackContent
        switch reader.read(packs) {
        case .refused(let findings): return .refused(findings)
        case .read(let read): content = read
        }
        var versions = content.versions
        if let ceremony = ceremony(content, opening.picture) { versions.insert(ceremony, at: 0) }
        let known = try await Histories(journal, register, opening.keys)
        if let last { versions.removeAll { $0.happened > last } }
        let new = versions.map { known.isErased($0) ? withoutPersonalFields($0) : $0 }.filter { !known.hold($0) }
        let entries = try await append(new, opening, actor: actor, reason: reason, now: now)
        return .written(entries: entries, versions: new.count, unchanged: content.unchanged + versions.count - new.count)
    }

    /// The ceremony's own record, from what the pack says of itself.
    private func ceremony(_ content: PackContent, _ picture: Picture) -> Version? {
        guard let manifest = content.manifest, !content.versions.contains(where: { $0.reference.slot == Ceremony.slot }) else { return nil }
        var ceremony = picture.ceremony ?? Ceremony(manifest.ceremony, id: 1)
        ceremony.zone = manifest.zone.ianaName
        ceremony.clock = manifest.clock.map { Moment($0, in: manifest.zone) }
        ceremony.opens = manifest.opens
        ceremony.closes = manifest.closes
        let start = picture.row(ceremony.id)?.happened ?? content.versions.map(\.happened).min() ?? Instant(milliseconds: 0)
        return Version(Row(ceremony, happened: start, sequence: 0))
    }

    /// What may be taken of a version whose person was erased: a pack from before does not bring anybody back.
    private func withoutPersonalFields(_ version: Version) -> Version {
        guard let row = version.row, let kind = register.kind(slot: row.slot) else { return version }
        let values = kind.columns.enumerated().map { place, column in
            (place: place, value: column.isPersonal ? Value.absent : row.value(place))
        }
        let bare = try? kind.row(row.number, values, happened: row.happened)
        return Version(version.reference, code: version.code, happened: version.happened, row: bare ?? nil)
    }

    /// One entry for each instant at which something happened, all in one transaction.
    private func append(
        _ versions: [Version], _ opening: Opening, actor: String, reason: String, now: Instant
    ) async throws(JournalFailure) -> Int {
        var keys = opening.keys
        var fresh: [PersonKey] = []
        var dice = SystemRandomNumberGenerator()
        var entries: [Entry] = []
        var head = opening.head
        for group in Importing.byInstant(versions) {
            let sequence = head.sequence + 1
            var stored: [StoredChange] = []
            stored.reserveCapacity(group.versions.count)
            for version in group.versions {
                do throws(Unstorable) {
                    stored.append(
                        try register.stored(version.change, sequence: sequence) { subject in
                            if let key = keys[subject] { return key }
                            let key = PersonKey(dataSubject: subject, from: &dice)
                            keys[subject] = key
                            fresh.append(key)
                            return key
                        })
                } catch {
                    throw .unfit("\(version.code): sealing")
                }
            }
            let entry = Entry(
                sequence: sequence, happened: group.happened, recorded: now, actor: actor, act: ActName.load.rawValue, reason: reason,
                idempotencyKey: "", changes: stored, previous: head.hash)
            entries.append(entry)
            head = Head(sequence: sequence, hash: entry.hash)
        }
        try await journal.append(entries, keys: fresh)
        return entries.count
    }

    private static func byInstant(_ versions: [Version]) -> [(happened: Instant, versions: [Version])] {
        var groups: [(happened: Instant, versions: [Version])] = []
        for version in versions.enumerated().sorted(by: { ($0.element.happened, $0.offset) < ($1.element.happened, $1.offset) }) {
            if groups.last?.happened == version.element.happened {
                groups[groups.count - 1].versions.append(version.element)
            } else {
                groups.append((version.element.happened, [version.element]))
            }
        }
        return groups
    }
}

/// All versions that a journal holds, to see what of a pack is news.
struct Histories {
    private var versions: [Reference: [(happened: Instant, row: (any AnyRow)?)]] = [:]
    /// People whose key was destroyed.
    private var erased: Set<UInt32> = []

    init(_ journal: any Journal, _ register: Register, _ keys: [UInt32: PersonKey]) async throws(JournalFailure) {
        for stored in try await journal.versions(kind: nil, number: nil) {
            guard let slot = register.kind(stored.change.kind)?.slot else { continue }
            let row = try register.row(stored, key: { keys[$0] })
            if stored.change.sealed != nil, let subject = stored.change.dataSubject, keys[subject] == nil { erased.insert(subject) }
            versions[Reference(slot: slot, number: stored.change.number), default: []].append((stored.happened, row))
        }
    }

    func isErased(_ version: Version) -> Bool { version.row?.dataSubject.map(erased.contains) ?? false }

    /// Whether the record was just so at that instant already.
    func hold(_ version: Version) -> Bool {
        guard let known = versions[version.reference]?.last(where: { $0.happened <= version.happened }) else {
            return version.row == nil
        }
        switch (known.row, version.row) {
        case (nil, nil): return true
        case (let held?, let told?): return held.isEqual(to: told)
        default: return false
        }
    }
}
