import Foundation
import House
import Ledger
import Rulebook
import Testing

@Suite struct `Lists of the house` {
    @Test func `every rule that is written is in the rulebook`() throws {
        var written = 0
        for path in Repository.files(under: "Sources", ending: ".swift") where path.contains("/Rules/") {
            for match in try Repository.text(path).matches(of: /= Rule\(\s*"([A-Z]+-\d+)"/) {
                written += 1
                #expect(houseRulebook.rules.contains { $0.id == String(match.output.1) }, "\(path)")
            }
        }
        #expect(written == houseRulebook.rules.count)
        #expect(Set(houseRulebook.rules.map(\.id)).count >= 60)
    }

    @Test func `every rule has a suite of cases that names it`() throws {
        let tests = try Repository.files(under: "Tests", ending: ".swift").map(Repository.text).joined()
        for id in Set(houseRulebook.rules.map(\.id)).sorted() {
            #expect(tests.contains("`\(id) "), "\(id) has no suite")
        }
    }

    @Test func `a rule that finds several things lists each once`() {
        for rule in houseRulebook.rules { #expect(Set(rule.variants).count == rule.variants.count, "\(rule.id)") }
        #expect(houseRulebook.rules.reduce(0) { $0 + $1.variants.count } > 300)
    }

    @Test func `a stop rule names the acts it stops, and each of them exists`() {
        let acts = Set(houseActs.map(\.name))
        for rule in houseRulebook.rules {
            #expect((rule.severity == .stop) == !rule.stops.isEmpty, "\(rule.id)")
            for act in rule.stops { #expect(acts.contains(act), "\(rule.id): \(act.rawValue)") }
        }
    }

    @Test func `every list of rules that stop acts is held to a case for each act`() throws {
        let tests = try Repository.files(under: "Tests", ending: "StopsTests.swift").map(Repository.text)
        var listed: [String] = []
        for path in Repository.files(under: "Sources", ending: ".swift") {
            for match in try Repository.text(path).matches(of: /let (\w+Rules): \[Rule\] = \[([^\]]*)\]/) {
                let list = String(match.output.1)
                let stopping = match.output.2.matches(of: /\w+/).map { String($0.output) }.filter(stoppingRules.contains)
                listed += stopping
                #expect(stopping.isEmpty || tests.contains { $0.contains(".pairs == \(list).stopPairs") }, "\(list)")
            }
        }
        #expect(listed.count == houseRulebook.rules.count { !$0.stops.isEmpty })
    }

    @Test func `an act asks for and fills columns of its kind, each named once, and bears a name of its own`() {
        #expect(Set(houseActs.map(\.name)).count == houseActs.count)
        for act in houseActs {
            let kind = houseRegister.kind(slot: act.slot)
            let columns = Set(kind?.columns.map(\.name) ?? [])
            let named = act.asks.map(\.column) + act.fills.map(\.column)
            #expect(named.allSatisfy(columns.contains), "\(act.name.rawValue): \(named)")
            #expect(Set(act.asks.map(\.column)).count == act.asks.count, "\(act.name.rawValue)")
            #expect(act.changesRecords || act.makesRecords, "\(act.name.rawValue)")
            #expect(act.origins.allSatisfy { houseRegister.kind(slot: $0) != nil }, "\(act.name.rawValue)")
            #expect(act.asks.filter(\.isRequired).count <= 5, "\(act.name.rawValue) asks too much")
        }
    }

    @Test func `every personal field belongs to a kind with a data subject`() {
        for kind in houseRegister.kinds where kind.columns.contains(where: \.isPersonal) {
            #expect(
                ["person", "medical_case", "office", "held_item", "vehicle_passenger", "full_powers"].contains(kind.code)
                    || kind.code.hasPrefix("medical"), "\(kind.code)")
        }
    }
}

/// What the rules that stop acts are called in the sources.
private let stoppingRules: Set<String> = {
    let rules = try? Repository.files(under: "Sources", ending: ".swift").filter { $0.contains("/Rules/") }.map(Repository.text)
    let named = (rules ?? []).flatMap { $0.matches(of: /let (\w+) = Rule\([^{]*?stops: \[/) }
    return Set(named.map { String($0.output.1) })
}()
