package import Gates
package import Ledger

/// A stretch of way between two points that vehicles pass in one piece; several routes may share it.
package struct Segment: Entity {
    package static let slot = 131
    package static let code = "segment"
    package static let file = "segments"
    package static let fields = Fields<Segment>(
        Field("name_vi", \.nameVietnamese, .required, means: .title(in: "vi")),
        Field("name_en", \.nameEnglish, .required, means: .title(in: "en")),
        Field("roads", \.roads),
        Field("length_m", \.length),
        Field("minutes_p50", \.usualMinutes),
        Field("minutes_p90", \.slowMinutes),
        Field("max_height_cm", \.maxHeight),
        Field("min_clearance_cm", \.minClearance),
        Field("max_turning_circle_cm", \.maxTurningCircle),
        Field("max_mass_kg", \.maxMass),
        Field("gate", \.gate))

    package var heading = Heading<Segment>()
    package var nameVietnamese = ""
    package var nameEnglish = ""
    /// The roads it lies on, worded as road orders word them.
    package var roads: [String] = []
    package var length: Int?
    /// Minutes that half of all runs keep.
    package var usualMinutes = 0
    /// Minutes that nine of ten runs keep.
    package var slowMinutes = 0
    package var maxHeight: Int?
    /// The clearance that its ramps and humps ask for.
    package var minClearance: Int?
    package var maxTurningCircle: Int?
    package var maxMass: Int?
    /// The gate that it passes.
    package var gate: ID<Gate>?

    package init() {}
}
