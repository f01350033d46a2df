import GRDB
import Ledger

/// The ten rules about people as somebody would write them in SQL: one query a rule over tables with the indexes it wants.
///
/// Whatever a rule works out of one record alone (an identity key, a rank, whether a letter is complete) is a column here, so
/// that the queries only compare.
struct RulesInSQL {
    private let queue: DatabaseQueue

    init(_ picture: Picture, at now: Instant) throws {
        queue = try DatabaseQueue()
        try queue.write { database in
            try database.execute(sql: RulesInSQL.tables)
            try FactsInSQL(picture, at: now).insert(into: database)
            try database.execute(sql: "ANALYZE")
        }
    }

    /// How many slips each rule finds.
    func check() throws -> [String: Int] {
        try queue.read { database in
            var counts: [String: Int] = [:]
            for (rule, query) in RulesInSQL.queries {
                let rows = try Row.fetchCursor(database, sql: query)
                while try rows.next() != nil { counts[rule, default: 0] += 1 }
            }
            return counts
        }
    }

    private static let tables = """
        CREATE TABLE person(id INTEGER PRIMARY KEY, identity_key TEXT, has_photo INTEGER, spouse INTEGER);
        CREATE INDEX person_identity ON person(identity_key);
        CREATE TABLE delegation(id INTEGER PRIMARY KEY, quota INTEGER);
        CREATE TABLE category(id INTEGER PRIMARY KEY, grp TEXT, quota INTEGER, waives_photo INTEGER);
        CREATE TABLE category_zone(category INTEGER, zone INTEGER, PRIMARY KEY(category, zone)) WITHOUT ROWID;
        CREATE TABLE role_zone(role TEXT, zone INTEGER, PRIMARY KEY(role, zone)) WITHOUT ROWID;
        CREATE TABLE shift_zone(person INTEGER, zone INTEGER, PRIMARY KEY(person, zone)) WITHOUT ROWID;
        CREATE TABLE application(id INTEGER PRIMARY KEY, person INTEGER, category INTEGER, role TEXT, skill TEXT, delegation INTEGER,
          outlet INTEGER, state TEXT, is_live INTEGER, is_nomination INTEGER, applied_by INTEGER, vetting TEXT, vetted_by INTEGER,
          photo_checked INTEGER, asked INTEGER, answered INTEGER, chased INTEGER, has_reason INTEGER, has_appeal INTEGER);
        CREATE INDEX application_person ON application(person) WHERE is_live;
        CREATE INDEX application_delegation ON application(delegation) WHERE is_nomination;
        CREATE INDEX application_category ON application(category) WHERE is_nomination;
        CREATE TABLE badge(id INTEGER PRIMARY KEY, person INTEGER, application INTEGER, category INTEGER, is_active INTEGER,
          issued_by INTEGER, first_day INTEGER, last_day INTEGER);
        CREATE INDEX badge_person ON badge(person) WHERE is_active;
        CREATE TABLE badge_zone(badge INTEGER, zone INTEGER, PRIMARY KEY(badge, zone)) WITHOUT ROWID;
        CREATE TABLE officer(id INTEGER PRIMARY KEY, person INTEGER);
        CREATE TABLE high_office(person INTEGER PRIMARY KEY) WITHOUT ROWID;
        CREATE TABLE qualification(id INTEGER PRIMARY KEY, person INTEGER, skill TEXT, is_verified INTEGER);
        CREATE INDEX qualification_person ON qualification(person, skill);
        CREATE TABLE letter(id INTEGER PRIMARY KEY, application INTEGER, outlet INTEGER, is_complete INTEGER, first_day INTEGER,
          last_day INTEGER);
        CREATE INDEX letter_application ON letter(application);
        CREATE TABLE outlet(id INTEGER PRIMARY KEY, has_contact INTEGER, is_confirmed INTEGER);
        CREATE TABLE moment(now INTEGER);
        """

    private static let queries: [(rule: String, query: String)] = [
        (
            "PTY-05",
            """
            SELECT delegation.id FROM delegation WHERE quota < (
              SELECT count(*) FROM application WHERE application.delegation = delegation.id AND is_nomination)
            """
        ),
        (
            "PTY-05",
            """
            SELECT category.id FROM category WHERE quota < (
              SELECT count(*) FROM application WHERE application.category = category.id AND is_nomination)
            """
        ),
        (
            "PTY-06",
            """
            SELECT badge.id, other.id FROM badge JOIN badge AS other ON other.person = badge.person AND other.id > badge.id
              WHERE badge.is_active AND other.is_active
            UNION ALL
            SELECT badge.id, application.id FROM badge JOIN category AS own ON own.id = badge.category
              JOIN application ON application.person = badge.person AND application.is_live
              JOIN category AS other ON other.id = application.category
              WHERE badge.is_active AND (own.grp = 'media' AND other.grp = 'delegates' OR own.grp = 'delegates' AND other.grp = 'media')
              AND (SELECT count(*) FROM application AS one WHERE one.person = badge.person AND one.is_live) > 1
            """
        ),
        (
            "PTY-07",
            """
            SELECT person.id, other.id FROM person JOIN person AS other
              ON other.identity_key = person.identity_key AND other.id > person.id
            """
        ),
        (
            "PTY-08",
            """
            SELECT badge.id FROM badge LEFT JOIN application ON application.id = badge.application AND application.person = badge.person
              AND application.category = badge.category AND application.state = 'approved'
              WHERE badge.is_active AND application.id IS NULL
            UNION ALL
            SELECT badge.id FROM badge JOIN application ON application.id = badge.application AND application.person = badge.person
              AND application.category = badge.category AND application.state = 'approved'
              WHERE badge.is_active AND application.vetting <> 'cleared'
            UNION ALL
            SELECT badge.id FROM badge JOIN application ON application.id = badge.application AND application.person = badge.person
              AND application.category = badge.category AND application.state = 'approved'
              LEFT JOIN person ON person.id = application.person JOIN category ON category.id = application.category
              WHERE badge.is_active AND NOT (application.photo_checked AND coalesce(person.has_photo, 0))
              AND NOT (person.id IS NOT NULL AND category.waives_photo AND EXISTS (
                SELECT 1 FROM high_office WHERE high_office.person IN (person.id, person.spouse)))
            """
        ),
        (
            "PTY-09",
            """
            SELECT badge.id FROM badge JOIN application ON application.id = badge.application
              LEFT JOIN officer AS one ON one.id = application.applied_by
              LEFT JOIN officer AS two ON two.id = application.vetted_by
              LEFT JOIN officer AS three ON three.id = badge.issued_by
              WHERE badge.is_active AND (application.applied_by IS NULL OR application.vetted_by IS NULL OR badge.issued_by IS NULL
                OR application.applied_by = application.vetted_by OR application.applied_by = badge.issued_by
                OR application.vetted_by = badge.issued_by OR one.person = two.person OR one.person = three.person
                OR two.person = three.person)
            """
        ),
        (
            "PTY-10",
            """
            SELECT DISTINCT badge.id FROM badge JOIN category ON category.id = badge.category
              JOIN badge_zone ON badge_zone.badge = badge.id LEFT JOIN application ON application.id = badge.application
              WHERE badge.is_active
              AND NOT EXISTS (SELECT 1 FROM category_zone
                WHERE category_zone.category = badge.category AND category_zone.zone = badge_zone.zone)
              AND NOT EXISTS (SELECT 1 FROM role_zone WHERE role_zone.role = application.role AND role_zone.zone = badge_zone.zone)
              AND NOT EXISTS (SELECT 1 FROM shift_zone
                WHERE shift_zone.person = badge.person AND shift_zone.zone = badge_zone.zone)
            """
        ),
        (
            "PTY-11",
            """
            SELECT badge.id FROM badge JOIN application ON application.id = badge.application
              WHERE badge.is_active AND application.skill IS NOT NULL AND NOT EXISTS (SELECT 1 FROM qualification
                WHERE qualification.person = badge.person AND qualification.skill = application.skill AND is_verified)
            """
        ),
        ("PTY-12", pressBadges),
        (
            "PTY-15",
            """
            SELECT id FROM application WHERE state = 'refused' AND NOT has_reason
            UNION ALL SELECT id FROM application WHERE state = 'refused' AND NOT has_appeal
            UNION ALL SELECT id FROM application, moment WHERE state IN ('draft', 'submitted') AND asked IS NOT NULL
              AND coalesce(answered, asked) <= asked AND max(asked, coalesce(chased, asked)) + 172800000 <= now
            """
        ),
    ]

    private static let pressBadges = """
        WITH press AS (SELECT badge.id, badge.first_day, badge.last_day, application.id AS application, application.outlet FROM badge
          JOIN category ON category.id = badge.category AND category.grp = 'media'
          JOIN application ON application.id = badge.application WHERE badge.is_active)
        SELECT id FROM press WHERE NOT EXISTS (SELECT 1 FROM letter WHERE letter.application = press.application
          AND is_complete AND letter.outlet IS press.outlet AND letter.first_day <= coalesce(press.first_day, letter.first_day)
          AND coalesce(press.last_day, letter.last_day) <= letter.last_day)
        UNION ALL SELECT press.id FROM press LEFT JOIN outlet ON outlet.id = press.outlet
          WHERE outlet.id IS NULL OR NOT has_contact OR NOT is_confirmed
        """
}
