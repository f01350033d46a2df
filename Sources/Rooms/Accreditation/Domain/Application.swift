package import Committee
package import Ledger
package import Parties

/// One person's application for a badge, from nomination to decision.
package struct Application: Entity {
    package static let slot = 51
    package static let code = "application"
    package static let file = "applications"
    package static let fields = Fields<Application>(
        saysOfSomebody: true,
        Field("person", \.person, .required),
        Field("category", \.category, .required),
        Field("role", \.role),
        Field("delegation", \.delegation),
        Field("outlet", \.outlet),
        Field("state", \.state),
        Field("applied_by", \.appliedBy),
        Field("applied_on", \.appliedOn),
        Field("information_asked", \.informationAsked),
        Field("information_answered", \.informationAnswered),
        Field("chased", \.chased),
        Field("photo_checked", \.isPhotoChecked),
        Field("vetting", \.vetting),
        Field("vetted_by", \.vettedBy),
        Field("vetted_on", \.vettedOn),
        Field("decided_by", \.decidedBy),
        Field("decided_on", \.decidedOn),
        Field("reason_class", \.reasonClass),
        Field("appeal_contact", \.appealContact))
    package static func dataSubject(of record: Application) -> UInt32? { record.person == .blank ? nil : record.person.number }
    package static let indexes = [byPerson, byDelegation, byCategory, byApprovedCategory]
    /// Applications that are neither refused nor withdrawn, by their person.
    package static let byPerson = Index<Application>(0) { $0.isLive ? $0.person : nil }
    /// Nominations by the delegation whose quota they use.
    package static let byDelegation = Index<Application>(1) { $0.isNomination ? $0.delegation : nil }
    /// Nominations by the category whose quota they use.
    package static let byCategory = Index<Application>(2) { $0.isNomination ? $0.category : nil }
    /// Approved applications by their category.
    package static let byApprovedCategory = Index<Application>(3) { $0.state == .approved ? $0.category : nil }

    package enum State: String, Choice {
        case draft, submitted, approved, refused, withdrawn
    }

    package enum Vetting: String, Choice {
        case pending, cleared, objected
    }

    /// Why an application was refused, in a class that can be told to the applicant.
    package enum ReasonClass: String, Choice {
        case none, quotaReached = "quota_reached", incomplete, notEligible = "not_eligible", doubleApplication = "double_application"
        case outletUnconfirmed = "outlet_unconfirmed", security
    }

    package var heading = Heading<Application>()
    package var person = ID<Person>.blank
    package var category = ID<Category>.blank
    package var role = Role.delegate
    package var delegation: ID<Delegation>?
    package var outlet: ID<Outlet>?
    package var state = State.draft
    /// The officer who entered or accepted the nomination.
    package var appliedBy: ID<Officer>?
    package var appliedOn: Day?
    /// When the host last asked for something that is missing.
    package var informationAsked: Moment?
    package var informationAnswered: Moment?
    /// When the host last reminded the applicant of it.
    package var chased: Moment?
    /// Whether an officer found the photo to meet the standard.
    package var isPhotoChecked = false
    package var vetting = Vetting.pending
    package var vettedBy: ID<Officer>?
    package var vettedOn: Day?
    package var decidedBy: ID<Officer>?
    package var decidedOn: Day?
    package var reasonClass = ReasonClass.none
    /// Where a refusal can be appealed.
    package var appealContact: ID<Contact>?

    package init() {}

    /// Whether it still stands: neither refused nor withdrawn.
    package var isLive: Bool { state != .refused && state != .withdrawn }

    /// Whether it uses up quota: handed in, and still standing.
    package var isNomination: Bool { state == .submitted || state == .approved }
}
