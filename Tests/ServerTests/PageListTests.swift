import Addresses
import Engine
import Foundation
import Furniture
import House
import Ledger
import Mounting
import Phrases
import Rulebook
import Server
import Testing

@Suite struct `The list of pages` {
    private static let renewal = "CHANCERY_RENEW"

    /// A house in which something is wrong, so that there is something to waive.
    private func house() async throws -> OpenHouse {
        let house = try await OpenHouse()
        try await house.putInForce("MASTER")
        return house
    }

    @Test func `says of every page truly whether everybody together finds it there`() async throws {
        let house = try await house()
        defer { house.close() }
        let all = Rights(desks: Set(houseDesks), ceiling: .topSecret, administers: true, audits: true)
        let token = try await house.token(all)
        let pages = house.pages.pages.filter { !$0.isForPrograms && $0.address != .signIn }
        #expect(pages.count > 300 && Set(pages.map(\.address)).count == pages.count)
        for page in pages {
            let status = await house.get(page.address, token).status
            #expect(status == (page.isOpen(to: all) ? .fine : .notFound), "\(page.address.text)")
        }
    }

    @Test(arguments: RightsTable.roles()) func `says truly of one page of each shape whether a role finds it there`(
        role: RightsTable.Role
    ) async throws {
        let house = try await house()
        defer { house.close() }
        let token = try await house.token(role.rights)
        for page in house.pages.ofEachShape where !page.isForPrograms && page.address != .signIn {
            let status = await house.get(page.address, token).status
            #expect(status == (page.isOpen(to: role.rights) ? .fine : .notFound), "\(role.name): \(page.address.text)")
        }
    }

    @Test func `has a page under every word of the house's own under which a page stands, and all that is in the menu`() async throws {
        let house = try await house()
        defer { house.close() }
        let pages = house.pages.pages
        let listed = Set(pages.compactMap { Spelling($0.address.text)?.path.first })
        for word in Address.ownWords.sorted() {
            let spelled = ["", "/a", "/a/b", "/a/b/c", "?rule=R-1", "?after=1"].map { Address("/\(word)\($0)") }
            // What an export gives stands under a code that nobody knows before: its list is here.
            let isPage = spelled.contains { $0?.isPage ?? false }
            #expect(listed.contains(word) == isPage, "/\(word)")
        }
        let keys = pages.compactMap(\.key)
        #expect(Set(keys).count == keys.count && keys.count > 10)
        for mount in houseRooms.flatMap(\.pages) {
            #expect(mount.name != nil, "\(mount.word)")
            for sample in mount.samples { #expect(pages.contains { $0.address == sample }, "\(sample.text)") }
        }
    }

    @Test func `names each page in both languages by a title that no code stands for`() async throws {
        let house = try await house()
        defer { house.close() }
        for phrases in try Language.delivered.map(Phrases.delivered) {
            for page in house.pages.pages {
                let title = page.title(phrases)
                #expect(
                    !title.isEmpty && !title.contains(/[{}]|^(?:page|kind|act|form|room|field)\.[a-z]/), "\(page.address.text): \(title)")
            }
        }
    }

    @Test func `is told to programs line by line, with those that are the first of their shape`() async throws {
        let house = try await house()
        defer { house.close() }
        let list = house.pages
        let lines = try list.json(in: try Language.delivered.map(Phrases.delivered)).map { try JSON(parsing: $0) }
        #expect(lines.map { $0["address"]?.text } == list.pages.map(\.address.text))
        #expect(lines.count { $0["first"] == .flag(true) } == list.ofEachShape.count)
        let body = try #require(lines.first { $0["address"]?.text == "/records/bodies/BCA" })
        #expect(body["shape"]?.text == "record" && body["title"]?["en"]?.text?.contains("Public") == true)
    }

    @Test func `stands in the documents as it is printed`() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "docs/pages.md")
        let list = PageList(of: Picture(houseRegister, zone: .gmt), slips: [])
        let printed = list.lines(in: try Language.delivered.map(Phrases.delivered)).joined(separator: "\n") + "\n"
        if ProcessInfo.processInfo.environment[Self.renewal] != nil { try printed.write(to: file, atomically: true, encoding: .utf8) }
        let written = try? String(contentsOf: file, encoding: .utf8)
        #expect(written == printed, "write `chancery pages` to docs/pages.md, or run this with \(Self.renewal)=1")
    }
}
