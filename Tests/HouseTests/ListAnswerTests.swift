import Accreditation
import Addresses
import Engine
import Foundation
import Furniture
import House
import Ledger
import Parties
import Phrases
import Rulebook
import RulebookTesting
import Signing
import Synchronization
import Testing

/// Sees records up to a classification, and counts how many it was asked about.
private final class CountingSight: Sight {
    private let ceiling: Classification
    private let looks = Mutex(0)

    init(upTo ceiling: Classification) { self.ceiling = ceiling }

    var count: Int { looks.withLock { $0 } }

    func sees(_ kind: Kind) -> Bool { true }
    func sees(_ row: any AnyRow, of kind: Kind) -> Bool {
        looks.withLock { $0 += 1 }
        return row.classification.grade <= ceiling.grade
    }
    func sees(_ slip: Slip, in picture: Picture) -> Bool { true }
    func seesAny(of table: Table) -> Bool { true }
    func seesAll(of table: Table) -> Bool { true }
    func hidden(in picture: Picture) -> [Reference] { [] }
    func sees(_ column: Kind.Column, of kind: Kind) -> Bool { !column.isInner }
    func changes(_ kind: Kind) -> Bool { false }
    func mends(_ kind: Kind) -> Bool { false }
    func enters(_ kind: Kind) -> Bool { false }
    func tends(_ desk: String) -> Bool { false }
    var desks: Set<String> { [] }
    var isLimited: Bool { false }
    var administers: Bool { false }
    var audits: Bool { false }
}

@Suite struct `A list's answer` {
    private func reader(_ picture: Picture, _ sight: CountingSight, inEnglish: Bool = false) throws -> Reader {
        Reader(
            voice: Voice(try Phrases.delivered(inEnglish ? .english : .vietnamese)), picture: picture, slips: OrderedSlips([]),
            now: Instant(milliseconds: 0),
            sight: sight, name: "Reader", address: .readiness)
    }

    private func answer(_ query: ListQuery, _ reader: Reader, following former: ListAnswer? = nil) throws -> ListAnswer {
        try ListAnswer(
            query, for: reader, texts: { SearchText(reader.picture[slot: $0.slot], of: $0) { _ in true } }, following: former)
    }

    private static let queries = [
        ListQuery("people"), ListQuery("people", order: "family_name"), ListQuery("people", order: "delegation", isDescending: true),
        ListQuery("delegations", words: "an"), ListQuery("delegations", words: "n", order: "party"),
        ListQuery("delegations", order: "head"), ListQuery("delegations", order: "size", isDescending: true),
        ListQuery("offices", filters: [.init("level", "minister")], order: "person"),
        ListQuery("intentions", order: "signer"), ListQuery("intentions", filters: [.init("party", "VNM")], order: "treaty"),
        ListQuery("parties", order: "name_vi"), ListQuery("badges", order: "person", isDescending: true),
    ]

    @Test(arguments: [Classification.internal, .topSecret])
    func `made out of the one before is the one made from nothing`(ceiling: Classification) async throws {
        let seed: UInt64 = 20_251_027
        var picture = try await Hanoi.base.opening("2025-10-20").picture
        let kinds = [
            Kind(Person.self), Kind(Delegation.self), Kind(Party.self), Kind(Office.self), Kind(Intention.self), Kind(Badge.self),
        ]
        var changes = RandomChanges(seed: seed, kinds: kinds, in: picture)
        let sight = CountingSight(upTo: ceiling)
        var formers: [ListQuery: ListAnswer] = [:]
        for step in 0..<25 {
            let reader = try reader(picture, sight)
            for query in Self.queries {
                let renewed = try answer(query, reader, following: formers[query])
                let anew = try answer(query, reader)
                try #require(renewed.numbers == anew.numbers, "seed \(seed), step \(step), \(query)")
                formers[query] = renewed
            }
            for _ in 0...step % 7 { picture.apply([changes.next(in: picture)]) }
        }
        let longest = formers.values.map(\.numbers.count).max() ?? 0
        #expect(longest > 50)
    }

    @Test func `looks after a change at what it touches alone`() throws {
        var given = Given(kinds: houseRegister.kinds)
        for number in 1...900 { given.add(Person("P-\(number)") { $0.familyName = Personal("N\(number % 97)") }) }
        let query = ListQuery("people", order: "family_name")
        let sight = CountingSight(upTo: .topSecret)
        let former = try answer(query, reader(given.picture, sight))
        #expect(sight.count == 900)
        given.change(ID<Person>(7)) { $0.familyName = Personal("Z") }
        let renewed = try answer(query, reader(given.picture, sight), following: former)
        #expect(sight.count == 901)
        #expect(renewed.numbers.last == 7 && renewed.numbers.count == 900)
        let same = try answer(query, reader(given.picture, sight), following: renewed)
        #expect(sight.count == 901 && same.numbers == renewed.numbers)
    }

    @Test func `is another where a person is called by another office, or a party otherwise`() throws {
        var picture = Picture(houseRegister, zone: .gmt)
        for number in [1, 2] as [UInt32] {
            picture.apply([
                Change(Person("P-\(number)", id: number)),
                Change(
                    Delegation("D-\(number)", id: number) {
                        $0.head = ID(number)
                        $0.party = ID(1)
                    }),
            ])
        }
        picture.apply([Change(Party("VNM", id: 1) { $0.nameEnglish = "Viet Nam" })])
        let sight = CountingSight(upTo: .topSecret)
        let query = ListQuery("delegations", order: "head")
        var former = try answer(query, reader(picture, sight, inEnglish: true))
        #expect(former.numbers == [1, 2])
        for (number, title, expected) in [(1, "Aaa", [2, 1]), (2, "Zzz", [1, 2])] as [(UInt32, String, [UInt32])] {
            picture.apply([
                Change(
                    Office("O-\(number)", id: number) {
                        $0.person = ID(2)
                        $0.titleEnglish = title
                        $0.takenOn = Day("2025-01-0\(number)")
                    })
            ])
            former = try answer(query, reader(picture, sight, inEnglish: true), following: former)
            #expect(former.numbers == expected)
        }
        let words = ListQuery("delegations", words: "viet")
        let found = try answer(words, reader(picture, sight, inEnglish: true))
        #expect(found.numbers == [1, 2])
        picture.apply([Change(Party("VNM", id: 1) { $0.nameEnglish = "Elsewhere" })])
        let left = try answer(words, reader(picture, sight, inEnglish: true), following: found)
        #expect(left.numbers == [])
    }
}
