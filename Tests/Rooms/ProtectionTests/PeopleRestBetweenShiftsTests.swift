import Ledger
import Parties
import RulebookTesting
import Protection
import Testing

@Suite struct `SEC-02 People rest between shifts` {
    private var given = Given(kinds: [Kind(Person.self), Kind(Unit.self), Kind(Post.self), Kind(Shift.self)])
    private let unit: ID<Unit>
    private let posts: [ID<Post>]
    private let person: ID<Person>

    init() {
        let unit = given.add(Unit("U"))
        self.unit = unit
        posts = [given.add(Post("P1") { $0.unit = unit }), given.add(Post("P2") { $0.unit = unit })]
        person = given.add(Person("N1"))
    }

    @discardableResult
    private mutating func shift(_ code: String, _ starts: String, _ ends: String, at post: Int = 0) -> ID<Shift> {
        given.add(
            Shift(code) { [posts, person] in
                $0.post = posts[post]
                $0.person = person
                $0.starts = hanoi("2025-10-\(starts)")
                $0.ends = hanoi("2025-10-\(ends)")
            })
    }

    @Test mutating func `twelve hours of work and twelve of rest are kept`() {
        shift("A", "25T06:00", "25T18:00")
        shift("B", "26T06:00", "26T18:00")
        #expect(given.finds(peopleRestBetweenShifts) == [])
    }

    @Test mutating func `two posts at once`() {
        shift("A", "25T06:00", "25T12:00")
        shift("B", "25T11:00", "25T14:00", at: 1)
        #expect(given.finds(peopleRestBetweenShifts) == ["SEC-02:two_posts A B"])
    }

    @Test mutating func `shifts that touch make one turn, and it is too long`() {
        shift("A", "25T06:00", "25T14:00")
        shift("B", "25T14:00", "25T19:00", at: 1)
        #expect(given.finds(peopleRestBetweenShifts) == ["SEC-02:long A"])
    }

    @Test mutating func `too little rest`() {
        shift("A", "25T14:00", "25T22:00")
        shift("B", "26T06:00", "26T14:00")
        #expect(given.finds(peopleRestBetweenShifts) == ["SEC-02:rest A B"])
    }

    @Test mutating func `a unit with a norm of its own keeps that`() {
        given.change(unit) {
            $0.norm = .own
            $0.longestShift = 24 * 60
        }
        shift("A", "25T00:00", "25T20:00")
        shift("B", "25T22:00", "26T06:00")
        #expect(given.finds(peopleRestBetweenShifts) == [])
        given.change(unit) { $0.leastRest = 8 * 60 }
        #expect(given.finds(peopleRestBetweenShifts) == ["SEC-02:rest A B"])
    }

    @Test mutating func `changing a shift asks again about that person's shifts only`() {
        let shift = shift("A", "25T06:00", "25T18:00")
        self.shift("B", "26T06:00", "26T18:00")
        given.add(Shift("C") { $0.person = ID(77) })
        #expect(given.asksAgain(peopleRestBetweenShifts, after: shift) { $0.ends = hanoi("2025-10-25T17:00") } == ["SEC-02 A"])
    }
}
