import Addresses
import Engine
import Foundation
import House
import Ledger
import Phrases
import Rulebook
import Server
import Testing

/// Kinds that say who may do what: they are changed on pages alone.
private let guarded: Set<String> = ["account", "grant", "officer", "waiver"]
private let writtenActs = houseActs.filter { act in
    act.officers == .one && act.name != .confirm && !guarded.contains(houseRegister.kind(slot: act.slot)?.code ?? "")
}
private let writtenKinds = houseRegister.kinds.filter { !guarded.contains($0.code) && !prepared($0).isEmpty }

/// What preparation writes of a kind.
private func prepared(_ kind: Kind) -> [Kind.Column] {
    let closed = houseActOnly.closed(of: kind, as: nil)
    return kind.columns.filter { $0.name != "code" && !$0.isInner && !closed.contains($0.name) && $0.shape.attachmentUse == nil }
}

private let document = InterfaceDescription(of: mountedHouse).document
private let written = document.written
private let check = SchemaCheck(document)

private func schema(_ name: String) throws -> JSON {
    try #require(check.schema(at: "#/components/schemas/\(name)"), "\(name) is not described")
}

private func kind(of act: Act) throws -> Kind { try #require(houseRegister.kind(slot: act.slot)) }

private func names(_ schema: JSON?) -> [String] { schema?["properties"]?.members?.map(\.name) ?? [] }
private func texts(_ list: JSON?) -> [String] { list?.list?.compactMap(\.text) ?? [] }

/// The part of a schema that says what stands there where something does.
private func filled(_ schema: JSON) -> JSON { schema["anyOf"]?.list?.first ?? schema }

/// Whether a schema is that of the shape, said here once more in other words.
private func holds(_ schema: JSON, _ shape: Shape) -> Bool {
    let schema = filled(schema)
    switch shape {
    case .text: return schema["type"] == .text("string") && schema["format"] == nil && schema["enum"] == nil
    case .integer: return schema["type"] == .text("integer")
    case .flag: return schema["type"] == .text("boolean")
    case .day: return schema["type"] == .text("string") && schema["format"] == .text("date")
    case .moment: return schema["$ref"] == .text("#/components/schemas/Moment")
    case .reference(let kind):
        return schema["type"] == .text("string") && schema["description"] == .text("The code of a record of kind \(kind)")
            && schema["x-kind"] == .text(kind)
    case .choice(let words): return texts(schema["enum"]) == words
    case .attachment: return schema["type"] == .text("string") && schema["description"]?.text?.contains("address of its own") == true
    case .list(let item): return schema["type"] == .text("array") && schema["items"].map { holds($0, item) } == true
    }
}

/// Something that may stand in a field of that shape.
private func sample(_ shape: Shape) -> JSON {
    switch shape {
    case .text: .text("Một")
    case .integer: .integer(7)
    case .flag: .flag(true)
    case .day: .text("2025-10-25")
    case .moment: .text("2025-10-25T10:00:00+07:00[Asia/Ho_Chi_Minh]")
    case .reference: .text("X-1")
    case .attachment: .text("sha256:\(String(repeating: "0", count: 64))/jpeg/7")
    case .choice(let words): .text(words.last ?? "")
    case .list(let item): .list([sample(item)])
    }
}

private func object(_ members: [(String, JSON)]) -> JSON { .object(members.map { .init($0.0, $0.1) }) }

private func request(_ act: String, _ record: [(String, JSON)]) -> JSON {
    object([("act", .text(act)), ("records", .list([object(record)]))])
}

/// What an act asks for, filled in.
private func inputs(_ act: Act, but left: String? = nil, isRequired: Bool? = nil) throws -> JSON {
    let kind = try kind(of: act)
    let asked = act.asks.filter { $0.column != left && (isRequired == nil || $0.isRequired == isRequired) }
    return object(
        try asked.map { input in
            (input.column, sample(kind.columns[try #require(kind.place(of: input.column))].shape))
        })
}

/// What is wrong with a request, as one of an act or, where its act is in doubt, of any.
private func faults(_ body: JSON, as act: String? = nil) throws -> [String] {
    try check.faults(body, schema(act.map { "Act_\($0)" } ?? "Act"))
}

@Suite struct `The description for programs: records` {
    @Test func `it is one JSON document of a bearable size, and is written as it is`() throws {
        #expect(try JSON(parsing: written) == document)
        #expect(try JSONSerialization.jsonObject(with: Data(written.utf8)) is [String: Any])
        #expect(written.utf8.count < 1_500_000)
    }

    @Test func `every place that it refers to is there, and no schema stands there for nothing`() throws {
        var referred: Set<String> = []
        func walk(_ json: JSON) {
            for member in json.members ?? [] {
                if member.name == "$ref", let place = member.value.text { referred.insert(place) }
                walk(member.value)
            }
            for item in json.list ?? [] { walk(item) }
        }
        walk(document)
        for place in referred { #expect(check.schema(at: place) != nil, "\(place)") }
        let schemas = document["components"]?["schemas"]?.members?.map(\.name) ?? []
        #expect(Set(schemas).count == schemas.count)
        #expect(Set(schemas.map { "#/components/schemas/\($0)" }) == referred)
    }

    @Test func `every word of the house's own is explained, and none that does not occur`() throws {
        let explained = try #require(document["info"]?["description"]?.text).matches(of: /`(x-[a-z-]+)`/)
        let used = written.matches(of: /"(x-[a-z-]+)":/)
        #expect(Set(explained.map { String($0.output.1) }) == Set(used.map { String($0.output.1) }))
    }

    @Test func `every address that it names is one at which the house answers programs`() throws {
        let paths = try #require(document["paths"]?.members)
        let places = paths.map { path in
            // What follows the changes is told in the query, which an address has always.
            path.name.replacing("{file}", with: "bodies").replacing("{code}", with: "BCA").replacing("{field}", with: "photograph")
                + (path.name.hasSuffix("/changes") ? "?after=0" : "")
        }
        let addresses: [InterfaceAddress] = [
            .list(ListQuery("bodies")), .record(RecordAddress("bodies", "BCA")),
            .attachment(AttachmentAddress(RecordAddress("bodies", "BCA"), "photograph")), .slips, .changes(after: 0), .acts,
            .preview, .packs(isPreview: false),
        ]
        #expect(places.map { InterfaceAddress($0) } == addresses)
        let sentence = try #require(paths[0].value["get"]?["description"]?.text)
        let example = ListQuery("bodies", filters: [.init("kind", "ministry")])
        #expect(sentence.split(separator: " ").last.flatMap { InterfaceAddress(String($0)) } == .list(example))
        let fields = try schema("Record_body")["properties"]?["fields"]?["properties"]
        let words = texts(fields?["kind"]?["enum"])
        #expect(words.contains("ministry"))
    }

    @Test(arguments: houseRegister.kinds.map(\.code))
    func `every column of a kind is there with its type, and required where it must be and everybody may see it`(code: String) throws {
        let kind = try #require(houseRegister.kind(code))
        let record = try schema("Record_\(code)")
        #expect(record["properties"]?["kind"]?["const"] == .text(code))
        #expect(texts(record["required"]) == ["kind", "code", "happened", "entry", "fields"])
        let fields = try #require(record["properties"]?["fields"])
        let columns = kind.columns.filter { $0.name != "code" && !$0.isInner }
        #expect(names(fields) == columns.map(\.name) && fields["additionalProperties"] == .flag(false))
        #expect(texts(fields["required"]) == columns.filter { $0.isRequired && !$0.isSealed }.map(\.name))
        for column in columns {
            let schema = try #require(fields["properties"]?[column.name])
            #expect(holds(schema, column.shape), "\(code).\(column.name): \(schema.written)")
            #expect((schema["x-personal"] == .flag(true)) == column.isPersonal, "\(code).\(column.name)")
            #expect(texts(schema["x-seen-by"]) == column.processing?.seenBy ?? [], "\(code).\(column.name)")
            #expect(schema["title"]?.text?.hasPrefix("field.") == false, "\(code).\(column.name) has no name")
        }
    }

    @Test func `a record is one of all kinds, told apart by its kind, and a list is asked for by each kind's file`() throws {
        let record = try schema("Record")
        #expect(record["discriminator"]?["propertyName"] == .text("kind"))
        #expect(record["discriminator"]?["mapping"]?.members?.map(\.name) == houseRegister.kinds.map(\.code))
        #expect(record["oneOf"]?.list?.count == houseRegister.kinds.count)
        for path in document["paths"]?.members ?? [] where path.name.contains("{file}") {
            let file = path.value["get"]?["parameters"]?.list?.first { $0["name"] == .text("file") }
            #expect(texts(file?["schema"]?["enum"]) == houseRegister.kinds.map(\.file))
        }
    }

    @Test func `an error is one of the refusals of the house, or of those with which its desk for programs answers`() throws {
        let codes = Set(texts(try schema("Error")["properties"]?["error"]?["properties"]?["code"]?["enum"]))
        let desk = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Sources/Server/Interface/InterfaceDesk.swift")
        let answered = try String(contentsOf: desk, encoding: .utf8).matches(of: /refused\(\s*\.\w+, \.(\w+),/)
            .map { String($0.output.1).replacing(/[A-Z]/) { "_" + $0.output.lowercased() } }
        #expect(Set(answered).count >= 8)
        #expect(codes == Set(houseRefusals.flatMap { $0.codes }).union(answered + ["findings"]))
    }
}

@Suite struct `The description for programs: acts` {
    @Test func `a request is one of all acts, and of preparation, told apart by the act`() throws {
        let act = try schema("Act")
        #expect(act["discriminator"]?["propertyName"] == .text("act"))
        #expect(act["discriminator"]?["mapping"]?.members?.map(\.name) == ["edit", "remove"] + writtenActs.map(\.name.rawValue))
        #expect(act["oneOf"]?.list?.count == writtenActs.count + 2)
        for path in ["/api/acts", "/api/preview"] {
            let post = document["paths"]?[path]?["post"]
            #expect(post?["requestBody"]?["content"]?["application/json"]?["schema"]?["$ref"] == .text("#/components/schemas/Act"))
        }
    }

    @Test(arguments: writtenActs.map(\.name.rawValue))
    func `every act may be given what it asks for and what it fills in, and nothing else`(name: String) throws {
        let act = try #require(houseActs.first { $0.name.rawValue == name })
        let kind = try kind(of: act)
        let set = try schema("Set_\(name)")
        let asked = act.asks.map(\.column)
        let filled = act.fills.map(\.column).filter { !asked.contains($0) }
        let common = act.makesRecords ? ["owner", "classification", "assumed"].filter { !(asked + filled).contains($0) } : []
        #expect(names(set) == asked + filled + common && set["additionalProperties"] == .flag(false))
        for member in set["properties"]?.members ?? [] {
            let place = try #require(kind.place(of: member.name), "\(name): \(member.name) is no column")
            #expect(holds(member.value, kind.columns[place].shape), "\(name): \(member.name)")
            let isMust = act.asks.contains { $0.column == member.name && $0.isRequired }
            #expect((member.value["x-must"] == .flag(true)) == isMust, "\(name): \(member.name)")
            #expect(try check.faults(.null, member.value).isEmpty == !isMust, "\(name): \(member.name)")
            #expect((member.value["x-filled-by-act"] == .flag(true)) == filled.contains(member.name), "\(name): \(member.name)")
            #expect((member.value["x-personal"] == .flag(true)) == kind.columns[place].isPersonal, "\(name): \(member.name)")
        }
    }

    @Test(arguments: writtenActs.map(\.name.rawValue))
    func `every act says what it means, how it stands and which rules stop it`(name: String) throws {
        let act = try #require(houseActs.first { $0.name.rawValue == name })
        let phrases = try Phrases.delivered(.english)
        let described = try schema("Act_\(name)")
        #expect(described["title"] == .text(phrases("act.\(name)")))
        #expect(described["description"]?.text?.hasPrefix(phrases("act.\(name).means") + " ") == true)
        let standings: [String: Act.Standing] = ["world": .world, "fact": .fact, "preparation": .preparation]
        #expect(standings[try #require(described["x-standing"]?.text)] == act.standing)
        let stops = act.standing == .world ? houseRulebook.rules.filter { $0.stops.contains(act.name) }.map(\.id) : []
        #expect(Set(texts(described["x-stopped-by"])) == Set(stops))
        #expect(names(described).contains("override") == (act.standing == .world))
        #expect(described["x-taken-back-within-minutes"]?.integer == act.takenBackWithin.map(Int64.init))
    }

    @Test(arguments: writtenActs.map(\.name.rawValue))
    func `an act is done to what it is about, to a record that is there or to a new one, each only where it may be`(name: String) throws {
        let act = try #require(houseActs.first { $0.name.rawValue == name })
        let kind = try kind(of: act)
        let origins = act.origins.compactMap { houseRegister.kind(slot: $0)?.code }
        for other in houseRegister.kinds {
            let may = origins.contains(other.code) || act.changesRecords && other.code == kind.code
            let about = request(name, [("about", .text("\(other.code)/X-1"))])
            #expect(try faults(about, as: name).isEmpty == may, "\(name) about \(other.code)")
            let given = request(name, [("about", .text("\(other.code)/X-1")), ("set", try inputs(act))])
            #expect(try faults(given, as: name).isEmpty == may, "\(name) about \(other.code)")
        }
        let record: [(String, JSON)] = [("kind", .text(kind.code)), ("code", .text("X-1"))]
        let needsAll = !act.changesRecords && act.asks.contains(where: \.isRequired)
        #expect(try faults(request(name, record), as: name).isEmpty == !needsAll, "\(name) with nothing given")
        #expect(try faults(request(name, record + [("set", try inputs(act))]), as: name) == [])
        let new: [(String, JSON)] = [("kind", .text(kind.code)), ("set", try inputs(act))]
        #expect(try faults(request(name, new), as: name).isEmpty == act.makesRecords, "\(name) of a new record")
    }

    @Test(arguments: writtenActs.filter(\.makesRecords).map(\.name.rawValue))
    func `a new record needs exactly what its act means nothing without`(name: String) throws {
        let act = try #require(houseActs.first { $0.name.rawValue == name })
        func new(_ set: JSON) throws -> JSON { request(name, [("kind", .text(try kind(of: act).code)), ("set", set)]) }
        #expect(try faults(new(inputs(act, isRequired: true)), as: name) == [])
        for input in act.asks {
            let left = try faults(new(inputs(act, but: input.column)), as: name)
            #expect(left.isEmpty == !input.isRequired, "\(name) without \(input.column)")
        }
    }

    @Test(arguments: writtenKinds.map(\.code))
    func `preparation sets all but files and what only acts write, and takes away what no act alone makes`(code: String) throws {
        let kind = try #require(houseRegister.kind(code))
        let set = try #require(try schema("Edit_\(code)")["properties"]?["set"])
        let columns = prepared(kind)
        #expect(names(set) == columns.map(\.name) && set["required"] == nil)
        for column in columns {
            let schema = try #require(set["properties"]?[column.name])
            #expect(try check.faults(.null, schema).isEmpty == !column.isRequired, "\(code).\(column.name)")
            guard case .choice(let words) = column.shape else {
                #expect(holds(schema, column.shape), "\(code).\(column.name)")
                continue
            }
            let withheld = houseActOnly.withheld(of: kind)[column.name] ?? []
            #expect(holds(schema, .choice(words.filter { !withheld.contains($0) })), "\(code).\(column.name)")
        }
        let isMade = houseActOnly.wayIn(to: kind.slot) != nil
        let when = try schema("Edit_\(code)")["x-required-when-new"]
        #expect(isMade ? when == nil : texts(when) == columns.filter(\.isRequired).map(\.name))
        #expect(try faults(request("remove", [("kind", .text(code)), ("code", .text("X-1"))]), as: "remove").isEmpty == !isMade)
    }

    @Test func `what says who may do what is not written here, and what acts alone write is not prepared`() throws {
        let kinds = guarded + houseRegister.kinds.filter { prepared($0).isEmpty }.map(\.code)
        for kind in kinds {
            #expect(check.schema(at: "#/components/schemas/Edit_\(kind)") == nil)
            #expect(try !faults(request("edit", [("kind", .text(kind)), ("code", .text("X-1"))])).isEmpty)
            #expect(try !faults(request("remove", [("kind", .text(kind)), ("code", .text("X-1"))])).isEmpty)
        }
    }

    @Test(arguments: [
        #"{"act":"sign","records":[{"about":"signing_slot/Q-VNM"}]}"#,
        #"{"act":"sign","reason":"on the stage","happened":"2025-10-25T10:00:00+07:00[Asia/Ho_Chi_Minh]","key":"k-1","override":"asked","#
            + #""records":[{"kind":"signature","set":{"party":"VNM","treaty":"T-1","person":"P-1","place":null}}]}"#,
        #"{"act":"approve_plan","happened":"2025-10-14T01:00:00Z","records":[{"kind":"plan","code":"MASTER"}]}"#,
        #"{"act":"edit","records":[{"kind":"body","code":"BCA","set":{"name_en":"Public Security","parent":null}},"#
            + #"{"kind":"session","code":"P-SIGN","set":{"expected":2600,"place":"MAIN"}}]}"#,
        #"{"act":"remove","reason":"a double","records":[{"kind":"body","code":"BCA"}]}"#,
    ])
    func `a request that the house reads is as it is described`(text: String) throws {
        let body = try JSON(parsing: text)
        #expect(try faults(body) == [])
        #expect(try ActRequest.reading(.object((body.members ?? []) + [.init("actor", .text("HEAD"))])).count == 1)
    }

    @Test(arguments: [
        #"{"act":"sign","actor":"HEAD","records":[{"about":"signing_slot/Q-VNM"}]}"#, #"{"act":"sign","records":[]}"#,
        #"{"act":"sign"}"#, #"{"records":[{"about":"signing_slot/Q-VNM"}]}"#, #"{"act":"fly","records":[{"kind":"body","code":"BCA"}]}"#,
        #"{"act":"take_back","records":[{"kind":"body","code":"BCA"}]}"#,
        #"{"act":"sign","records":[{"about":"signing_slot/Q-VNM","kind":"signature"}]}"#,
        #"{"act":"sign","records":[{"about":"signing_slot"}]}"#, #"{"act":"sign","records":[{"kind":"body","code":"BCA"}]}"#,
        #"{"act":"sign","records":[{"about":"signing_slot/Q-VNM","set":{"colour":"red"}}]}"#,
        #"{"act":"sign","records":[{"about":"signing_slot/Q-VNM","set":{"person":7}}]}"#,
        #"{"act":"sign","happened":"yesterday","records":[{"about":"signing_slot/Q-VNM"}]}"#,
        #"{"act":"edit","records":[{"kind":"body","code":"BCA","set":{"code":"BCB"}}]}"#,
        #"{"act":"edit","records":[{"kind":"body","code":"BCA","set":{"kind":"castle"}}]}"#,
        #"{"act":"edit","records":[{"kind":"body","code":""}]}"#, #"{"act":"edit","records":[{"about":"body/BCA"}]}"#,
        #"{"act":"edit","records":[{"kind":"plan","code":"MASTER","set":{"approved_on":"2025-10-14"}}]}"#,
        #"{"act":"edit","records":[{"kind":"plan","code":"MASTER","set":{"status":"in_force"}}]}"#,
    ])
    func `a request that means nothing here is not`(text: String) throws {
        #expect(try !faults(JSON(parsing: text)).isEmpty)
    }
}

@Suite struct `The description for programs: answers` {
    private func ask(_ house: OpenHouse, _ place: InterfaceAddress, _ token: String, body: JSON? = nil) async throws -> JSON {
        let visit = Visit(body == nil ? .get : .post, place.text, language: "en", body: Array((body?.written ?? "").utf8), bearer: token)
        return try JSON(parsing: await house.desk.answer(visit).bytes)
    }

    private func answer(_ path: String, _ method: String) throws -> JSON {
        let operation = document["paths"]?[path]?[method]
        return try #require(operation?["responses"]?["200"]?["content"]?["application/json"]?["schema"])
    }

    private func token(_ house: OpenHouse, _ account: String) async throws -> String {
        let session = try await house.token(.account(account))
        let page = try await house.post(.credentials, session, [("token-name", "test"), ("scope", "write"), ("act", "token")]).text
        return String(try #require(page.firstMatch(of: /chancery_[A-Z2-9]{52}/)).output)
    }

    @Test func `what the house wants proved is not described, and everything else is`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        for desk in houseDesks {
            try await house.write("grant", "G-\(desk)", [("account", .text("CHIEF")), ("desk", .text(desk)), ("administers", .flag(true))])
        }
        let token = try await token(house, "CHIEF")
        func isWanted(_ act: String, _ kind: String) async throws -> Bool {
            let body = request(act, [("kind", .text(kind)), ("code", .text("X-1"))])
            let code = try await ask(house, .preview, token, body: body)["error"]?["code"]
            #expect(code != .text("not_yours") && code != .text("unknown_act"), "\(act) \(kind)")
            return code == .text("needs_proof")
        }
        for act in houseActs {
            let isDescribed = check.schema(at: "#/components/schemas/Act_\(act.name.rawValue)") != nil
            #expect(try await isWanted(act.name.rawValue, kind(of: act).code) == !isDescribed, "\(act.name.rawValue)")
        }
        for kind in houseRegister.kinds where !prepared(kind).isEmpty {
            let isDescribed = check.schema(at: "#/components/schemas/Edit_\(kind.code)") != nil
            #expect(try await isWanted("edit", kind.code) == !isDescribed, "\(kind.code)")
        }
    }

    @Test func `what the house answers is as it is described`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        try await house.putInForce("MASTER")
        let token = try await token(house, "CLERK")
        for file in ["bodies", "people", "officers"] {
            let list = try await ask(house, .list(ListQuery(file)), token)
            #expect(list["records"]?.list?.isEmpty == false)
            #expect(try check.faults(list, answer("/api/records/{file}", "get")) == [])
        }
        let under = try await ask(house, .record(RecordAddress("bodies", "UNDER")), token)
        #expect(try check.faults(under, answer("/api/records/{file}/{code}", "get")) == [])
        let slips = try await ask(house, .slips, token)
        #expect(slips["slips"]?.list?.isEmpty == false)
        #expect(try check.faults(slips, answer("/api/slips", "get")) == [])
        let body = request("edit", [("kind", .text("body")), ("code", .text("BCA")), ("set", object([("name_en", .text("Renamed"))]))])
        #expect(try faults(body) == [])
        let preview = try await ask(house, .preview, token, body: body)
        #expect(preview["changes"]?.list?.count == 1)
        #expect(try check.faults(preview, answer("/api/preview", "post")) == [])
        #expect(try check.faults(await ask(house, .acts, token, body: body), answer("/api/acts", "post")) == [])
        let refused = [
            try await ask(house, .record(RecordAddress("bodies", "X-SECRET")), token), try await ask(house, .slips, "chancery_WRONG"),
            try await ask(house, .acts, token, body: request("approve_plan", [("kind", .text("plan")), ("code", .text("NONE"))])),
            try await ask(house, .acts, token, body: .list([])), try await ask(house, .acts, token),
        ]
        for answer in refused { #expect(try check.faults(answer, schema("Error")) == []) }
    }
}
