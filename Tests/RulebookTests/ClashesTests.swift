import Ledger
import Rulebook
import RulebookTesting
import Testing

/// Something that lasts from one hour to another, in a lane of which it clashes with nothing else.
private struct Lasting: Entity {
    static let slot = 3
    static let code = "lasting"
    static let file = "lasting"
    static let fields = Fields<Lasting>(Field("from", \.from), Field("until", \.until), Field("lane", \.lane))
    var heading = Heading<Lasting>()
    var from = 0
    var until = 0
    var lane = 0
    init() {}
    init(_ number: Int, _ from: Int, _ until: Int, lane: Int? = nil) {
        self.init("L\(number)", id: UInt32(number)) {
            $0.from = from
            $0.until = until
            $0.lane = lane ?? number
        }
    }
}

@Suite struct `What clashes in time` {
    private let clashes = Clashes<Lasting, Int>(from: { $0.from }, until: { $0.until }, group: { AnyHashable($0.lane) })

    private func told(_ lasting: [Lasting]) -> [String] {
        clashes.among(lasting).map { clash in
            switch clash {
            case .pair(let first, let second): "\(first.heading.code) \(second.heading.code)"
            case .crowd(let crowd): "\(crowd.members.count) of them"
            }
        }
    }

    @Test func `few are told pair by pair, the one that begins first before the other`() {
        #expect(told([Lasting(1, 9, 12), Lasting(2, 8, 10), Lasting(3, 11, 13)]) == ["L2 L1", "L1 L3"])
        #expect(told([Lasting(1, 9, 12), Lasting(2, 9, 12), Lasting(3, 9, 12)]) == ["L1 L2", "L1 L3", "L2 L3"])
    }

    @Test func `what begins as the other ends does not clash`() {
        #expect(told([Lasting(1, 9, 10), Lasting(2, 10, 11), Lasting(3, 11, 12)]) == [])
    }

    @Test func `what lasts no time clashes with what is under way`() {
        #expect(told([Lasting(1, 9, 12), Lasting(2, 10, 10)]) == ["L1 L2"])
        #expect(told([Lasting(1, 10, 10), Lasting(2, 10, 10)]) == [])
    }

    @Test func `many at one time are told as one, and what lies apart from them by itself`() {
        let many = (1...5).map { Lasting($0, 9, 12) }
        #expect(told(many) == ["5 of them"])
        #expect(told(many + [Lasting(6, 14, 16), Lasting(7, 15, 17)]) == ["5 of them", "L6 L7"])
    }

    @Test func `a long row of which each clashes with the next is told pair by pair`() {
        #expect(told((1...50).map { Lasting($0, $0, $0 + 2) }).count == 49)
    }

    @Test func `what shares a lane does not clash, however many there are, but all with what crosses it`() {
        #expect(told((1...200).map { Lasting($0, 9, 12, lane: 1) }) == [])
        #expect(told((1...200).map { Lasting($0, 9, 12, lane: 1) } + [Lasting(201, 9, 12, lane: 2)]) == ["201 of them"])
    }

    @Test func `of a crowd the first ten by code are named, and how many there are`() {
        let crowd = Crowd((1...30).map { Lasting($0, 9, 12) })
        #expect(crowd.named.map(\.number) == [1, 10, 11, 12, 13, 14, 15, 16, 17, 18])
        #expect(crowd.facts == [Fact("count", 30), Fact("named", .some(crowd.named, of: 30))])
    }

    @Test func `whoever may not know of the most secret of a crowd learns nothing of the crowd`() {
        var members = (1...30).map { Lasting($0, 9, 12) }
        members[8].heading.classification = .restricted
        #expect(Crowd(members).named.contains(Reference(slot: Lasting.slot, number: 9)))
        #expect(Crowd(members).named.count == 10)
    }

    @Test func `a secret member hides the others' crowd from nobody`() {
        var members = (1...6).map { Lasting($0, 9, 12) }
        members[5].heading.classification = .restricted
        #expect(told(members) == ["6 of them", "5 of them"])
        members[3].heading.classification = .restricted
        members[4].heading.classification = .restricted
        #expect(told(members) == ["6 of them", "L1 L2", "L1 L3", "L2 L3"])
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>) func `finds the pairs that looking at every pair finds`(seed: UInt64) {
        var dice = SeededDice(seed: seed)
        let lasting = (1...40).map { number in
            let from = Int.random(in: 0..<400, using: &dice)
            return Lasting(number, from, from + Int.random(in: 0..<25, using: &dice), lane: Int.random(in: 1...30, using: &dice))
        }
        let ordered = lasting.sorted { ($0.from, $0.heading.id) < ($1.from, $1.heading.id) }
        let pairs = ordered.indices.flatMap { place in
            ordered[(place + 1)...].filter { $0.from < ordered[place].until && $0.lane != ordered[place].lane }.map {
                "\(ordered[place].heading.code) \($0.heading.code)"
            }
        }
        let found = told(lasting)
        if !found.contains(where: { $0.hasSuffix("them") }) { #expect(found.sorted() == pairs.sorted()) }
        #expect(Set(found.filter { !$0.hasSuffix("them") }).isSubset(of: pairs))
    }
}
