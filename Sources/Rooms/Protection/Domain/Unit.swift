package import Committee
package import Ledger

/// A force that mans posts: a regiment, a contractor, a team of volunteers.
package struct Unit: Entity {
    package static let slot = 100
    package static let code = "unit"
    package static let file = "units"
    package static let fields = Fields<Unit>(
        Field("name_vi", \.nameVietnamese, .required, means: .title(in: "vi")),
        Field("name_en", \.nameEnglish, .required, means: .title(in: "en")),
        Field("kind", \.kind, .required, means: .sort),
        Field("body", \.body),
        Field("norm", \.norm, .required),
        Field("longest_shift_minutes", \.longestShift),
        Field("least_rest_minutes", \.leastRest),
        Field("authority", \.authority))

    package enum Sort: String, Choice {
        case police, guardCommand = "guard_command", army, unitedNations = "un_security", contractor, civilian, volunteers
    }

    /// By whose rules its people work.
    package enum Norm: String, Choice {
        case labourCode = "labour_code"
        /// The two figures of the unit itself.
        case own
    }

    package var heading = Heading<Unit>()
    package var nameVietnamese = ""
    package var nameEnglish = ""
    package var kind = Sort.police
    package var body: ID<Body>?
    package var norm = Norm.labourCode
    /// Minutes, where the unit has a norm of its own.
    package var longestShift: Int?
    /// Minutes between two shifts, where the unit has a norm of its own.
    package var leastRest: Int?
    /// The gravest incident that it may deal with alone.
    package var authority = Incident.Severity.minor

    package init() {}
}

extension Unit {
    /// Minutes that one shift may last; nil where the unit's own norm is not known.
    package var shiftLimit: Int? { norm == .labourCode ? 12 * 60 : longestShift }

    /// Minutes between the end of one shift and the beginning of the next.
    package var restNeeded: Int? { norm == .labourCode ? 12 * 60 : leastRest }
}
