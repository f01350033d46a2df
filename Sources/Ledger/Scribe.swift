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
    ///   - standing: whom a record is about now; see ``KeyRing/ofAll(about:standing:)``.
    /// - Throws: where a change cannot be stored; then nothing has become of it.
    public mutating func write(
        _ changes: [Change], by signatory: Entry.Signatory, act: String, words: Entry.Words, sealsWords: Bool = true, happened: Instant,
        recorded: Instant, idempotencyKey: String = "", erasing: Set<UInt32> = [],
        standing: (KeyOwner) -> UInt32? = { _ in nil }
    ) throws(Unstorable) -> Draught {
        let sequence = head.sequence + 1
        var ring = keys
        // What is written of the same people from here on is under new keys.
        let erased = erasing.isEmpty ? [] : keys.ofAll(about: erasing, standing: standing)
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
        let hidden = sealsWords ? words.sealed(for: stored, sequence: sequence, keys: ring) : nil
        let entry = Entry(
            sequence: sequence, happened: happened, recorded: recorded, signatory: signatory, act: act,
            words: hidden == nil ? words : Entry.Words(), sealedWords: hidden, idempotencyKey: idempotencyKey, changes: stored,
            erases: erased.map(\.identity), previous: head.hash)
        keys = ring
        head = Head(sequence: sequence, hash: entry.hash)
        return Draught(entry: entry, keys: fresh, erased: erased)
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
    /// Under the keys of all that the changes seal, together; nil where they touch nobody, or nothing was said.
    fileprivate func sealed(for changes: [StoredChange], sequence: Int, keys: KeyRing) -> String? {
        guard !areBlank, let key = SealingKey.together(of: changes, keys) else { return nil }
        let json = JSON.object([.init("reason", .text(reason)), .init("override", .text(override))])
        return Sealing.seal(json, under: key, at: Entry.place(sequence))
    }
}

extension Entry {
    fileprivate static func place(_ sequence: Int) -> Sealing.Place { Sealing.Place(kind: "entry", number: 0, sequence: sequence) }

    /// What was said; nil where it was about somebody who was erased.
    public func words(keys: KeyRing) -> Words? {
        guard let sealedWords else { return words }
        guard let key = SealingKey.together(of: changes, keys),
            let json = Sealing.open(sealedWords, under: key, at: Entry.place(sequence))
        else { return nil }
        return Words(reason: json["reason"]?.text ?? "", override: json["override"]?.text ?? "")
    }
}

extension SealingKey {
    /// A key that nobody has without the keys of all that the changes seal; nil where they seal nothing, or one of the keys is gone.
    fileprivate static func together(of changes: [StoredChange], _ keys: KeyRing) -> SealingKey? {
        var parts: [KeyIdentity: SealingKey] = [:]
        for sealed in changes.compactMap(\.sealed) {
            guard let key = keys.key(of: sealed) else { return nil }
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
