import Committee
import Gates
import Ledger
import Parties
import RulebookTesting
import Protection
import Testing
import Venues

@Suite struct `SEC-01 Posts are manned` {
    private var given = Given(
        at: "2025-10-20T00:00:00Z", kinds: [Kind(Person.self), Kind(Qualification.self), Kind(Post.self), Kind(Shift.self)])
    private let post: ID<Post>
    private let people: [ID<Person>]

    init() {
        post = given.add(
            Post("P1") {
                $0.heads = 2
                $0.mannedFrom = hanoi("2025-10-25T06:00")
                $0.mannedTo = hanoi("2025-10-25T18:00")
            })
        var people: [ID<Person>] = []
        for number in 1...3 { people.append(given.add(Person("N\(number)"))) }
        self.people = people
    }

    @discardableResult
    private mutating func shift(
        _ code: String, _ person: Int, _ starts: String = "06:00", _ ends: String = "18:00", _ fill: (inout Shift) -> Void = { _ in }
    ) -> ID<Shift> {
        given.add(
            Shift(code) { [post, people] in
                $0.post = post
                $0.person = people[person]
                $0.starts = hanoi("2025-10-25T\(starts)")
                $0.ends = hanoi("2025-10-25T\(ends)")
                $0.isVetted = true
                $0.isTrained = true
                $0.isConfirmed = true
                fill(&$0)
            })
    }

    @Test mutating func `two people all day, one of them relieved at noon`() {
        shift("A", 0)
        shift("B", 1, "06:00", "12:00")
        shift("C", 2, "12:00", "18:00")
        #expect(given.finds(postsAreManned) == [])
    }

    @Test mutating func `too few are on the list`() {
        shift("A", 0)
        shift("B", 1, "06:00", "17:00")
        #expect(given.finds(postsAreManned) == ["SEC-01:short P1"])
    }

    @Test(arguments: [\Shift.isVetted, \Shift.isTrained, \Shift.isConfirmed] as [any WritableKeyPath<Shift, Bool> & Sendable])
    mutating func `whoever is not vetted, trained and confirmed does not count`(_ answer: any WritableKeyPath<Shift, Bool> & Sendable) {
        shift("A", 0)
        shift("B", 1) { $0[keyPath: answer] = false }
        #expect(given.finds(postsAreManned) == ["SEC-01:unready P1"])
    }

    @Test mutating func `somebody on the list twice is one person`() {
        shift("A", 0)
        shift("B", 0)
        #expect(given.finds(postsAreManned) == ["SEC-01:short P1"])
    }

    @Test mutating func `a post that asks for a skill counts only who holds it`() {
        given.change(post) {
            $0.heads = 1
            $0.skills = [.screening]
        }
        shift("A", 0)
        #expect(given.finds(postsAreManned) == ["SEC-01:unready P1"])
        given.add(
            Qualification("Q") { [people] in
                $0.person = people[0]
                $0.skill = .screening
                $0.verifiedBy = ID<Body>(1)
                $0.verifiedOn = day("2025-09-01")
            })
        #expect(given.finds(postsAreManned) == [])
    }

    @Test mutating func `it is due fourteen days before`() {
        given.now = Instant("2025-10-10T22:00:00Z")!
        #expect(given.finds(postsAreManned) == [])
        given.now = Instant("2025-10-10T23:00:00Z")!
        #expect(given.finds(postsAreManned) == ["SEC-01:short P1"])
    }

    @Test mutating func `changing a shift asks again about its post and no other`() {
        let shift = shift("A", 0)
        given.add(Post("P2"))
        #expect(given.asksAgain(postsAreManned, after: shift) { $0.isConfirmed = false } == ["SEC-01 P1"])
    }
}
