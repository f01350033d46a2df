package import Ledger
package import Parties

/// An editor's letter that sends a journalist to the ceremony.
package struct AssignmentLetter: Entity {
    package static let slot = 53
    package static let code = "assignment_letter"
    package static let file = "assignment_letters"
    package static let fields = Fields<AssignmentLetter>(
        Field("application", \.application, .required),
        Field("outlet", \.outlet),
        Field("on_letterhead", \.isOnLetterhead),
        Field("signed_by_editor", \.isSignedByEditor),
        Field("names_person", \.namesPerson),
        Field("function", \.function),
        Field("covers_from", \.coversFrom, means: .starts),
        Field("covers_to", \.coversTo, means: .ends),
        Field("received_on", \.receivedOn),
        Field("file_hash", \.fileHash))
    package static let indexes = [byApplication]
    package static let byApplication = Index<AssignmentLetter>(0) { $0.application }

    package enum Function: String, Choice {
        case unstated, reporter, photographer, camera, sound, producer, technician
    }

    package var heading = Heading<AssignmentLetter>()
    package var application = ID<Application>.blank
    package var outlet: ID<Outlet>?
    package var isOnLetterhead = false
    package var isSignedByEditor = false
    /// Whether it names the very person who applies.
    package var namesPerson = false
    package var function = Function.unstated
    package var coversFrom: Day?
    package var coversTo: Day?
    package var receivedOn: Day?
    /// SHA-256 of the letter as received.
    package var fileHash = ""

    package init() {}

    /// Whether the letter says all that it must.
    package var isComplete: Bool {
        isOnLetterhead && isSignedByEditor && namesPerson && function != .unstated && coversFrom != nil && coversTo != nil
    }
}
