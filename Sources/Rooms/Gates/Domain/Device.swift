package import Committee
package import Ledger

/// A tablet or scanner that reads badges at a gate.
package struct Device: Entity {
    package static let slot = 93
    package static let code = "device"
    package static let file = "devices"
    package static let fields = Fields<Device>(
        Field("gate", \.gate),
        Field("model", \.model),
        Field("enrolled_by", \.enrolledBy),
        Field("enrolled_at", \.enrolledAt),
        Field("unenrolled_at", \.unenrolledAt),
        Field("public_key", \.publicKey),
        Field("trusted_keys", \.trustedKeys),
        Field("last_seen", \.lastSeen),
        Field("list_as_of", \.listAsOf))
    package static let indexes = [byGate]
    package static let byGate = Index<Device>(0) { $0.gate }

    package var heading = Heading<Device>()
    package var gate: ID<Gate>?
    package var model = ""
    package var enrolledBy: ID<Officer>?
    package var enrolledAt: Moment?
    package var unenrolledAt: Moment?
    /// Its own key, by which its uploads are known.
    package var publicKey = ""
    /// The identities of the badge keys that it trusts.
    package var trustedKeys: [Int] = []
    package var lastSeen: Moment?
    /// The age of the list of badges that it holds.
    package var listAsOf: Moment?

    package init() {}
}
