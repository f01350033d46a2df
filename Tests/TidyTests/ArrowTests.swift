import Foundation
import Testing

@Suite struct `Arrows point down` {
    /// The floors of `docs` in their order; a room imports only what stands above it here, and the rooms only what the table gives.
    private let floors: [String: Set<String>] = [
        "Ledger": [], "LedgerSQLite": ["Ledger"], "Rulebook": ["Ledger"], "Engine": ["Ledger", "Rulebook"],
        "Phrases": ["Ledger", "Rulebook"],
        "Exchange": ["Ledger", "Rulebook", "Phrases"], "Addresses": ["Ledger"],
        "Furniture": ["Ledger", "Rulebook", "Phrases", "Addresses"],
        "Mounting": ["Ledger", "Rulebook", "Engine", "Addresses", "Furniture"],
        "Paperwork": ["Ledger", "Rulebook", "Engine", "Phrases", "Exchange", "Mounting"],
        "Server": ["Ledger", "Rulebook", "Engine", "Phrases", "Exchange", "Addresses", "Furniture", "Mounting", "Paperwork"],
    ]

    private func rooms() throws -> [String: Set<String>] {
        var rooms: [String: Set<String>] = [:]
        for match in try Repository.text("Package.swift").matches(of: /Room\("(\w+)"(?:, after: \[([^\]]*)\])?\)/) {
            let after = (match.output.2 ?? "").split(separator: ",").map { $0.trimmingCharacters(in: CharacterSet(charactersIn: " \"")) }
            rooms[String(match.output.1)] = Set(after).union(["Ledger", "Rulebook"])
        }
        return rooms
    }

    private func imports(_ path: String) throws -> [(line: Int, module: String)] {
        try Repository.text(path).split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { place, line in
            line.firstMatch(of: /^(?:@\w+ )?(?:public |package |internal )?import (?:struct |func )?(\w+)/).map {
                (place + 1, String($0.output.1))
            }
        }
    }

    @Test func `no room imports what the table does not give it`() throws {
        let rooms = try rooms()
        #expect(rooms.count == 15)
        let house = Set(rooms.keys).union(floors.keys).union(["House", "chancery"]).union(
            rooms.keys.map { $0 + "Pages" })
        var breaches: [Breach] = []
        for path in Repository.files(under: "Sources", ending: ".swift") {
            let parts = path.split(separator: "/").map(String.init)
            let room = parts[1] == "Rooms" ? parts[2] : parts[1]
            guard var allowed = rooms[room] ?? floors[room] else { continue }
            if parts.contains("Pages") { allowed.formUnion(["Engine", "Phrases", "Addresses", "Furniture", "Mounting", room]) }
            for (line, module) in try imports(path) where house.contains(module) && !allowed.contains(module) {
                breaches.append(
                    Breach(path: path, line: line, advice: "\(room) may not import \(module): put it in House, or pass it as an argument"))
            }
        }
        #expect(breaches.isEmpty, "\(breaches)")
    }

    @Test func `the table's own arrows point upwards in its list`() throws {
        let order = try Repository.text("Package.swift").matches(of: /Room\("(\w+)"/).map { String($0.output.1) }
        for (room, earlier) in try rooms() {
            for other in earlier where order.contains(other) {
                #expect(order.firstIndex(of: other)! < order.firstIndex(of: room)!, "\(room) after \(other)")
            }
        }
    }

    @Test func `domains know no files, no clock and no pages`() throws {
        var breaches: [Breach] = []
        for path in Repository.files(under: "Sources/Rooms", ending: ".swift")
            + Repository.files(under: "Sources/Rulebook", ending: ".swift") + Repository.files(under: "Sources/Engine", ending: ".swift")
        {
            for (place, line) in try Repository.text(path).split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                for banned in [
                    "FileManager", "Date()", "ContinuousClock", "SystemRandomNumberGenerator", "print(", "URLSession", ".random(",
                    "Task.sleep",
                ]
                where line.contains(banned) {
                    breaches.append(Breach(path: path, line: place + 1, advice: "\(banned) is an argument, never reached for"))
                }
            }
        }
        #expect(breaches.isEmpty, "\(breaches)")
    }

    @Test func `every floor and room has a charter that says what it is for`() throws {
        let rooms = try Repository.folders(in: "Sources/Rooms").map { "Sources/Rooms/\($0)" }
        for folder in rooms + (floors.keys.map { "Sources/\($0)" }) + ["Sources/House", "Sources/chancery"] {
            let charter = try Repository.text("\(folder)/Charter.md")
            #expect(charter.split(separator: "\n").count >= 4, "\(folder)")
        }
    }
}
