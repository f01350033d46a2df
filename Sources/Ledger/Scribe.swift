/// Makes the entries that continue a chain: seals what is about people, and draws a key for whoever has none yet.
public struct Scribe: Sendable {
    /// Where the chain ends, with all that was made so far.
    public private(set) var head: Head
    public private(set) var keys: [UInt32: PersonKey]
    private let register: Register
    /// What keys are drawn from.
    private var dice: Dice

    /// An entry with the keys that it is the first to need.
    public struct Draught: Sendable {
        public let entry: Entry
        public let keys: [PersonKey]
    }

    public init(_ head: Head, keys: [UInt32: PersonKey], register: Register, dice: Dice) {
        self.dice = dice
        self.head = head
        self.keys = keys
        self.register = register
    }

    /// The next entry.
    ///
    /// - Parameter sealsWords: whether the words are sealed where it touches people; a pack that
    ///   comes with the folder of the data is told of in the open.
    /// - Throws: where a change cannot be stored; then nothing has become of it.
    public mutating func write(
        _ changes: [Change], by signatory: Entry.Signatory, act: String, words: Entry.Words, sealsWords: Bool = true, happened: Instant,
        recorded: Instant, idempotencyKey: String = ""
    ) throws(Unstorable) -> Draught {
        let sequence = head.sequence + 1
        var ring = keys
        var fresh: [PersonKey] = []
        var stored: [StoredChange] = []
        for change in changes {
            stored.append(
                try register.stored(change, sequence: sequence) { subject in
                    if let key = ring[subject] { return key }
                    let key = PersonKey(dataSubject: subject, from: &dice)
                    ring[subject] = key
                    fresh.append(key)
                    return key
                })
        }
        let hidden = sealsWords ? words.sealed(for: stored, sequence: sequence) { ring[$0] } : nil
        let entry = Entry(
            sequence: sequence, happened: happened, recorded: recorded, signatory: signatory, act: act,
            words: hidden == nil ? words : Entry.Words(), sealedWords: hidden, idempotencyKey: idempotencyKey, changes: stored,
            previous: head.hash)
        keys = ring
        head = Head(sequence: sequence, hash: entry.hash)
        return Draught(entry: entry, keys: fresh)
    }

    /// Goes back to where the chain truly ends: what was made on top of it was not kept.
    ///
    /// - Parameters:
    ///   - fresh: keys that were drawn for it.
    ///   - destroyed: keys that were to be destroyed with it.
    public mutating func goBack(to head: Head, forgetting fresh: [PersonKey], recalling destroyed: [PersonKey]) {
        self.head = head
        for key in fresh { keys[key.dataSubject] = nil }
        for key in destroyed { keys[key.dataSubject] = key }
    }

    /// Goes on from where somebody else has left the chain, with the keys that there are now.
    public mutating func follow(to head: Head, keys: [UInt32: PersonKey]) {
        self.head = head
        self.keys = keys
    }

    /// Forgets a key that was destroyed.
    public mutating func forgetKey(of dataSubject: UInt32) { keys[dataSubject] = nil }
}

extension Entry.Words {
    /// Under the keys of all the people whom the changes touch, together; nil where they touch nobody, or nothing was said.
    fileprivate func sealed(for changes: [StoredChange], sequence: Int, key: (UInt32) -> PersonKey?) -> String? {
        guard !areBlank, let key = PersonKey.together(of: changes, key: key) else { return nil }
        let json = JSON.object([.init("reason", .text(reason)), .init("override", .text(override))])
        return Sealing.seal(json, under: key, at: Entry.place(sequence))
    }
}

extension Entry {
    fileprivate static func place(_ sequence: Int) -> Sealing.Place { Sealing.Place(kind: "entry", number: 0, sequence: sequence) }

    /// What was said; nil where it was about somebody whose key was destroyed.
    public func words(key: (UInt32) -> PersonKey?) -> Words? {
        guard let sealedWords else { return words }
        guard let key = PersonKey.together(of: changes, key: key),
            let json = Sealing.open(sealedWords, under: key, at: Entry.place(sequence))
        else { return nil }
        return Words(reason: json["reason"]?.text ?? "", override: json["override"]?.text ?? "")
    }
}

extension PersonKey {
    /// A key that nobody has without the keys of all the people whom the changes touch; nil where they touch nobody, or one of the keys
    /// is gone.
    fileprivate static func together(of changes: [StoredChange], key: (UInt32) -> PersonKey?) -> PersonKey? {
        let subjects = Set(changes.compactMap { $0.sealed?.dataSubject }).sorted()
        guard !subjects.isEmpty else { return nil }
        var bytes: [UInt8] = []
        for subject in subjects {
            guard let key = key(subject) else { return nil }
            bytes += key.bytes
        }
        return PersonKey(dataSubject: 0, bytes: Sealing.digest(bytes))
    }
}
