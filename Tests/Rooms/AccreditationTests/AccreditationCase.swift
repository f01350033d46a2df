import Accreditation
import Committee
import Ledger
import Parties
import RulebookTesting
import Venues

/// A delegate's badge that is in order in every respect; each case spoils one thing.
struct AccreditationCase {
    var given = Given(kinds: committeeKinds + venuesKinds + partiesKinds + accreditationKinds)
    let person: ID<Person>
    let category: ID<Category>
    let application: ID<Application>
    let badge: ID<Badge>
    let officers: [ID<Officer>]

    init(role: Role = .delegate, group: Category.Group = .delegates) {
        var officers: [ID<Officer>] = []
        for number in 1...3 {
            officers.append(given.add(Officer("O\(number)") { $0.person = PersonReference(number: UInt32(100 + number)) }))
        }
        let person = given.add(Person("P") { $0.photoHash = Personal("a1b2") })
        let category = given.add(Category("CAT") { $0.group = group })
        let application = given.add(
            Application("A") {
                $0.person = person
                $0.category = category
                $0.role = role
                $0.state = .approved
                $0.appliedBy = officers[0]
                $0.vetting = .cleared
                $0.vettedBy = officers[1]
                $0.isPhotoChecked = true
            })
        badge = given.add(
            Badge("B") {
                $0.person = person
                $0.category = category
                $0.application = application
                $0.serial = "000001"
                $0.state = .printed
                $0.issued = hanoi("2025-10-20T09:00")
                $0.issuedBy = officers[2]
                $0.validFrom = hanoi("2025-10-24T00:00")
                $0.validTo = hanoi("2025-10-26T23:59")
            })
        self.officers = officers
        self.person = person
        self.category = category
        self.application = application
    }
}
