package import Engine
package import Exchange
import Foundation
package import Ledger
package import Mounting
package import Rulebook

/// What is news in packs: worked out beside the house, and then written by its one actor, everything or nothing.
package struct Importing: Sendable {
    package enum Plan: Sendable {
        /// The packs cannot be read as they are.
        case refused([Finding])
        /// - Parameter head: where the journal ended when this was worked out; it holds only there.
        case news([News], unchanged: Int, on: Head)
        /// Something in them is not for who brings them.
        case barred(Refusal)
    }

    private let journal: any Journal
    private let register: Register
    private let vocabulary: Vocabulary
    private let sight: PackSight?
    private let limits: ReadingLimits
    private let ceremony: any CeremonyBook

    /// - Parameters:
    ///   - ceremony: how the house keeps what a pack says of the ceremony itself.
    ///   - sight: what whoever brings the packs may know of; nil where that is everything.
    package init(
        from journal: any Journal, register: Register, ceremony: any CeremonyBook, vocabulary: Vocabulary = Vocabulary(),
        sight: PackSight? = nil, limits: ReadingLimits = ReadingLimits()
    ) {
        self.ceremony = ceremony
        self.sight = sight
        self.limits = limits
        self.journal = journal
        self.register = register
        self.vocabulary = vocabulary
    }

    /// - Parameters:
    ///   - happened: when a row happened that does not say.
    ///   - last: what happened after it is left out: the packs of a ceremony that is served as of a past day hold its future too.
    package func plan(_ packs: [Pack], happened: Instant, now: Instant, upTo last: Instant? = nil) async throws(JournalFailure) -> Plan {
        let opening = try await LoadedCeremony.opened(journal, register: register, now: now)
        let all: @Sendable (Reference) -> Bool = { _ in true }
        let reader = PackReader(
            into: opening.picture, happened: happened, vocabulary: vocabulary, limits: limits, sees: sight?.sees ?? all)
        let reading: PackReading
        if let sight {
            do throws(NotToBeRead) { reading = try reader.read(packs, seesKind: sight.seesKind, seesColumn: sight.seesColumn) } catch {
                return .barred(Refusal(.notYoursInPack, [Fact("what", error.what)]))
            }
        } else {
            reading = reader.read(packs)
        }
        let content: PackContent
        switch reading {
        case .refused(let findings): return .refused(findings)
        case .read(let read): content = read
        }
        var versions = content.versions
        if sight != nil, let old = versions.first(where: { $0.happened < opening.picture[$0.reference]?.happened ?? .distantPast }) {
            return .barred(Refusal(older: old.code, than: old.reference, in: opening.picture))
        }
        if let ceremony = toldCeremony(content, opening.picture) { versions.insert(ceremony, at: 0) }
        let codes = try await ErasedCodes(journal, register, opening.keys)
        let findings = codes.findings(in: versions, opening.picture, blanking: true)
        guard findings.isEmpty else { return .refused(findings) }
        let known = try await Histories(journal, register, opening.keys)
        if let last { versions.removeAll { $0.happened > last } }
        let new = versions.map { known.isErased($0) ? withoutPersonalFields($0) : known.withoutErasedFields($0) }
            .filter { !known.hold($0) }
        let strange = unknownFiles(new, known)
        guard strange.isEmpty else { return .refused(strange) }
        return .news(
            new.map { News($0.reference, code: $0.code, happened: $0.happened, row: $0.row, isCurrent: known.areNotAfter($0)) },
            unchanged: content.unchanged + versions.count - new.count,
            on: opening.head)
    }

    /// The ceremony's own record, from what the pack says of itself.
    private func toldCeremony(_ content: PackContent, _ picture: Picture) -> Version? {
        guard let manifest = content.manifest, !content.versions.contains(where: { $0.reference.slot == ceremony.slot }) else { return nil }
        let told = CeremonyTold(
            code: manifest.ceremony, zone: manifest.zone, clock: manifest.clock, opens: manifest.opens, closes: manifest.closes)
        let row = ceremony.row(told, in: picture, first: content.versions.map(\.happened).min() ?? Instant(milliseconds: 0))
        guard sight?.sees(row.reference) ?? true else { return nil }
        return Version(row.reference, code: row.code, happened: row.happened, row: row)
    }

    /// Findings of files that are told one by one.
    private static let mostUnknownFiles = 500

    /// What versions say of files that are not here: lists bring none, and an entry names nothing that nobody could show.
    private func unknownFiles(_ versions: [Version], _ known: Histories) -> [Finding] {
        var findings: [Finding] = []
        for version in versions where findings.count < Self.mostUnknownFiles {
            guard let row = version.row, let kind = register.kind(slot: row.slot) else { continue }
            for (place, column, _) in kind.attachmentColumns where row.value(place) != .absent {
                guard !known.everHeld(row.value(place), at: place, of: version.reference) else { continue }
                findings.append(Finding(.bytesNotHere(code: version.code, field: column.name), file: kind.file))
            }
        }
        return findings
    }

    /// What may be taken of a version whose person was erased: a pack from before does not bring anybody back.
    private func withoutPersonalFields(_ version: Version) -> Version {
        guard let row = version.row, let kind = register.kind(slot: row.slot) else { return version }
        return Version(version.reference, code: version.code, happened: version.happened, row: kind.withoutSealedFields(row))
    }
}

/// All versions that a journal holds, to see what of a pack is news.
struct Histories {
    private var versions: [Reference: [(happened: Instant, row: (any AnyRow)?)]] = [:]
    /// What was erased: the key of that is gone.
    private var erased: Set<KeyOwner> = []
    /// Of what else only fields of these terms were.
    private var erasedTerms: [KeyOwner: Set<Int>] = [:]
    /// The people of whom something was erased, and nothing is left.
    private var gone: Set<UInt32> = []
    private let register: Register

    init(_ journal: any Journal, _ register: Register, _ keys: KeyRing) async throws(JournalFailure) {
        self.register = register
        for stored in try await journal.versions(kind: nil, number: nil) {
            guard let slot = register.kind(stored.change.kind)?.slot else { continue }
            let row = try register.row(stored, keys: keys)
            if let sealed = stored.change.sealed {
                let owner = KeyOwner(kind: stored.change.kind, number: stored.change.number, dataSubject: sealed.dataSubject)
                if keys.key(of: sealed) == nil { erased.insert(owner) }
                for part in sealed.early where keys[part.key] == nil { erasedTerms[owner, default: []].insert(part.days) }
            }
            versions[Reference(slot: slot, number: stored.change.number), default: []].append((stored.happened, row))
        }
        gone = Set(erased.map(\.dataSubject)).subtracting(
            keys.all.map(\.owner).filter { $0.kind != KeyOwner.said }.map(\.dataSubject))
    }

    func isErased(_ version: Version) -> Bool {
        guard let row = version.row, let subject = row.dataSubject, let kind = register.kind(slot: row.slot) else { return false }
        return gone.contains(subject) || erased.contains(KeyOwner(kind: kind.code, number: row.number, dataSubject: subject))
    }

    /// A version without the fields that were erased of its record because their date had come: no pack brings them back.
    func withoutErasedFields(_ version: Version) -> Version {
        guard let row = version.row, let kind = register.kind(slot: row.slot),
            let days = erasedTerms[KeyOwner(kind: kind.code, number: row.number, dataSubject: row.dataSubject ?? 0)],
            let bare = kind.withoutDueFields(row, Due([kind.code: days], sparing: []))
        else { return version }
        return Version(version.reference, code: version.code, happened: version.happened, row: bare)
    }

    /// Whether the journal knows nothing of the record that happened later.
    func areNotAfter(_ version: Version) -> Bool { versions[version.reference]?.allSatisfy { $0.happened <= version.happened } ?? true }

    /// Whether any version of the record says so in that column.
    func everHeld(_ value: Value, at place: Int, of record: Reference) -> Bool {
        versions[record]?.contains { $0.row?.value(place) == value } ?? false
    }

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
