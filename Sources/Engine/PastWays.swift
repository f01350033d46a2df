import Ledger

/// To which people records ever led by what they named, in whatever version: a waiver was written when the badge was somebody's who does not
/// wear it any more, and its words may tell of them all the same.
struct PastWays {
    /// What a record was called and named in all its versions.
    private struct Past {
        var codes: Set<String> = []
        var names: Set<Reference> = []
        var subjects: Set<UInt32> = []
    }

    private let register: Register
    private let keys: KeyRing
    private let journal: any Journal
    /// Read kind by kind, as far as something leads there.
    private var pasts: [Int: [UInt32: Past]] = [:]
    private var answers: [String: Set<UInt32>] = [:]

    init(_ register: Register, _ keys: KeyRing, in journal: any Journal) {
        self.register = register
        self.keys = keys
        self.journal = journal
    }

    /// Whoever ever stood in a record of people.
    mutating func everybody() async throws(JournalFailure) -> Set<UInt32> {
        guard let people = register.people else { return [] }
        return Set(try await pasts(of: people.slot).keys)
    }

    /// Everybody who bore such a name, `person/P-1`, or to whom whatever bore it, `badge/B-1`, ever led.
    mutating func people(from name: String) async throws(JournalFailure) -> Set<UInt32> {
        if let known = answers[name] { return known }
        let answer = try await found(from: name)
        answers[name] = answer
        return answer
    }

    private mutating func found(from name: String) async throws(JournalFailure) -> Set<UInt32> {
        let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
        guard parts.count == 2, let slot = register.kind(parts[0])?.slot else { return [] }
        var open = try await pasts(of: slot).filter { $0.value.codes.contains(parts[1]) }.map { Reference(slot: slot, number: $0.key) }
        var known = Set(open)
        var people: Set<UInt32> = []
        while let reference = open.popLast() {
            guard reference.slot != register.people?.slot else {
                people.insert(reference.number)
                continue
            }
            guard let past = try await pasts(of: reference.slot)[reference.number] else { continue }
            people.formUnion(past.subjects)
            for next in past.names where known.insert(next).inserted { open.append(next) }
        }
        return people
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
