import Foundation
import House
import Ledger
import Phrases
import Testing

/// What a field means is said by its kind's description, once, and is asked there.
@Suite struct `What a field means` {
    private let columns = houseRegister.kinds.flatMap { kind in kind.columns.map { (kind: kind, column: $0) } }

    @Test func `is decided by its name nowhere outside the rooms`() throws {
        let advice = "ask the column's meaning: what a field is called says nothing"
        var breaches: [Breach] = []
        for path in Repository.files(under: "Sources", ending: ".swift") where !path.hasPrefix("Sources/Rooms/") {
            for (place, line) in try Repository.text(path).split(separator: "\n", omittingEmptySubsequences: false).enumerated()
            where Self.decidesByName(line) { breaches.append(Breach(path: path, line: place + 1, advice: advice)) }
        }
        #expect(breaches.isEmpty, "\(breaches)")
    }

    @Test(arguments: [
        #"if column.name == "code" {"#, #"where kind.columns[place].name != "code" {"#, #"column.name.hasSuffix("_vnd") ? 1 : 2"#,
        #"fileprivate var isLanguage: Bool { name.hasSuffix("language") }"#, #"let place = kind.place(of: "party")"#,
        #"let hidden: Set<String> = ["owner", "classification", "assumed", "note"]"#, #"kind.columns.first { $0.name == "starts" }"#,
    ])
    func `is seen to be decided by its name where it is`(line: String) { #expect(Self.decidesByName(line[...])) }

    @Test(arguments: [
        #"if name.hasSuffix(".css") { return .style }"#, #"let name = sent["name"]"#, #"column.name == chosen"#,
        #"facts.first(where: { $0.name == "field" })"#, #"columns.contains { kind.columns[$0].name == filter.column }"#,
    ])
    func `is not seen to be decided by its name where it is not`(line: String) { #expect(!Self.decidesByName(line[...])) }

    private static func decidesByName(_ line: Substring) -> Bool {
        line.contains("place(of: \"") || line.contains(/columns?(?:\[[^\]]*\])?\.name(?: [=!]= "|\.has(?:Prefix|Suffix)\(")/)
            || line.contains(/(?:^|[^.\w])name\.has(?:Prefix|Suffix)\("[a-z_]+"/)
            || line.contains(/columns\.\w+(?:\(where:)? ?[{(].*\$0\.name [=!]= "/)
            || line.contains(/"(?:owner|classification|assumed|note)", "(?:owner|classification|assumed|note)"/)
    }

    @Test func `is the same in all kinds where it is called the same and holds the same`() {
        var known: [String: Meaning?] = [:]
        var others: [String] = []
        // Many kinds name a person, and one of them is the office that the person holds.
        for (kind, column) in columns where column.meaning != .holder {
            let key = "\(column.name) \("\(column.shape)".prefix { $0 != "(" })"
            if let first = known[key], first != column.meaning { others.append("\(kind.code).\(column.name)") }
            known[key] = known[key] ?? column.meaning
        }
        #expect(others == [], "these say nothing, or another thing, of what other kinds say under the same name")
        #expect(known.values.count { $0 != nil } > 50)
    }

    @Test func `fits what it holds`() {
        let misfits = columns.filter { !($0.column.meaning?.fits($0.column.shape) ?? true) }
        #expect(misfits.map { "\($0.kind.code).\($0.column.name)" } == [])
        for kind in houseRegister.kinds {
            for period in kind.periods { #expect(kind.columns[period.start].shape == kind.columns[period.end].shape, "\(kind.code)") }
        }
        #expect(houseRegister.kinds.reduce(0) { $0 + $1.periods.count } > 35)
    }

    @Test func `is said of one field of a kind where a record has one of it`() {
        for kind in houseRegister.kinds {
            let single = kind.columns.compactMap(\.meaning).filter { meaning in
                ![.starts, .ends, .money, .language, .note, .actor, .personalName].contains(meaning)
            }
            #expect(Set(single).count == single.count, "\(kind.code)")
        }
    }

    @Test func `in one language stands beside the same in every language that is delivered`() {
        for kind in houseRegister.kinds {
            let said = Set(kind.columns.compactMap(\.meaning).filter { $0.language != nil })
            let wanted = Set(said.flatMap { meaning in Language.delivered.map { meaning.said(in: $0.rawValue) } })
            #expect(wanted.isSubset(of: said), "\(kind.code)")
        }
    }
}

extension Meaning {
    fileprivate func fits(_ shape: Shape) -> Bool {
        switch (self, shape) {
        case (.code, .text), (.assumption, .text), (.note, .text), (.act, .text), (.kinds, .list(.text)): true
        case (.title, .text), (.shortTitle, .text), (.wording, .text), (.list, .text), (.actor, .text), (.personalName, .text): true
        case (.listFields, .list(.text)), (.parts, .list(.text)): true
        case (.owner, .reference), (.party, .reference), (.holder, .reference): true
        case (.classification, .choice), (.sort, .choice), (.money, .integer): true
        case (.starts, .day), (.starts, .moment), (.ends, .day), (.ends, .moment): true
        case (.language, .text), (.language, .choice), (.language, .list(.text)), (.language, .list(.choice)): true
        default: false
        }
    }
}
