/// What stands above an entry's changes: who did what, when and why. It is read without them, however many there are.
public struct EntryHead: Hashable, Sendable {
    public let sequence: Int
    public let happened: Instant
    public let recorded: Instant
    public let signatory: Entry.Signatory
    public let act: String
    /// See ``Entry/words``.
    let openWords: Entry.Words
    /// See ``Entry/sealedWords``.
    let sealedWords: String?
    /// Under which keys the changes seal what they seal, where the words lie under them too; none where they do not.
    let seals: [SealName]

    public var actor: String { signatory.actor }

    /// - Parameters:
    ///   - words: what was said in the open.
    ///   - seals: under which keys the changes seal what they seal; asked for only where the words are sealed.
    public init(
        sequence: Int, happened: Instant, recorded: Instant, signatory: Entry.Signatory, act: String, words: Entry.Words,
        sealedWords: String?, seals: () throws -> [SealName]
    ) rethrows {
        self.sequence = sequence
        self.happened = happened
        self.recorded = recorded
        self.signatory = signatory
        self.act = act
        openWords = words
        self.sealedWords = sealedWords
        self.seals = sealedWords == nil ? [] : try seals()
    }

    /// What was said; nil where it was about somebody who was erased.
    public func words(keys: KeyRing) -> Entry.Words? {
        guard let sealedWords else { return openWords }
        return Entry.opened(sealedWords, of: sequence, seals, keys)
    }
}

extension Entry {
    public var head: EntryHead {
        EntryHead(
            sequence: sequence, happened: happened, recorded: recorded, signatory: signatory, act: act, words: words,
            sealedWords: sealedWords
        ) { changes.compactMap(\.sealed?.name) }
    }
}

/// By what the key of something sealed is found.
public struct SealName: Hashable, Sendable {
    /// Which key it is; nil where an earlier release wrote.
    public let key: String?
    /// The person whose key it is.
    public let dataSubject: UInt32

    public init(key: String?, dataSubject: UInt32) {
        self.key = key
        self.dataSubject = dataSubject
    }
}

extension StoredChange.Sealed {
    var name: SealName { SealName(key: key, dataSubject: dataSubject) }
}

/// Which record an entry changed.
public struct ChangedRecord: Hashable, Sendable {
    /// The kind's wire code.
    public let kind: String
    public let number: UInt32

    public init(kind: String, number: UInt32) {
        self.kind = kind
        self.number = number
    }
}
