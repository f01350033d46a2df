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
        /// Whom the act names who stand in no record any more, as they last stood, by their names.
        var removed: [String: any AnyRow] = [:]
        /// Of an act that erases what is due: the keys that there are, whoever ever stood in a record, and what speaks of each of them.
        var keys = KeyRing()
        var everybody: Set<UInt32> = []
        var speakersOf: [UInt32: Set<KeyOwner>] = [:]
        /// Whether the journal was asked.
        var isKnown = false

        /// What speaks of these people.
        func speakers(of people: Set<UInt32>) -> Set<KeyOwner> {
            people.reduce(into: speakers) { $0.formUnion(speakersOf[$1] ?? []) }
        }
    }

    /// Shorter values are words of a language too, and are looked for as they are written.
    private static let shortest = 4

    /// - Throws: where a reason names what the act erases.
    static func refuseNaming(_ reasons: [String], of rows: [any AnyRow], in picture: Picture) throws(Refusal) {
        let said = reasons.filter { !$0.isEmpty }.map { (plain: spaced($0), folded: spaced($0.folded)) }
        guard !said.isEmpty else { return }
        for row in rows {
            guard let kind = picture.register.kind(slot: row.slot) else { continue }
            for (place, column) in kind.columns.enumerated() where column.isPersonal {
                guard case .text(let value) = row.value(place), !value.isEmpty else { continue }
                let isShort = value.count < shortest
                let wanted = spaced(isShort ? value : value.folded)
                guard said.contains(where: { (isShort ? $0.plain : $0.folded).contains(wanted) }) else { continue }
                throw Refusal(.reasonNamesErased, [Fact("kind", .word(kind.code)), Fact("code", row.code), Fact("field", column.name)])
            }
        }
    }

    private static func spaced(_ text: String) -> String {
        " " + text.map { $0.isLetter || $0.isNumber ? String($0) : " " }.joined() + " "
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

    /// Whether an act erases what is due, or lets another do so.
    func forgetsByDate(_ request: ActRequest) -> Bool {
        guard request.act == .confirm else { return house.act(request.act)?.forgetsByDate ?? false }
        return request.proposals.contains { proposal in
            picture.find(PendingAct.self, proposal.code).flatMap { house.act(ActName($0.act)) }?.forgetsByDate ?? false
        }
    }

    /// Whoever bore the code of somebody who is to be erased, in a record that was removed since: whoever was removed and added again, or
    /// whose removal was taken back, is another number, and what lies under the old one is about the same person.
    func former(of request: ActRequest) async throws(Denial) -> Erasing.Former {
        guard !request.former.isKnown else { return request.former }
        guard !forgetsByDate(request) else { return try await formerOfAll() }
        let erased = erased(by: request)
        guard !erased.isEmpty else { return Erasing.Former() }
        var former = Erasing.Former()
        former.isKnown = true
        do throws(JournalFailure) {
            var numbers: Set<UInt32> = []
            for (word, proposals) in Dictionary(grouping: erased, by: \.kind) {
                guard let kind = house.register.kind(word) else { continue }
                let codes = Set(proposals.map(\.code))
                try await Chancery.reachRemoved(&former, of: kind, codes, since: picture, scribe.keys, in: journal)
                let standing = codes.compactMap { picture[slot: kind.slot].number(of: $0) }
                numbers.formUnion(standing.compactMap { picture[Reference(slot: kind.slot, number: $0)]?.dataSubject })
            }
            var ways = PastWays(house.register, scribe.keys, in: journal)
            let speakers = try await Chancery.speakers(&ways, house.register, in: journal)
            former.speakers = numbers.union(former.subjects).reduce(into: []) { $0.formUnion(speakers[$1] ?? []) }
            try await Chancery.reachUnnamed(&former, numbers.union(former.subjects), picture, scribe.keys, in: journal)
        } catch { throw .journal(error) }
        return former
    }

    /// Of everybody: whose date has come is decided only then.
    private func formerOfAll() async throws(Denial) -> Erasing.Former {
        var former = Erasing.Former()
        former.isKnown = true
        former.keys = scribe.keys
        former.beside = Chancery.sealedAsOfOld(scribe.keys, picture)
        do throws(JournalFailure) {
            var ways = PastWays(house.register, scribe.keys, in: journal)
            former.everybody = try await ways.everybody()
            former.speakersOf = try await Chancery.speakers(&ways, house.register, in: journal)
        } catch { throw .journal(error) }
        return former
    }

    /// The records that may stand under a key of an earlier release with something that is kept less long.
    private nonisolated static func sealedAsOfOld(_ keys: KeyRing, _ picture: Picture) -> Set<Reference> {
        let old = keys.areOfOld(in: picture.register)
        var found = Set(
            old.compactMap { owner in picture.register.kind(owner.kind).map { Reference(slot: $0.slot, number: owner.number) } })
        let subjects = Set(old.filter { $0.kind.isEmpty }.map(\.dataSubject))
        guard !subjects.isEmpty else { return found }
        for kind in picture.register.kinds where kind.seals {
            picture[slot: kind.slot].forEach { row in if subjects.contains(row.dataSubject ?? 0) { found.insert(row.reference) } }
        }
        return found
    }

    /// It reads all versions of a kind, beside the actor.
    private nonisolated static func reachRemoved(
        _ former: inout Erasing.Former, of kind: Kind, _ codes: Set<String>, since picture: Picture, _ keys: KeyRing,
        in journal: any Journal
    ) async throws(JournalFailure) {
        let versions = try await journal.versions(kind: kind.code, number: nil)
        var numbers: Set<UInt32> = []
        for version in versions {
            let reference = Reference(slot: kind.slot, number: version.change.number)
            guard picture[reference] == nil, let row = try picture.register.row(version, keys: keys), codes.contains(row.code) else {
                continue
            }
            numbers.insert(row.number)
            former.removed["\(kind.code)/\(row.code)"] = row
            if let subject = row.dataSubject { former.subjects.insert(subject) }
        }
        former.subjects.formUnion(versions.filter { numbers.contains($0.change.number) }.compactMap { $0.change.sealed?.dataSubject })
        former.subjects.remove(0)
    }

    private static let kindsOfSpeakers = [Waiver.code, Assignment.code, PendingAct.code]

    /// What ever spoke of each person: by their name, or by that of a record that ever led to them.
    private nonisolated static func speakers(
        _ ways: inout PastWays, _ register: Register, in journal: any Journal
    ) async throws(JournalFailure) -> [UInt32: Set<KeyOwner>] {
        var speakers: [UInt32: Set<KeyOwner>] = [:]
        for kind in kindsOfSpeakers where register.kind(kind) != nil {
            for version in try await journal.versions(kind: kind, number: nil) {
                guard let row = try register.row(version, keys: KeyRing()) else { continue }
                let owner = KeyOwner(kind: kind, number: row.number, dataSubject: 0)
                for name in row.spokenOf { for person in try await ways.people(from: name) { speakers[person, default: []].insert(owner) } }
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
