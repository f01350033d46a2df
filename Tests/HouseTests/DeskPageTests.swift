import Addresses
import Committee
import Furniture
import House
import Ledger
import PageTesting
import Rulebook
import RulebookTesting
import Testing

@Suite struct `The home of a desk` {
    private var given = Given(at: "2025-10-14T03:00:00Z", kinds: houseRegister.kinds)

    init() {
        given.add(Body("A05") { $0.kind = .department })
        given.add(Officer("ME") { $0.role = .member })
    }

    /// What a rule of that name would say of the department.
    private func slip(_ rule: String, _ severity: Severity) throws -> Slip {
        let finding = Rule(rule, severity, about: Body.self) { body, see in see.slip(on: body.reference, mend: .remove(body.reference)) }
        return try #require(given.slips(finding).first)
    }

    private func home(_ desk: String = "CMD", slips: [Slip] = [], at desks: Set<String> = ["CMD"]) throws -> DeskModel {
        try #require(DeskModel(DeskPath(desk), for: try given.reader(as: "ME", at: desks, slips: slips)))
    }

    @Test func `tells what stops it and counts the rest, and nothing of another desk`() throws {
        let home = try home(
            slips: [try slip("CMD-09", .stop), try slip("CMD-01", .fix), try slip("CMD-02", .fix), try slip("PRO-01", .stop)])
        #expect(home.stops.map(\.rule) == ["CMD-09"])
        #expect(home.counts == [.stop: 1, .fix: 2])
    }

    @Test mutating func `tells what was given to the reader, the most pressing first, and what is late`() throws {
        let me = try #require(given.picture.find(Officer.self, "ME")).id
        for (code, due) in [("LATER", "2025-10-20"), ("LATE", "2025-10-13"), ("DONE", "2025-10-12")] {
            given.add(
                PlanTask(code) {
                    $0.officer = me
                    $0.due = day(due)
                    $0.state = code == "DONE" ? .done : .open
                })
        }
        given.add(
            Assignment("A-1") {
                $0.rule = "CMD-01"
                $0.subjects = ["body/A05"]
                $0.officer = "ME"
            })
        let duties = try home(slips: [try slip("CMD-01", .fix)]).duties
        let told = duties.map { duty in
            switch duty.work {
            case .slip(let slip): slip.rule
            case .task(let task): given.picture.code(of: task) ?? ""
            case .decision: "decision"
            }
        }
        #expect(told == ["LATE", "LATER", "CMD-01"])
        #expect(duties.map(\.isLate) == [true, false, false])
    }

    @Test mutating func `leaves to others what they have taken on`() throws {
        given.add(
            Assignment("A-1") {
                $0.rule = "CMD-01"
                $0.subjects = ["body/A05"]
                $0.officer = "OTHER"
            })
        #expect(try home(slips: [try slip("CMD-01", .fix)]).duties.isEmpty)
    }

    @Test func `shows the kinds of the desk of which there is something`() throws {
        let home = try home()
        #expect(home.holdings.map { "\($0.kind.code) \($0.count)" } == ["body 1", "officer 1"])
        #expect(home.pages.map(\.title).contains("page.committee"))
    }

    @Test func `of the reader's own is all of theirs, and there is none of a desk that there is not`() throws {
        #expect(try home("", at: ["PRO", "SEC"]).desks == ["PRO", "SEC"])
        #expect(DeskModel(DeskPath("XXX"), for: try given.reader()) == nil)
    }
}
