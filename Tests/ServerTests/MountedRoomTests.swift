import Addresses
import Committee
import Engine
import Furniture
import House
import Ledger
import Mounting
import Phrases
import Server
import Testing

/// A page of a room that the house has never heard of.
private struct ProbePath: PagePath {
    static let word = "probe"
    let part: String
    init(_ part: String = "") { self.part = part }
    var rest: Spelling { Spelling(part.isEmpty ? [] : [part]) }
    init?(_ rest: Spelling) {
        guard rest.path.count <= 1 else { return nil }
        part = rest.path.first ?? ""
    }
    static let samples = [ProbePath(), ProbePath("sw.js"), ProbePath("app.webmanifest")]
}

private struct ProbeModel: PageModel {
    let part: String
    let bodies: [String]

    init?(_ path: ProbePath, for reader: Reader) {
        guard ProbePath.samples.contains(path) else { return nil }
        part = path.part
        bodies = reader.picture.all(Body.self).filter { reader.sees($0.reference) }.map(\.code)
    }

    func shown(to reader: Reader) -> PageResult {
        switch part {
        case "sw.js": .file(FileResult(.script, Array("self.skipWaiting()".utf8)))
        case "app.webmanifest": .file(FileResult(.manifest, Array(#"{"name":"Probe"}"#.utf8)))
        default:
            .page(
                Page(reader.phrases("page.committee"), assets: ["probe.js", "probe.css"], manifest: Address(ProbePath("app.webmanifest"))) {
                    [bodies] html in
                    html.element(.p, bodies.joined(separator: " "))
                    reader.part(ProbeOfficers.self, at: ProbePath(), &html)
                })
        }
    }
}

/// A part of that page which depends on other kinds than the rest.
private struct ProbeOfficers: PageFragment {
    static let name = "officers"
    let officers: [String]

    init?(_ path: ProbePath, for reader: Reader) {
        guard path.part.isEmpty else { return nil }
        officers = reader.picture.all(Officer.self).filter { reader.sees($0.reference) }.map(\.code)
    }

    let attributes: [Attribute] = [.class("probe")]
    func write(for reader: Reader, _ html: inout HTML) { html.element(.p, officers.joined(separator: " ")) }
}

@Suite struct `A room that is mounted` {
    private let room = Room(
        "Committee", desks: [], kinds: [],
        pages: [
            PageMount(ProbeModel.self, title: "page.committee", key: "q", fragments: [MountedFragment(ProbeOfficers.self)]) { $0.audits }
        ],
        assets: [PageAsset("probe.js", Array("// probe".utf8)), PageAsset("probe.css", Array("p { margin: 0 }".utf8))])
    private let auditor = Rights(desks: ["CMD"], ceiling: .internal, audits: true)

    @Test func `brings its page, its line in the menu, its script and its style, and is renewed by what it has looked at`() async throws {
        let house = try await OpenHouse().with(room)
        defer { house.close() }
        let page = try await house.get(Address(ProbePath()), as: auditor)
        #expect(page.status == .fine && page.text.contains("BCA"))
        #expect(page.text.contains("data-renews=\"body\"") && page.text.contains("data-key=\"g q\""))
        #expect(page.text.contains("<link rel=\"manifest\" href=\"/probe/app.webmanifest\">"))
        let token = try await house.token(auditor)
        for name in [/assets\/(probe-[0-9a-f]{8}\.js)/, /assets\/(probe-[0-9a-f]{8}\.css)/] {
            let asset = try #require(page.text.firstMatch(of: name)).output.1
            #expect(await house.get(.asset(String(asset)), token).status == .fine)
        }
        // No other page loads it.
        #expect(try await !house.get(OpenHouse.page("committee"), as: auditor).text.contains("probe-"))
    }

    @Test func `has a part of its page renewed alone, by what that part has looked at`() async throws {
        let house = try await OpenHouse().with(room)
        defer { house.close() }
        let page = try await house.get(Address(ProbePath()), as: auditor)
        // The page around it has looked at no officer, and the part at no body.
        let marks = page.text.matches(of: /data-renews="([^"]*)"/).map { String($0.output.1) }
        #expect(marks == ["body", "officer"])
        #expect(page.text.contains("id=\"part-officers\" hx-get=\"/probe?part=officers\""))
        let part = try await house.get(Address(ProbePath(), part: "officers"), as: auditor)
        #expect(part.status == .fine && part.text.hasPrefix("<section class=\"probe\" id=\"part-officers\""))
        #expect(part.text.contains("TEST") && !part.text.contains("BCA") && !part.text.contains("O-SECRET") && !part.text.contains("<html"))
        #expect(page.text.contains(part.text), "the part is told the same with the page and without it")
    }

    @Test func `gives no part that it has not, nor to whom the page is not for`() async throws {
        let house = try await OpenHouse().with(room)
        defer { house.close() }
        let token = try await house.token(auditor)
        #expect(await house.get(Address(ProbePath(), part: "nothing"), token).status == .notFound)
        #expect(await house.get(Address(ProbePath("sw.js"), part: "officers"), token).status == .notFound)
        let others = Rights(desks: ["CMD"], ceiling: .internal)
        #expect(try await house.get(Address(ProbePath(), part: "officers"), as: others).status == .notFound)
        #expect(await house.desk.answer(Visit(.get, "/probe?part=officers")).status == .seeOther)
    }

    @Test func `of readiness the figures of what is wrong are renewed at every change, and the rest by what it shows`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        try await house.putInForce("MASTER")
        let rights = Rights(desks: ["CMD"], ceiling: .internal)
        for path in [Address.readiness, Address(WallPath())] {
            let page = try await house.get(path, as: rights).text
            let marks = page.matches(of: /id="([\w-]+)" hx-get="[^"]*" data-renews="([^"]*)"/).map {
                (String($0.output.1), String($0.output.2))
            }
            let live = try #require(marks.first { $0.0 == "live" }?.1.split(separator: " "))
            #expect(live.contains("session") && live.contains("escalation") && !live.contains("*"), "\(live)")
            #expect(marks.first { $0.0 == "part-slips" }?.1 == "*")
        }
        let figures = try await house.get(Address(WallPath(), part: "slips"), as: rights)
        #expect(figures.status == .fine && figures.text.contains("CMD-09") && !figures.text.contains("<html"))
        #expect(try await house.get(Address(WallPath(), part: "due"), as: rights).status == .notFound, "the wall has no such part")
    }

    @Test func `serves a worker and a manifest under addresses of its own`() async throws {
        let house = try await OpenHouse().with(room)
        defer { house.close() }
        let token = try await house.token(auditor)
        for (part, content) in [("sw.js", Answer.Content.script), ("app.webmanifest", .manifest)] {
            let answer = await house.desk.answer(Visit(.get, Address(ProbePath(part)).text, session: token))
            #expect(answer.status == .fine && answer.content == content && !answer.isLasting)
        }
        #expect(await house.get(Address(ProbePath("else")), token).status == .notFound)
    }

    @Test func `shows nothing to whom its page is not for, nor a line in their menu`() async throws {
        let house = try await OpenHouse().with(room)
        defer { house.close() }
        let others = Rights(desks: ["CMD"], ceiling: .internal)
        #expect(try await house.get(Address(ProbePath()), as: others).status == .notFound)
        #expect(try await !house.get(.readiness, as: others).text.contains("g q"))
        #expect(try await OpenHouse().get(Address(ProbePath()), as: auditor).status == .notFound)
    }
}
