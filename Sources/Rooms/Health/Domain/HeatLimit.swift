/// How long somebody may be made to wait outdoors.
///
/// The bands are those of the heat index of the United States' weather service (caution, extreme caution, danger, extreme danger);
/// the minutes are this house's assumption, to be confirmed by the host's health service.
package enum HeatLimit {
    /// The longest wait in minutes; nil where the heat sets no limit. Shade with water doubles it.
    package static func minutes(at heatIndex: Int, inShadeWithWater: Bool) -> Int? {
        let inTheSun: Int
        switch heatIndex {
        case ..<27: return nil
        case ..<32: inTheSun = 60
        case ..<41: inTheSun = 30
        case ..<54: inTheSun = 10
        default: inTheSun = 0
        }
        return inShadeWithWater ? inTheSun * 2 : inTheSun
    }
}
