package import Committee
package import Ledger
package import Parties
package import Venues

/// What the host lets a delegation's own guards do: how many, with what, where and until when.
package struct ForeignSecurityLicence: Entity {
    package static let slot = 115
    package static let code = "foreign_security_licence"
    package static let file = "foreign_security_licences"
    package static let fields = Fields<ForeignSecurityLicence>(
        Field("delegation", \.delegation, .required),
        Field("officers", \.officers, .required),
        Field("officers_in_core", \.officersInCore),
        Field("weapons", \.weapons),
        Field("zones", \.zones),
        Field("valid_from", \.validFrom, means: .starts),
        Field("valid_to", \.validTo, means: .ends),
        Field("liaison", \.liaison),
        Field("signed_by", \.signedBy),
        Field("signed_on", \.signedOn))
    package static let indexes = [byDelegation]
    package static let byDelegation = Index<ForeignSecurityLicence>(0) { $0.delegation }

    package var heading = Heading<ForeignSecurityLicence>()
    package var delegation: ID<Delegation>?
    /// How many guards in all.
    package var officers = 0
    /// How many of them at most where the zones' level is core.
    package var officersInCore = 0
    /// The serial numbers of the weapons that may be carried.
    package var weapons: [String] = []
    package var zones: [ID<Zone>] = []
    package var validFrom: Day?
    package var validTo: Day?
    /// The host's officer who stays with them.
    package var liaison: ID<Officer>?
    package var signedBy: ID<Officer>?
    package var signedOn: Day?

    package init() {}
}
