package import Addresses
package import Ledger
package import Phrases
package import Rulebook

/// Who looks at a page, in which language, and at which moment of the ceremony.
package struct Reader: Sendable {
    package let voice: Voice
    /// The ceremony, which notes what of it a page looks at.
    package private(set) var picture: Picture
    private let ordered: OrderedSlips
    /// The slips of that picture which the reader may know, waived ones too.
    package var slips: [Slip] {
        picture.reads?.noteSlips()
        return ordered.all
    }
    /// What the ceremony's clock says.
    package let now: Instant
    /// The day at whose end the picture was taken, where the reader looks back.
    package let asOf: Day?
    package let sight: any Sight
    /// Whose name stands in the frame; empty for a visitor who has not signed in.
    package let name: String
    /// The code of the officer or account in whose name the reader acts; empty for a visitor who has not signed in.
    package let officer: String
    /// What a form of this visitor must send back, lest another site send it in their name.
    package let formToken: String
    /// Where the reader is.
    package let address: Address
    /// The journal's entry up to which the reader sees the ceremony.
    package let sequence: Int
    /// The entry that last changed a record of each kind, by the kind's slot.
    package let lastChanges: [Int: Int]
    /// Whether the ceremony's clock is not the real one.
    package let runsApart: Bool
    /// In how many places the record was found damaged; whoever relies on a page has to know.
    package let damage: Int
    /// The languages that can be chosen, each by its phrases.
    package let languages: [Phrases]

    /// The same, of whom nothing is noted: what every page shows around its own.
    package var unnoted: Reader { noting(nil) }

    /// The same, of whom it is noted here at what they look.
    package func noting(_ reads: Reads?) -> Reader {
        var other = self
        other.picture.reads = reads
        return other
    }

    package init(
        voice: Voice, picture: Picture, slips: OrderedSlips, now: Instant, asOf: Day? = nil, sight: any Sight, name: String,
        officer: String = "", formToken: String = "", address: Address, sequence: Int = 0, lastChanges: [Int: Int] = [:],
        runsApart: Bool = false,
        damage: Int = 0, languages: [Phrases] = []
    ) {
        self.voice = voice
        self.picture = picture
        ordered = slips.filter { sight.sees($0, in: picture) }
        self.now = now
        self.asOf = asOf
        self.sight = sight
        self.name = name
        self.officer = officer
        self.formToken = formToken
        self.address = address
        self.sequence = sequence
        self.lastChanges = lastChanges
        self.runsApart = runsApart
        self.damage = damage
        self.languages = languages
    }

    package var phrases: Phrases { voice.phrases }
    /// The ceremony without what the reader may not know of: what a figure is counted from. Made anew each time that it is asked for.
    package var seen: Picture { picture.without(sight.hidden(in: picture)) }
    /// The slips that nobody has waived. Made anew each time that it is asked for.
    package var openSlips: [Slip] { slips.filter { picture.waiver(for: $0, at: now) == nil } }
    package var isSignedIn: Bool { !name.isEmpty }

    /// The moment of the picture, on the clocks of the ceremony.
    package var moment: Moment { Moment(now, in: picture.zone) }
}

/// What a reader may see. Nothing is seen unless it says so.
package protocol Sight: Sendable {
    /// Whether the reader may know that there are records of the kind.
    func sees(_ kind: Kind) -> Bool
    func sees(_ row: any AnyRow, of kind: Kind) -> Bool
    /// Whether the reader may know of a slip: of all that it is about and that still stands.
    func sees(_ slip: Slip, in picture: Picture) -> Bool
    /// Whether there is any record in a table that the reader may know of.
    func seesAny(of table: Table) -> Bool
    /// Whether the reader may know of all that are in a table, as far as their classification goes.
    func seesAll(of table: Table) -> Bool
    /// The records of a ceremony that the reader may not know of because of what they are, whatever their kind.
    func hidden(in picture: Picture) -> [Reference]
    /// Whether the reader may see what stands in that column of records they see.
    func sees(_ column: Kind.Column, of kind: Kind) -> Bool
    /// Whether the reader may add and change records of the kind.
    func changes(_ kind: Kind) -> Bool
    /// Whether there is anything of such records that the reader could put right by a form.
    func mends(_ kind: Kind) -> Bool
    /// Whether the reader may do so by a form or a sheet.
    func enters(_ kind: Kind) -> Bool
    /// Whether the reader may take on, and being entitled waive, the slips of a desk.
    func tends(_ desk: String) -> Bool
    /// The desks at which the reader works.
    var desks: Set<String> { get }
    /// Whether the reader is limited to a part of the ceremony: then any change may make a record theirs.
    var isLimited: Bool { get }
    /// Whether the reader looks after the installation.
    var administers: Bool { get }
    /// Whether the reader may know who has read sensitive fields.
    var audits: Bool { get }
}

extension Sight {
    package func sees(_ reference: Reference, in picture: Picture) -> Bool {
        guard let row = picture[reference], let kind = picture.register.kind(slot: reference.slot) else { return false }
        return sees(kind) && sees(row, of: kind)
    }
}
