/// The keys that there are: by what they are known, and for what each seals the one with which it is sealed from now on.
public struct KeyRing: Sendable {
    private var keys: [KeyIdentity: SealingKey] = [:]
    private var newest: [KeyOwner: KeyIdentity] = [:]

    public init() {}

    public init(_ keys: some Collection<SealingKey>) {
        self.keys.reserveCapacity(keys.count)
        newest.reserveCapacity(keys.count)
        for key in keys { insert(key) }
    }

    public var all: [SealingKey] { Array(keys.values) }
    public var count: Int { keys.count }

    /// The key with which something is sealed from now on; nil where one has to be drawn first.
    public subscript(_ owner: KeyOwner) -> SealingKey? { newest[owner].flatMap { keys[$0] } }

    public subscript(_ identity: KeyIdentity) -> SealingKey? { keys[identity] }

    /// The key under which a text lies; nil where it is gone, whatever other key of the same person there is.
    public func key(of sealed: StoredChange.Sealed) -> SealingKey? { key(of: sealed.name) }

    /// The same of what is sealed by its name.
    func key(of seal: SealName) -> SealingKey? {
        guard let name = seal.key else { return self[KeyOwner(allOf: seal.dataSubject)] }
        return KeyIdentity(name).flatMap { keys[$0] }
    }

    /// The parts of a sealed text whose keys are here, each nil where it does not open.
    func parts(of sealed: StoredChange.Sealed, at place: Sealing.Place) -> [(key: KeyIdentity?, text: JSON?)] {
        let own = key(of: sealed).flatMap { Sealing.open(sealed.text, under: $0, at: place) }
        return [(sealed.key.flatMap { KeyIdentity($0) }, own)]
            + sealed.early.map { part in (part.key, keys[part.key].flatMap { Sealing.open(part.text, under: $0, at: place) }) }
    }

    /// What opens of a sealed text.
    public func opened(_ sealed: StoredChange.Sealed, at place: Sealing.Place) -> [JSON] { parts(of: sealed, at: place).compactMap(\.text) }

    /// By which keys are known what of a sealed text opens under none; nil for a text of an earlier release, which names no key.
    public func unopened(_ sealed: StoredChange.Sealed, at place: Sealing.Place) -> [KeyIdentity?] {
        parts(of: sealed, at: place).filter { $0.text == nil }.map(\.key)
    }

    /// By which keys are known what of a sealed text lies under keys that are not here.
    public func missing(_ sealed: StoredChange.Sealed) -> [KeyIdentity?] {
        (key(of: sealed) == nil ? [sealed.key.flatMap { KeyIdentity($0) }] : []) + sealed.early.map(\.key).filter { keys[$0] == nil }
    }

    public mutating func insert(_ key: SealingKey) {
        keys[key.identity] = key
        newest[key.owner] = key.identity
    }

    public func adding(_ other: KeyRing) -> KeyRing {
        var ring = self
        for key in other.keys.values where ring.keys[key.identity] == nil { ring.insert(key) }
        return ring
    }

    public mutating func remove(_ identity: KeyIdentity) {
        guard let key = keys.removeValue(forKey: identity), newest[key.owner] == identity else { return }
        newest[key.owner] = nil
    }

    /// The keys of all that was ever written about somebody: of what names them, of what was written of it before they were named, and, of
    /// what is theirs now or is gone, of what was written in another's name by mistake. It reaches what was removed, for its keys are here.
    ///
    /// - Parameters:
    ///   - speaking: further records that speak of them, whoever they are about themselves; of keys of an earlier release these alone.
    ///   - standing: whom a record is about now, 0 for nobody; nil where there is no such record any more.
    public func ofAll(
        about dataSubjects: Set<UInt32>, speaking: Set<KeyOwner> = [], standing: (KeyOwner) -> UInt32?
    ) -> [SealingKey] {
        let spoken = Set(speaking.filter { !$0.kind.isEmpty }.map(Place.init))
        let named = keys.values.filter { key in
            dataSubjects.contains(key.owner.dataSubject) || spoken.contains(Place(key.owner)) || speaking.contains(key.owner)
        }
        let records = Set(named.filter { !$0.owner.kind.isEmpty }.map { Place($0.owner) })
        let others = keys.values.filter { key in
            guard !dataSubjects.contains(key.owner.dataSubject), !spoken.contains(Place(key.owner)), !speaking.contains(key.owner) else {
                return false
            }
            // Of a record of which nothing was sealed since it was given its person nothing else tells that it is theirs.
            if key.owner.dataSubject == 0, let now = standing(key.owner), dataSubjects.contains(now) { return true }
            guard records.contains(Place(key.owner)) else { return false }
            let now = standing(key.owner)
            return key.owner.dataSubject == 0 ? now != 0 : now.map(dataSubjects.contains) ?? true
        }
        return (named + others).sorted { $0.identity.word < $1.identity.word }
    }

    private struct Place: Hashable {
        let kind: String
        let number: UInt32
        init(_ owner: KeyOwner) {
            kind = owner.kind
            number = owner.number
        }
    }
}
