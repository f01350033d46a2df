package import Ledger

/// Two parties whose names, flags or anthems people take for one another.
package struct LookAlike: Entity {
    package static let slot = 43
    package static let code = "look_alike"
    package static let file = "look_alikes"
    package static let fields = Fields<LookAlike>(
        Field("party", \.party, .required, means: .party),
        Field("other", \.other, .required),
        Field("why", \.why))
    package static let indexes = [byParty]
    /// By either of the two.
    package static let byParty = Index<LookAlike>(0, each: { [$0.party, $0.other] })

    package var heading = Heading<LookAlike>()
    package var party = ID<Party>.blank
    package var other = ID<Party>.blank
    /// What is alike: "Áo / Úc", the flag's colours.
    package var why = ""

    package init() {}
}
