package import Ledger

/// The ceremony itself: its days, from which every T-minus and every retention date counts, and the clock by which it is served.
///
/// A house holds one.
package struct Ceremony: Entity {
    package static let slot = 14
    package static let code = "ceremony"
    package static let file = "ceremonies"
    package static let fields = Fields<Ceremony>(
        Field("name_vi", \.nameVietnamese, means: .title(in: "vi")),
        Field("name_en", \.nameEnglish, means: .title(in: "en")),
        Field("host", \.host),
        Field("zone", \.zone, .required),
        Field("clock", \.clock),
        Field("opens", \.opens, means: .starts),
        Field("closes", \.closes, means: .ends),
        Field("reports_from", \.reportsFrom),
        Field("report_days", \.reportDays))

    package var heading = Heading<Ceremony>()
    package var nameVietnamese = ""
    package var nameEnglish = ""
    /// The code of the host State.
    package var host = ""
    /// The IANA zone in which the ceremony's days begin and end.
    package var zone = ""
    /// The moment at which the ceremony is opened when nobody asks for another.
    package var clock: Moment?
    package var opens: Day?
    package var closes: Day?
    /// The first day of a reporting period of the committee's bodies; a Monday where nothing is said.
    package var reportsFrom: Day?
    /// A week where nothing is said.
    package var reportDays: Int?

    package init() {}
}
