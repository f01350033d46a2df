import Foundation
import House
import Ledger
import Mounting
import Testing

@Suite struct `Numbers of the house's kinds` {
    @Test func `and their codes and files are shared by no two kinds`() {
        #expect(Register.clashes(houseRooms.flatMap(\.kinds)) == [])
    }

    @Test func `are chosen by no kind that is new, and twice by none`() throws {
        var chosen: [Int: [String]] = [:]
        for path in Repository.files(under: "Sources", ending: ".swift") {
            for match in try Repository.text(path).matches(of: /static let slot = (\d+)/) {
                chosen[Int(match.output.1) ?? -1, default: []].append(path)
            }
        }
        for (number, paths) in chosen where paths.count > 1 { Issue.record("\(paths.joined(separator: " and ")) chose \(number)") }
        // The numbers of the first kinds are the order in which they are listed; none is added to them.
        let first = Set(1...204).subtracting(15...19).subtracting(24...30).subtracting([42]).subtracting(46...49).subtracting(57...59)
            .subtracting(97...99).subtracting([119, 123]).subtracting(125...129).subtracting([158, 159]).subtracting(179...189)
        for (number, paths) in chosen where !first.contains(number) {
            Issue.record("\(paths.joined(separator: " and ")) chose \(number): write `static let slot = Register.nextSlot()`")
        }
        #expect(chosen.keys.allSatisfy { $0 <= Register.lastChosenSlot })
        #expect(!chosen.isEmpty)
    }
}
