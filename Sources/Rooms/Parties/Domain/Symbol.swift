package import Ledger

/// A flag, an anthem or a name plate of a party: one file, where it came from, and the delegation's approval.
package struct Symbol: Entity {
    package static let slot = 36
    package static let code = "symbol"
    package static let file = "symbols"
    package static let fields = Fields<Symbol>(
        Field("party", \.party, means: .party),
        Field("kind", \.kind, .required, means: .sort),
        Field("file", \.file),
        Field("hash", \.hash),
        Field("source", \.source),
        Field("source_note", \.sourceNote),
        Field("is_orientation_critical", \.isOrientationCritical),
        Field("orientation", \.orientation),
        Field("seconds", \.seconds),
        Field("approved_by", \.approvedBy),
        Field("approved_on", \.approvedOn),
        Field("approved_hash", \.approvedHash))
    package static let indexes = [byParty]
    package static let byParty = Index<Symbol>(0) { $0.party }

    package enum Sort: String, Choice, IndexKey {
        case flag, anthem, namePlate = "name_plate"
    }

    /// Where the file came from; only the party's mission and its foreign ministry are sources.
    package enum Source: String, Choice {
        case unknown, mission, foreignMinistry = "foreign_ministry", unitedNations = "un_entity", ownMake = "own_make", internet
    }

    package var heading = Heading<Symbol>()
    package var party: ID<Party>?
    package var kind = Sort.flag
    package var file = ""
    /// SHA-256 of the file.
    package var hash = ""
    package var source = Source.unknown
    /// The letter or message with which the file came.
    package var sourceNote = ""
    /// Whether the flag reads as another or as a signal when it hangs upside down.
    package var isOrientationCritical = false
    /// What must be on top or at the hoist.
    package var orientation = ""
    /// How long an anthem plays.
    package var seconds: Int?
    package var approvedBy: ID<Delegation>?
    package var approvedOn: Day?
    /// SHA-256 of what the delegation approved; a file changed since has another.
    package var approvedHash = ""

    package init() {}

    /// Whether the file comes from the party and the delegation approved this very file.
    package var isApproved: Bool {
        (source == .mission || source == .foreignMinistry) && approvedBy != nil && approvedOn != nil && !hash.isEmpty
            && approvedHash == hash
    }
}
