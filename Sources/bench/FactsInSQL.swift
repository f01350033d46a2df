import Accreditation
import Committee
import GRDB
import Ledger
import Parties
import Protection
import Venues

/// The facts of a picture that the ten rules read, as rows.
struct FactsInSQL {
    private let picture: Picture
    private let now: Instant
    private let today: Day

    init(_ picture: Picture, at now: Instant) {
        self.picture = picture
        self.now = now
        today = picture.zone.day(at: now)
    }

    func insert(into database: Database) throws {
        try insertParties(database)
        try insertCategories(database)
        try insertApplications(database)
        try insertBadges(database)
        try insertProofs(database)
        try insert("moment", [now.milliseconds], database)
    }

    private func insert(_ table: String, _ values: StatementArguments, _ database: Database, count: Int = 1) throws {
        let places = Array(repeating: "?", count: count).joined(separator: ", ")
        try database.cachedStatement(sql: "INSERT OR IGNORE INTO \(table) VALUES (\(places))").execute(arguments: values)
    }

    private func insertParties(_ database: Database) throws {
        for person in picture.all(Person.self) {
            try insert(
                "person", [person.id.number, person.identityKey, !person.photoHash.content.isEmpty, person.spouseOf?.number], database,
                count: 4)
        }
        for delegation in picture.all(Delegation.self) {
            try insert("delegation", [delegation.id.number, delegation.quota], database, count: 2)
        }
        for officer in picture.all(Officer.self) {
            let person = officer.person == .blank ? nil : officer.person.number
            try insert("officer", [officer.id.number, person], database, count: 2)
        }
        for office in picture.all(Office.self) where office.level.rank <= Level.vicePresident.rank && office.isHeld(on: today) {
            try insert("high_office", [office.person?.number], database)
        }
        for outlet in picture.all(Outlet.self) {
            let hasContact = outlet.contact.flatMap { picture[$0] }?.isVerified == true
            let isConfirmed = outlet.confirmedOn != nil && outlet.confirmedBy != nil
            try insert("outlet", [outlet.id.number, hasContact, isConfirmed], database, count: 3)
        }
    }

    private func insertCategories(_ database: Database) throws {
        for category in picture.all(Category.self) {
            let waives = category.photo == .waivedByRank
            try insert("category", [category.id.number, category.group.rawValue, category.quota, waives], database, count: 4)
            for zone in category.zones { try insert("category_zone", [category.id.number, zone.number], database, count: 2) }
        }
        for access in picture.all(RoleAccess.self) {
            for zone in access.zones { try insert("role_zone", [access.role.rawValue, zone.number], database, count: 2) }
        }
        for shift in picture.all(Shift.self) where shift.isVetted && shift.isConfirmed && shift.ends.instant > now {
            guard let post = shift.post.flatMap({ picture[$0] }), let person = shift.person,
                let zone = post.zone ?? post.place.flatMap({ picture[$0] })?.securityZone
            else { continue }
            try insert("shift_zone", [person.number, zone.number], database, count: 2)
        }
    }

    private func insertApplications(_ database: Database) throws {
        for application in picture.all(Application.self) {
            try insert(
                "application",
                [
                    application.id.number, application.person.number, application.category.number, application.role.rawValue,
                    application.role.neededSkill?.rawValue, application.delegation?.number, application.outlet?.number,
                    application.state.rawValue, application.isLive, application.isNomination, application.appliedBy?.number,
                    application.vetting.rawValue, application.vettedBy?.number, application.isPhotoChecked,
                    application.informationAsked?.instant.milliseconds, application.informationAnswered?.instant.milliseconds,
                    application.chased?.instant.milliseconds, application.reasonClass != .none, application.appealContact != nil,
                ], database, count: 19)
        }
    }

    private func insertBadges(_ database: Database) throws {
        for badge in picture.all(Badge.self) {
            try insert(
                "badge",
                [
                    badge.id.number, badge.person.number, badge.application?.number, badge.category.number, badge.isActive,
                    badge.issuedBy?.number,
                    badge.validFrom?.day.number, badge.validTo?.day.number,
                ], database, count: 8)
            for zone in badge.zones { try insert("badge_zone", [badge.id.number, zone.number], database, count: 2) }
        }
    }

    private func insertProofs(_ database: Database) throws {
        for qualification in picture.all(Qualification.self) {
            try insert(
                "qualification",
                [qualification.id.number, qualification.person?.number, qualification.skill.rawValue, qualification.isVerified(on: today)],
                database, count: 4)
        }
        for letter in picture.all(AssignmentLetter.self) {
            try insert(
                "letter",
                [
                    letter.id.number, letter.application.number, letter.outlet?.number, letter.isComplete, letter.coversFrom?.number,
                    letter.coversTo?.number,
                ], database, count: 6)
        }
    }
}
