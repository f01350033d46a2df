import Committee
import Ledger
import Parties
import RulebookTesting
import Testing

@Suite struct `PTY-07 Nobody is nominated twice` {
    private var given = Given(kinds: committeeKinds + partiesKinds)

    @discardableResult
    private mutating func person(_ code: String, _ family: String, _ document: String, born: String = "1970-01-02") -> ID<Person> {
        given.add(
            Person(code) {
                $0.familyName = Personal(family)
                $0.givenName = Personal("An")
                $0.document = Personal(document)
                $0.birthDate = Personal(day(born))
            })
    }

    @Test mutating func `the same person is written with other marks and spaces`() {
        person("A", "Nguyễn", "B1234567")
        person("B", "NGUYEN", "b 1234567")
        #expect(given.finds(nobodyIsNominatedTwice) == ["PTY-07 A B"])
    }

    @Test mutating func `two people share a name`() {
        person("A", "Nguyễn", "B1234567")
        person("B", "Nguyễn", "B7654321")
        person("C", "Nguyễn", "B1234567", born: "1971-01-02")
        #expect(given.finds(nobodyIsNominatedTwice) == [])
    }

    @Test mutating func `people without a document are compared with nobody`() {
        person("A", "Nguyễn", "")
        person("B", "Nguyễn", "")
        #expect(given.finds(nobodyIsNominatedTwice) == [])
    }

    @Test mutating func `a new document asks again about those who have it and no other`() {
        person("A", "Nguyễn", "B1234567")
        person("C", "Trần", "C1")
        let other = person("B", "Nguyễn", "B7654321")
        #expect(
            given.asksAgain(nobodyIsNominatedTwice, after: other) { $0.document = Personal("B1234567") } == ["PTY-07 A", "PTY-07 B"])
    }
}
