/// Makes the entries that continue a chain: seals what is about people, and draws a key for whoever has none yet.
public struct Scribe: Sendable {
    /// Where the chain ends, with all that was made so far.
    public private(set) var head: Head
    public private(set) var keys: KeyRing
    private let register: Register
    /// What keys are drawn from.
    private var dice: Dice

    /// An entry with the keys that it is the first to need.
    public struct Draught: Sendable {
        public let entry: Entry
        public let keys: [SealingKey]
        /// The keys that are destroyed with it.
        public let erased: [SealingKey]
    }

    public init(_ head: Head, keys: KeyRing, register: Register, dice: Dice) {
        self.dice = dice
        self.head = head
        self.keys = keys
        self.register = register
    }

    /// The next entry.
    ///
    /// - Parameters:
    ///   - sealsWords: whether the words are sealed where it touches people; a pack that comes with the folder of the data is told of in
    ///     the open.
    ///   - erasing: the people of whom everything is erased that was ever written about them.
    ///   - about: under whose keys the words lie, beside those that its changes need.
    ///   - speaking: further records of which everything is erased that was ever written; what it writes of them is under new keys.
    ///   - due: what is erased because its date has come, of removed records too.
    ///   - standing: whom a record is about now; see ``KeyRing/ofAll(about:speaking:standing:)``.
    /// - Throws: where a change cannot be stored; then nothing has become of it.
    public mutating func write(
        _ changes: [Change], by signatory: Entry.Signatory, act: String, words: Entry.Words, sealsWords: Bool = true, happened: Instant,
        recorded: Instant, idempotencyKey: String = "", about: Set<KeyOwner> = [], erasing: Set<UInt32> = [],
        speaking: Set<KeyOwner> = [], due: Due = .nothing,
        standing: (KeyOwner) -> UInt32? = { _ in nil }
    ) throws(Unstorable) -> Draught {
        let sequence = head.sequence + 1
        var ring = keys
        // What is written of the same people from here on is under new keys.
        let named = erasing.isEmpty && speaking.isEmpty ? [] : keys.ofAll(about: erasing, speaking: speaking, standing: standing)
        let known = Set(named.map(\.identity))
        let erased = named + keys.keys(of: due, register, standing: standing).filter { !known.contains($0.identity) }
        for key in erased { ring.remove(key.identity) }
        var fresh: [SealingKey] = []
        var stored: [StoredChange] = []
        for change in changes {
            stored.append(
                try register.stored(change, sequence: sequence) { owner in
                    if erasing.contains(owner.dataSubject) { return nil }
                    if let key = ring[owner] { return key }
                    let key = SealingKey(of: owner, from: &dice)
                    ring.insert(key)
                    fresh.append(key)
                    return key
                })
        }
        var hidden: String?
        // Why somebody was erased is kept: it names nobody.
        if sealsWords, !words.areBlank, erasing.isEmpty, speaking.isEmpty, due.isEmpty {
            let owners = Scribe.further(about, beyond: stored.compactMap(\.sealed).compactMap { ring.key(of: $0)?.owner })
            let further = owners.map { owner in
                if let key = ring[owner] { return key }
                let key = SealingKey(of: owner, from: &dice)
                ring.insert(key)
                fresh.append(key)
                return key
            }
            hidden = words.sealed(for: stored, further, sequence: sequence, keys: ring)
        }
        let entry = Entry(
            sequence: sequence, happened: happened, recorded: recorded, signatory: signatory, act: act,
            words: hidden == nil ? words : Entry.Words(), sealedWords: hidden, idempotencyKey: idempotencyKey, changes: stored,
            erases: erased.map(\.identity), previous: head.hash)
        keys = ring
        head = Head(sequence: sequence, hash: entry.hash)
        return Draught(entry: entry, keys: fresh, erased: erased)
    }

    /// Those whose keys the changes need not have.
    private static func further(_ about: Set<KeyOwner>, beyond owners: [KeyOwner]) -> [KeyOwner] {
        let held = Set(owners.map { $0.part(.whole) })
        let subjects = Set(owners.map(\.dataSubject)).subtracting([0])
        return about.filter { !held.contains($0) && !subjects.contains($0.dataSubject) }.sorted {
            ($0.kind, $0.number, $0.dataSubject) < ($1.kind, $1.number, $1.dataSubject)
        }
    }

    /// Goes back to where the chain truly ends: what was made on top of it was not kept.
    ///
    /// - Parameters:
    ///   - fresh: keys that were drawn for it.
    ///   - destroyed: keys that were to be destroyed with it.
    public mutating func goBack(to head: Head, forgetting fresh: [SealingKey], recalling destroyed: [SealingKey]) {
        self.head = head
        for key in fresh { keys.remove(key.identity) }
        for key in destroyed { keys.insert(key) }
    }

    /// Goes on from where somebody else has left the chain, with the keys that there are now.
    public mutating func follow(to head: Head, keys: KeyRing) {
        self.head = head
        self.keys = keys
    }
}

extension Entry.Words {
    /// Under the keys of all that the changes seal and of whom else they speak, together; nil where they touch nobody.
    fileprivate func sealed(for changes: [StoredChange], _ further: [SealingKey], sequence: Int, keys: KeyRing) -> String? {
        guard let key = SealingKey.together(of: changes.compactMap(\.sealed?.name), further, keys) else { return nil }
        let json = JSON.object([.init("reason", .text(reason)), .init("override", .text(override))])
        let names = further.map(\.identity.description).joined(separator: "+")
        return Sealing.seal(json, under: key, at: Entry.place(sequence)).map { names.isEmpty ? $0 : "\(names).\($0)" }
    }
}

extension Entry {
    fileprivate static func place(_ sequence: Int) -> Sealing.Place { Sealing.Place(kind: "entry", number: 0, sequence: sequence) }

    /// What was said; nil where it was about somebody who was erased.
    public func words(keys: KeyRing) -> Words? { head.words(keys: keys) }

    /// What was said in an entry that seals its changes under these keys.
    static func opened(_ sealedWords: String, of sequence: Int, _ seals: [SealName], _ keys: KeyRing) -> Words? {
        let names = wordKeys(of: sealedWords)
        let further = names.compactMap { keys[$0] }
        guard further.count == names.count, let key = SealingKey.together(of: seals, further, keys),
            let text = sealedWords.split(separator: ".").last,
            let json = Sealing.open(String(text), under: key, at: Entry.place(sequence))
        else { return nil }
        return Words(reason: json["reason"]?.text ?? "", override: json["override"]?.text ?? "")
    }

    /// The keys under which its words lie beside those of its changes: they stand before the sealed text.
    public var wordKeys: [KeyIdentity] {
        sealedWords.map(Entry.wordKeys) ?? []
    }

    /// The same of sealed words by themselves.
    public static func wordKeys(of sealed: String) -> [KeyIdentity] {
        guard let end = sealed.firstIndex(of: ".") else { return [] }
        return sealed[..<end].split(separator: "+").compactMap { KeyIdentity($0) }
    }
}

extension SealingKey {
    /// A key that nobody has without the keys of all that the changes seal; nil where they seal nothing, or one of the keys is gone.
    fileprivate static func together(of seals: [SealName], _ further: [SealingKey], _ keys: KeyRing) -> SealingKey? {
        var parts = Dictionary(further.map { ($0.identity, $0) }) { $1 }
        for seal in seals {
            guard let key = keys.key(of: seal) else { return nil }
            parts[key.identity] = key
        }
        guard !parts.isEmpty else { return nil }
        // By whom they are about first: so it was when each person had one key.
        let inOrder = parts.values.sorted {
            ($0.owner.dataSubject, $0.identity.description) < ($1.owner.dataSubject, $1.identity.description)
        }
        return SealingKey(of: KeyOwner(allOf: 0), bytes: Sealing.digest(inOrder.flatMap(\.bytes)))
    }
}
