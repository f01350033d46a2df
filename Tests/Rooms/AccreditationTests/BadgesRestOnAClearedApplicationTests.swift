import Accreditation
import Ledger
import Parties
import RulebookTesting
import Testing

@Suite struct `PTY-08 Badges rest on a cleared application` {
    private var facts = AccreditationCase()

    @Test func `application, vetting and photo are in order`() {
        #expect(facts.given.finds(badgesRestOnAClearedApplication) == [])
    }

    @Test(arguments: [Application.State.draft, .submitted, .refused, .withdrawn])
    mutating func `the application is not approved`(state: Application.State) {
        facts.given.change(facts.application) { $0.state = state }
        #expect(facts.given.finds(badgesRestOnAClearedApplication) == ["PTY-08:application B"])
    }

    @Test mutating func `the application is another person's`() {
        let other = facts.given.add(Person("Q"))
        facts.given.change(facts.application) { $0.person = other }
        #expect(facts.given.finds(badgesRestOnAClearedApplication) == ["PTY-08:application B"])
    }

    @Test mutating func `the vetting is still pending`() {
        facts.given.change(facts.application) { $0.vetting = .pending }
        #expect(facts.given.finds(badgesRestOnAClearedApplication) == ["PTY-08:vetting B A"])
    }

    @Test mutating func `nobody checked the photo`() {
        facts.given.change(facts.application) { $0.isPhotoChecked = false }
        #expect(facts.given.finds(badgesRestOnAClearedApplication) == ["PTY-08:photo B A"])
    }

    @Test mutating func `a badge that is only prepared may wait for all of it`() {
        facts.given.change(facts.badge) { $0.state = .draft }
        facts.given.change(facts.application) { $0.vetting = .pending }
        #expect(facts.given.finds(badgesRestOnAClearedApplication) == [])
    }

    @Test mutating func `the rank waives the photo only where the category says so`() {
        let person = facts.person
        facts.given.change(facts.person) { $0.photoHash = Personal("") }
        let office = facts.given.add(
            Office("OFF") {
                $0.person = person
                $0.level = .headOfState
            })
        #expect(facts.given.finds(badgesRestOnAClearedApplication) == ["PTY-08:photo B A"])
        facts.given.change(facts.category) { $0.photo = .waivedByRank }
        #expect(facts.given.finds(badgesRestOnAClearedApplication) == [])
        facts.given.change(office) { $0.level = .minister }
        #expect(facts.given.finds(badgesRestOnAClearedApplication) == ["PTY-08:photo B A"])
    }

    @Test mutating func `a spouse needs no photo either, while the office lasts`() {
        let president = facts.given.add(Person("HEAD"))
        let office = facts.given.add(
            Office("OFF") {
                $0.person = president
                $0.level = .headOfState
            })
        facts.given.change(facts.category) { $0.photo = .waivedByRank }
        facts.given.change(facts.person) {
            $0.photoHash = Personal("")
            $0.spouseOf = president
        }
        #expect(facts.given.finds(badgesRestOnAClearedApplication) == [])
        facts.given.change(office) { $0.leftOn = day("2025-10-01") }
        #expect(facts.given.finds(badgesRestOnAClearedApplication) == ["PTY-08:photo B A"])
    }

    @Test func `a vetting asks again about the badge that rests on it`() {
        #expect(facts.given.asksAgain(badgesRestOnAClearedApplication, after: facts.application) { $0.vetting = .objected } == ["PTY-08 B"])
    }
}
