package import Committee
import Foundation
package import Ledger

/// Somebody the house must know: delegate, officer, journalist, driver. The one home of personal data.
package struct Person: Entity {
    package static let slot = 32
    package static let code = "person"
    package static let file = "people"
    package static let fields = Fields<Person>(
        Field("family_name", \.familyName, forBadge, means: .personalName),
        Field("given_name", \.givenName, forBadge, means: .personalName),
        Field("public_name", \.publicName, forBadge),
        Field("native_name", \.nativeName, forBadge),
        Field("title", \.title, forBadge),
        Field("birth_date", \.birthDate, forVetting),
        Field("document", \.document, forVetting.ofDocumentNumber),
        Field("nationality", \.nationality, forVetting),
        Field("photo_hash", \.photoHash, forBadge),
        Field("languages", \.languages, forCourtesies, means: .language),
        Field("needs", \.needs, forHealth),
        Field("delegation", \.delegation),
        Field("outlet", \.outlet),
        Field("body", \.body),
        Field("spouse_of", \.spouseOf),
        Field("synthetic", \.isSynthetic),
        Field("photograph", \.photograph, forBadge))
    package static let indexes = [byDelegation, byIdentity]
    package static let byDelegation = Index<Person>(0) { $0.delegation }
    /// By document, folded name and birth date: the same key twice is the same person twice.
    package static let byIdentity = Index<Person>(1) { $0.identity }
    package static func dataSubject(of record: Person) -> UInt32? { record.heading.id.number }

    private static let forBadge = Processing(.accreditation, basis: .hostAgreement, seenBy: ["PTY", "PRO"], kept: .daysAfterClosing(90))
    private static let forVetting = Processing(.accreditation, basis: .publicTask, seenBy: ["PTY"], kept: .daysAfterClosing(30))
    private static let forCourtesies = Processing(.courtesies, basis: .hostAgreement, seenBy: ["PRO"], kept: .daysAfterClosing(30))
    private static let forHealth = Processing(.health, basis: .vitalInterest, seenBy: ["HLT", "PRO"], kept: .daysAfterClosing(7))

    package var heading = Heading<Person>()
    package var familyName = Personal<String>()
    package var givenName = Personal<String>()
    /// As it stands on badge and place card.
    package var publicName = Personal<String>()
    /// In the person's own script.
    package var nativeName = Personal<String>()
    package var title = Personal<String>()
    package var birthDate = Personal<Day?>()
    /// The number of the passport or identity card.
    package var document = Personal<String>()
    /// By the code of ISO 3166-1, three letters.
    package var nationality = Personal<String>()
    /// SHA-256 of a photo that is kept elsewhere, empty without one.
    package var photoHash = Personal<String>()
    /// By their codes of ISO 639-1, the best first.
    package var languages = Personal<[String]>()
    /// Diet, access, allergies: what hosts must know.
    package var needs = Personal<[String]>()
    package var delegation: ID<Delegation>?
    package var outlet: ID<Outlet>?
    package var body: ID<Body>?
    /// The guest whom the person accompanies as spouse.
    package var spouseOf: ID<Person>?
    /// A made-up person of the example, and never a real one.
    package var isSynthetic = false
    /// As it is printed on the badge.
    package var photograph = Personal<Photograph>()

    package init() {}
}

/// Document, birth date and name as one number, so that nothing need be written to compare people by the hundred thousand.
package struct PersonIdentity: IndexKey {
    package let indexBits: UInt64
}

extension Person {
    /// Nil while the document or the name is not known. Two who share it are compared by ``identityKey``, which says the same in words.
    package var identity: PersonIdentity? {
        guard isIdentified else { return nil }
        let bits = [document.content.plainDocument.indexBits, birthDate.content?.indexBits ?? 0, fullName.folded.indexBits]
        return PersonIdentity(indexBits: bits.reduce(0) { ($0 ^ $1) &* 0x100_0000_01b3 })
    }

    /// Document, birth date and folded name; nil while the document or the name is not known.
    package var identityKey: String? {
        guard isIdentified else { return nil }
        return "\(document.content.plainDocument)|\(birthDate.content?.description ?? "")|\(fullName.folded)"
    }

    /// As the person is shown in public: the name of badge and place card, or else family name and given name.
    package var nameAsShown: String {
        publicName.content.isEmpty
            ? [familyName.content, givenName.content].filter { !$0.isEmpty }.joined(separator: " ") : publicName.content
    }

    private var isIdentified: Bool { !document.content.isEmpty && !familyName.content.isEmpty }
    private var fullName: String { "\(familyName.content) \(givenName.content)" }
}

extension String {
    /// The number of a document in capitals and without spaces, as nearly all are written already.
    fileprivate var plainDocument: String {
        let isPlain = utf8.allSatisfy { (0x21..<0x7F).contains($0) && !(0x61...0x7A).contains($0) }
        return isPlain ? self : uppercased().filter { !$0.isWhitespace }
    }
}
