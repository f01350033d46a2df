import Ledger

/// Whether records ever led to certain people by what they named, in whatever version: a waiver was written when the badge was somebody's who
/// does not wear it any more, and its words may tell of them all the same.
struct PastWays {
    /// What a record was called and named in all its versions.
    private struct Past {
        var codes: Set<String> = []
        var names: Set<Reference> = []
        var subjects: Set<UInt32> = []
    }

    private let people: Set<UInt32>
    private let register: Register
    private let keys: KeyRing
    private let journal: any Journal
    /// Read kind by kind, as far as something leads there.
    private var pasts: [Int: [UInt32: Past]] = [:]
    private var answers: [String: Bool] = [:]

    init(to people: Set<UInt32>, _ register: Register, _ keys: KeyRing, in journal: any Journal) {
        self.people = people
        self.register = register
        self.keys = keys
        self.journal = journal
    }

    /// Whether whatever bore such a name, `badge/B-1`, ever led to one of them.
    mutating func lead(from name: String) async throws(JournalFailure) -> Bool {
        if let known = answers[name] { return known }
        let answer = try await found(from: name)
        answers[name] = answer
        return answer
    }

    private mutating func found(from name: String) async throws(JournalFailure) -> Bool {
        let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
        guard parts.count == 2, let slot = register.kind(parts[0])?.slot, slot != register.people?.slot else { return false }
        var open = try await pasts(of: slot).filter { $0.value.codes.contains(parts[1]) }.map { Reference(slot: slot, number: $0.key) }
        var known = Set(open)
        while let reference = open.popLast() {
            guard let past = try await pasts(of: reference.slot)[reference.number] else { continue }
            guard past.subjects.isDisjoint(with: people) else { return true }
            for next in past.names where known.insert(next).inserted {
                guard next.slot == register.people?.slot else {
                    open.append(next)
                    continue
                }
                if people.contains(next.number) { return true }
            }
        }
        return false
    }

    private mutating func pasts(of slot: Int) async throws(JournalFailure) -> [UInt32: Past] {
        if let known = pasts[slot] { return known }
        guard let kind = register.kind(slot: slot) else { return [:] }
        var found: [UInt32: Past] = [:]
        for version in try await journal.versions(kind: kind.code, number: nil) {
            var past = found[version.change.number] ?? Past()
            if let subject = version.change.sealed?.dataSubject, subject != 0 { past.subjects.insert(subject) }
            if let row = try register.row(version, keys: keys) {
                past.codes.insert(row.code)
                past.names.formUnion(register.references(from: row))
                if let subject = row.dataSubject { past.subjects.insert(subject) }
            }
            found[version.change.number] = past
        }
        pasts[slot] = found
        return found
    }
}
