import Ledger
import Rulebook

/// What is said of an erasure stays when all that it was about is gone: so it may not say again what is erased.
enum Erasing {
    /// What the journal alone knows of whom an act erases.
    struct Former: Sendable {
        /// Whoever stood under their codes in a record that was removed since.
        var subjects: Set<UInt32> = []
        /// Records that ever spoke of them by their names, though they may be gone or speak of others now.
        var speakers: Set<KeyOwner> = []
        /// What lies under one key with something of theirs, as an earlier release sealed it: it is written anew before that key goes.
        var beside: Set<Reference> = []
    }

    /// Shorter values are words of a language too, and are looked for as they are written.
    private static let shortest = 4

    /// - Throws: where a reason names what the act erases.
    static func refuseNaming(_ reasons: [String], of draft: Draft, in picture: Picture) throws(Refusal) {
        let said = reasons.filter { !$0.isEmpty }
        guard !said.isEmpty else { return }
        for change in draft.changes {
            guard let row = picture[change.reference], let kind = picture.register.kind(slot: row.slot) else { continue }
            for (place, column) in kind.columns.enumerated() where column.isPersonal {
                guard case .text(let value) = row.value(place), said.contains(where: { names(value, in: $0) }) else { continue }
                throw Refusal(.reasonNamesErased, [Fact("kind", .word(kind.code)), Fact("code", row.code), Fact("field", column.name)])
            }
        }
    }

    private static func names(_ value: String, in reason: String) -> Bool {
        let isShort = value.count < shortest
        let (wanted, words) = isShort ? (value, reason) : (value.folded, reason.folded)
        guard !wanted.isEmpty else { return false }
        return (" " + words.map { $0.isLetter || $0.isNumber ? String($0) : " " }.joined() + " ")
            .contains(" " + wanted.map { $0.isLetter || $0.isNumber ? String($0) : " " }.joined() + " ")
    }
}

extension Chancery {
    /// Whom an act erases, by their codes.
    func erased(by request: ActRequest) -> [ActRequest.Proposal] {
        guard request.act == .confirm else { return request.act == .erase ? request.proposals : [] }
        return request.proposals.flatMap { proposal -> [ActRequest.Proposal] in
            guard let pending = picture.find(PendingAct.self, proposal.code), pending.act == ActName.erase.rawValue,
                let inner = try? Proposing.request(of: pending)
            else { return [] }
            return inner.proposals
        }
    }

    /// Whoever bore the code of somebody who is to be erased, in a record that was removed since: whoever was removed and added again, or
    /// whose removal was taken back, is another number, and what lies under the old one is about the same person.
    func former(of request: ActRequest) async throws(Denial) -> Erasing.Former {
        let erased = erased(by: request)
        guard !erased.isEmpty else { return Erasing.Former() }
        var former = Erasing.Former()
        do throws(JournalFailure) {
            var numbers: Set<UInt32> = []
            for (word, proposals) in Dictionary(grouping: erased, by: \.kind) {
                guard let kind = house.register.kind(word) else { continue }
                let codes = Set(proposals.map(\.code))
                former.subjects.formUnion(try await Chancery.formerSubjects(of: kind, codes, since: picture, in: journal))
                let standing = codes.compactMap { picture[slot: kind.slot].number(of: $0) }
                numbers.formUnion(standing.compactMap { picture[Reference(slot: kind.slot, number: $0)]?.dataSubject })
            }
            former.speakers = try await Chancery.speakers(
                of: Set(erased.map { "\($0.kind)/\($0.code)" }), numbers.union(former.subjects), house.register, scribe.keys, in: journal)
            try await Chancery.reachUnnamed(&former, numbers.union(former.subjects), picture, scribe.keys, in: journal)
        } catch { throw .journal(error) }
        return former
    }

    /// It reads all versions of a kind, beside the actor.
    private nonisolated static func formerSubjects(
        of kind: Kind, _ codes: Set<String>, since picture: Picture, in journal: any Journal
    ) async throws(JournalFailure) -> Set<UInt32> {
        let versions = try await journal.versions(kind: kind.code, number: nil)
        var numbers: Set<UInt32> = []
        var subjects: Set<UInt32> = []
        for version in versions {
            let reference = Reference(slot: kind.slot, number: version.change.number)
            guard picture[reference] == nil, !numbers.contains(version.change.number),
                let row = try picture.register.row(version, keys: KeyRing()), codes.contains(row.code)
            else { continue }
            numbers.insert(version.change.number)
            if let subject = row.dataSubject { subjects.insert(subject) }
        }
        let sealed = versions.filter { numbers.contains($0.change.number) }.compactMap { $0.change.sealed?.dataSubject }
        return subjects.union(sealed).subtracting([0])
    }

    private static let kindsOfSpeakers = [Waiver.code, Assignment.code, PendingAct.code]

    /// What ever spoke of them by their names, or of a record that ever led to them.
    private nonisolated static func speakers(
        of names: Set<String>, _ subjects: Set<UInt32>, _ register: Register, _ keys: KeyRing, in journal: any Journal
    ) async throws(JournalFailure) -> Set<KeyOwner> {
        var speakers: Set<KeyOwner> = []
        var ways = PastWays(to: subjects, register, keys, in: journal)
        for kind in kindsOfSpeakers where register.kind(kind) != nil {
            for version in try await journal.versions(kind: kind, number: nil) {
                guard let row = try register.row(version, keys: KeyRing()) else { continue }
                for name in row.spokenOf where !speakers.contains(KeyOwner(kind: kind, number: row.number, dataSubject: 0)) {
                    guard try await names.contains(name) ? true : ways.lead(from: name) else { continue }
                    speakers.insert(KeyOwner(kind: kind, number: row.number, dataSubject: 0))
                }
            }
        }
        return speakers
    }

    /// An earlier release sealed all that was about nobody yet under one key. Where something under it became that of whom is erased, that
    /// key goes, and what stands under it of others is written anew.
    private nonisolated static func reachUnnamed(
        _ former: inout Erasing.Former, _ subjects: Set<UInt32>, _ picture: Picture, _ keys: KeyRing, in journal: any Journal
    ) async throws(JournalFailure) {
        let owner = KeyOwner(allOf: 0)
        guard let key = keys[owner] else { return }
        var reaches = false
        for kind in picture.register.kinds where kind.seals {
            for version in try await journal.versions(kind: kind.code, number: nil) {
                guard let sealed = version.change.sealed, keys.key(of: sealed) == key,
                    let row = picture[Reference(slot: kind.slot, number: version.change.number)]
                else { continue }
                if picture.goes(row, with: subjects) {
                    reaches = true
                } else if row.sequence == version.sequence {
                    former.beside.insert(row.reference)
                }
            }
        }
        if reaches { former.speakers.insert(owner) } else { former.beside = [] }
    }
}
