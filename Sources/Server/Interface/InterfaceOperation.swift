import Ledger

/// Something that a program may ask, as OpenAPI tells it: what is sent with it, and what comes back.
struct InterfaceOperation {
    let id: String
    let summary: String
    var description = ""
    var parameters: [JSON] = []
    var body: Schema?
    /// What the body is written in, one of these.
    var bodyContents = [Answer.Content.json.rawValue]
    let answer: Schema
    /// What the answer is written in, one of these.
    var answerContents = [Answer.Content.json.rawValue]

    var json: JSON {
        var members: [JSON.Member] = [.init("operationId", .text(id)), .init("summary", .text(summary))]
        if !description.isEmpty { members.append(.init("description", .text(description))) }
        if !parameters.isEmpty { members.append(.init("parameters", .list(parameters))) }
        if let body { members.append(.init("requestBody", Self.content(body, .init("required", .flag(true)), in: bodyContents))) }
        members.append(.init("responses", responses))
        return .object(members)
    }

    /// A blank in the path, which must be filled in.
    static func blank(_ name: String, _ about: String, _ schema: Schema) -> JSON { parameter(name, in: "path", about, schema) }

    /// Something that may stand in the query.
    static func wish(_ name: String, _ about: String, _ schema: Schema) -> JSON { parameter(name, in: "query", about, schema) }

    /// Something that must stand in the query.
    static func blankWish(_ name: String, _ about: String, _ schema: Schema) -> JSON {
        parameter(name, in: "query", about, schema, isRequired: true)
    }

    private static func parameter(_ name: String, in place: String, _ about: String, _ schema: Schema, isRequired: Bool = false) -> JSON {
        .object([
            .init("name", .text(name)), .init("in", .text(place)), .init("required", .flag(isRequired || place == "path")),
            .init("description", .text(about)), .init("schema", schema.json),
        ])
    }

    private var responses: JSON {
        let fine = JSON.Member(Self.spelled(.fine), Self.content(answer, .init("description", .text("Done")), in: answerContents))
        let refused = Self.refusals.map { status, about in
            JSON.Member(Self.spelled(status), Self.content(.named("Error"), .init("description", .text(about))))
        }
        return .object([fine] + refused)
    }

    private static func content(_ schema: Schema, _ member: JSON.Member, in contents: [String] = [Answer.Content.json.rawValue]) -> JSON {
        let media = JSON.object([.init("schema", schema.json)])
        return .object([member, .init("content", .object(contents.map { .init($0, media) }))])
    }

    private static func spelled(_ status: Answer.Status) -> String { String(status.rawValue) }

    private static let refusals: [(Answer.Status, String)] = [
        (.badRequest, "Not understood"), (.unauthorized, "No token, or one that has ended"),
        (.forbidden, "Not for this account or token"), (.notFound, "Not there, or not to be known"),
        (.conflict, "Somebody has written in between"),
        (.refused, "Refused, or stopped by a slip"),
        (.tooMany, "Too much of the account's is under way"), (.unavailable, "The journal takes nothing now"),
    ]
}
