import Accreditation
import Committee
import Ledger
import Parties
import RulebookTesting
import Venues

/// Made-up people by the thousand, each accredited as the rules want it: in a delegation of fifty or sent by an outlet, with an
/// application, a vetting, a badge, and where the role needs it a letter or a qualification.
struct Crowd {
    private let picture: Picture
    private let accepting: ID<Officer>
    private let vetting: ID<Officer>
    private let issuing: ID<Officer>
    private let liaison: ID<Person>
    private let verifier: ID<Body>
    private let parties: [Party]
    private let outlets: [Outlet]
    private let zones: [ID<Zone>]
    private let opens: Moment
    private let closes: Moment
    private var dice = SeededDice(seed: 2025)
    private(set) var changes: [Change] = []

    private static let delegationSize = 50
    private static let families = ["Nguyễn", "Trần", "Lê", "Okafor", "García", "Müller", "Silva", "Kowalski", "Haddad", "Tanaka"]
    private static let givens = ["Thị Minh", "Văn Hùng", "Amina", "João", "Zoë", "Karim", "Ingrid", "Ana María", "Yuki", "Peter"]
    private static let nationalities = ["VNM", "NGA", "ESP", "DEU", "BRA", "POL", "LBN", "JPN"]

    /// - Parameter count: how many people there shall be, those of the picture included.
    init(filling picture: Picture, to count: Int) throws {
        func officer(_ code: String) throws -> Officer {
            guard let officer = picture.find(Officer.self, code) else { throw NotMeasurable("the pack has no officer \(code)") }
            return officer
        }
        self.picture = picture
        let issuer = try officer("BNG-PTY3")
        accepting = try officer("BNG-PTY1").id
        vetting = try officer("A05-VET1").id
        issuing = issuer.id
        liaison = ID(issuer.person.number)
        verifier = issuer.body ?? .blank
        parties = picture.all(Party.self).filter { picture.each(LookAlike.byParty, $0.id).isEmpty }
        outlets = picture.all(Outlet.self).filter { $0.confirmedOn != nil && $0.confirmedBy != nil }
        zones = ["Z-PERI", "Z-MID"].compactMap { picture.find(Zone.self, $0)?.id }
        opens = Moment(Hanoi.moment.adding(minutes: -24 * 60), in: picture.zone)
        closes = Moment(Hanoi.moment.adding(minutes: 3 * 24 * 60), in: picture.zone)
        guard !parties.isEmpty, !outlets.isEmpty, zones.count == 2 else { throw NotMeasurable("the pack lacks parties, outlets or zones") }
        addCategories(quota: count)
        for place in 0..<max(0, count - picture[slot: Person.slot].count) { addPerson(place) }
    }

    private func next<Record: Entity>(_ kind: Record.Type, _ offset: Int) -> ID<Record> {
        ID(picture.nextNumber(slot: Record.slot) + UInt32(offset))
    }

    private mutating func add(_ record: some Entity) { changes.append(Change(record, happened: Hanoi.moment)) }

    private mutating func addCategories(quota: Int) {
        for (offset, group) in [Category.Group.delegates, .host, .media].enumerated() {
            add(
                Category("X-\(group.rawValue.uppercased())", id: next(Category.self, offset).number) { category in
                    category.nameVietnamese = "Khách \(group.rawValue)"
                    category.nameEnglish = "Crowd, \(group.rawValue)"
                    category.group = group
                    category.zones = zones
                    category.quota = quota
                })
        }
    }

    private mutating func addPerson(_ place: Int) {
        let role: Role =
            switch place % Crowd.delegationSize {
            case 0: .headOfDelegation
            case 47: .journalist
            case 48: .interpreter
            case 49: .driver
            default: .delegate
            }
        if role == .headOfDelegation { addDelegation(place) }
        let delegation = next(Delegation.self, place / Crowd.delegationSize)
        let outlet = outlets[place % outlets.count].id
        let person = next(Person.self, place)
        let photo = String(dice.next(), radix: 16) + String(dice.next(), radix: 16)
        let family = Crowd.families[Int.random(in: 0..<Crowd.families.count, using: &dice)]
        let given = Crowd.givens[Int.random(in: 0..<Crowd.givens.count, using: &dice)]
        let nationality = Crowd.nationalities[Int.random(in: 0..<Crowd.nationalities.count, using: &dice)]
        let born = Day(number: Int32.random(in: -9000..<11_000, using: &dice))
        add(
            Person("X-\(place)", id: person.number) { record in
                record.familyName.content = family
                record.givenName.content = given
                record.publicName.content = "\(given) \(family)"
                record.title.content = role == .headOfDelegation ? "Head of delegation" : "Member of the delegation"
                record.birthDate.content = born
                record.document.content = "TEST-X\(place)"
                record.nationality.content = nationality
                record.photoHash.content = photo
                record.languages.content = ["en", "fr"]
                record.needs.content = place.isMultiple(of: 20) ? ["vegetarian"] : []
                record.delegation = role == .journalist ? nil : delegation
                record.outlet = role == .journalist ? outlet : nil
                record.isSynthetic = true
            })
        accredit(person, place, role, delegation: role == .journalist ? nil : delegation, outlet: role == .journalist ? outlet : nil)
    }

    private mutating func addDelegation(_ place: Int) {
        let ordinal = place / Crowd.delegationSize
        add(
            Delegation("X-\(ordinal)", id: next(Delegation.self, ordinal).number) { delegation in
                delegation.party = parties[ordinal % parties.count].id
                delegation.kind = .other
                delegation.status = .confirmed
                delegation.statusOn = opens.day
                delegation.head = next(Person.self, place)
                delegation.administrativeOfficer = next(Person.self, place + 1)
                delegation.liaisonOfficer = liaison
                delegation.quota = Crowd.delegationSize
                delegation.size = Crowd.delegationSize
            })
    }

    private mutating func accredit(_ person: ID<Person>, _ place: Int, _ role: Role, delegation: ID<Delegation>?, outlet: ID<Outlet>?) {
        let application = next(Application.self, place)
        let category = next(Category.self, role == .journalist ? 2 : role == .interpreter || role == .driver ? 1 : 0)
        add(
            Application("X-A-\(place)", id: application.number) { record in
                record.person = person
                record.category = category
                record.role = role
                record.delegation = delegation
                record.outlet = outlet
                record.state = .approved
                record.appliedBy = accepting
                record.appliedOn = opens.day
                record.isPhotoChecked = true
                record.vetting = .cleared
                record.vettedBy = vetting
                record.vettedOn = opens.day
                record.decidedBy = issuing
                record.decidedOn = opens.day
            })
        add(
            Badge("X-B-\(place)", id: next(Badge.self, place).number) { record in
                record.person = person
                record.application = application
                record.category = category
                record.serial = "X25-\(place)"
                record.zones = zones
                record.validFrom = opens
                record.validTo = closes
                record.state = .validated
                record.issuedBy = issuing
                record.issued = opens
            })
        if let outlet { addLetter(place, application, outlet) }
        if let skill = role.neededSkill { addQualification(place, person, skill) }
    }

    private mutating func addLetter(_ place: Int, _ application: ID<Application>, _ outlet: ID<Outlet>) {
        add(
            AssignmentLetter("X-L-\(place)", id: next(AssignmentLetter.self, place / Crowd.delegationSize).number) { letter in
                letter.application = application
                letter.outlet = outlet
                letter.isOnLetterhead = true
                letter.isSignedByEditor = true
                letter.namesPerson = true
                letter.function = .reporter
                letter.coversFrom = opens.day
                letter.coversTo = closes.day
            })
    }

    private mutating func addQualification(_ place: Int, _ person: ID<Person>, _ skill: Qualification.Skill) {
        let ordinal = place / Crowd.delegationSize * 2 + place % 2
        add(
            Qualification("X-Q-\(place)", id: next(Qualification.self, ordinal).number) { qualification in
                qualification.person = person
                qualification.skill = skill
                qualification.evidence = "TEST-\(place)"
                qualification.verifiedBy = verifier
                qualification.verifiedOn = opens.day
            })
    }
}

extension Picture {
    /// The Hanoi ceremony with so many people in all.
    static func crowded(_ count: Int) throws -> Picture {
        var picture = try Hanoi.picture()
        picture.apply(try Crowd(filling: picture, to: count).changes)
        return picture
    }
}
