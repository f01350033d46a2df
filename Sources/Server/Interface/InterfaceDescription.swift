import House
import Ledger

/// What programs may ask, as OpenAPI 3.1: served with the house, and made from the same kinds.
enum InterfaceDescription {
    static let written = document.written

    private static let document = object([
        ("openapi", .text("3.1.0")),
        (
            "info",
            object([
                ("title", .text("Chancery")), ("version", .text("1")),
                ("description", .text("Records, slips and acts of a treaty signing ceremony. Rights are those of the token's account.")),
            ])
        ),
        ("security", .list([object([("token", .list([]))])])),
        (
            "components",
            object([
                ("securitySchemes", object([("token", object([("type", .text("http")), ("scheme", .text("bearer"))]))])),
                ("schemas", object([("Record", record), ("Error", error), ("Slip", slip)])),
            ])
        ),
        (
            "paths",
            object([
                ("/api/records/{file}", object([("get", list)])), ("/api/records/{file}/{code}", object([("get", one)])),
                ("/api/slips", object([("get", slips)])), ("/api/acts", object([("post", act)])),
            ])
        ),
    ])

    private static let text = object([("type", .text("string"))])
    private static let whole = object([("type", .text("integer"))])
    private static let flag = object([("type", .text("boolean"))])
    private static let files = JSON.list(houseRegister.kinds.map { .text($0.file) })
    private static let kinds = JSON.list(houseRegister.kinds.map { .text($0.code) })

    private static let record = schema([
        ("kind", object([("type", .text("string")), ("enum", kinds)])), ("code", text), ("happened", text),
        ("fields", object([("type", .text("object"))])),
    ])
    private static let error = schema([("error", schema([("code", text), ("message", text)]))])
    private static let slip = schema([
        ("rule", text), ("variant", text), ("severity", text), ("desk", text), ("subjects", items(text)), ("since", text),
        ("explanation", text), ("mend", text), ("waived", flag),
    ])

    private static let list = operation(
        "listRecords", "A kind's records, a hundred at a time",
        [
            file, parameter("q", "query", "Words that must all occur", text),
            parameter("order", "query", "A column; with a minus before it descending", text),
            parameter(
                "page", "query", "From 1", object([("type", .text("integer")), ("minimum", .integer(1)), ("maximum", .integer(1_000_000))])),
        ], schema([("count", whole), ("page", whole), ("records", items(reference("Record")))]))
    private static let one = operation(
        "readRecord", "One record by its code", [file, parameter("code", "path", "The record's code", text)], reference("Record"))
    private static let slips = operation(
        "listSlips", "What is wrong, as far as the account may know", [], schema([("count", whole), ("slips", items(reference("Slip")))]))

    private static let act = operation(
        "performAct", "Performs one act in the account's name, all of it or nothing", [],
        schema([("entry", whole), ("written_before", flag), ("appeared", items(text)), ("gone", items(text))]),
        body: object([
            ("type", .text("object")), ("required", .list([.text("act"), .text("records")])), ("additionalProperties", .flag(false)),
            (
                "properties",
                object([
                    ("act", text), ("reason", text), ("happened", text), ("override", text),
                    (
                        "key",
                        object([("type", .text("string")), ("description", .text("Sent again with the same key, it is written once"))])
                    ),
                    (
                        "records",
                        items(
                            object([
                                ("type", .text("object")), ("required", .list([.text("kind"), .text("code")])),
                                (
                                    "properties",
                                    object([
                                        ("kind", text), ("code", text), ("set", object([("type", .text("object"))])),
                                    ])
                                ),
                            ]))
                    ),
                ])
            ),
        ]))

    private static let file = parameter(
        "file", "path", "The kind's file", object([("type", .text("string")), ("enum", files)]))

    private static func parameter(_ name: String, _ place: String, _ about: String, _ schema: JSON) -> JSON {
        object([
            ("name", .text(name)), ("in", .text(place)), ("required", .flag(place == "path")), ("description", .text(about)),
            ("schema", schema),
        ])
    }

    private static func operation(
        _ id: String, _ about: String, _ parameters: [JSON], _ answer: JSON, body: JSON? = nil
    ) -> JSON {
        var members: [(String, JSON)] = [("operationId", .text(id)), ("summary", .text(about)), ("parameters", .list(parameters))]
        if let body { members.append(("requestBody", object([("required", .flag(true)), ("content", json(body))]))) }
        var answers: [(String, JSON)] = [("200", object([("description", .text("Done")), ("content", json(answer))]))]
        for (status, about) in refusals {
            answers.append((status, object([("description", .text(about)), ("content", json(reference("Error")))])))
        }
        members.append(("responses", object(answers)))
        return object(members)
    }

    private static let refusals = [
        ("400", "Not understood"), ("401", "No token, or one that has ended"), ("403", "Not for this account or token"),
        ("404", "Not there, or not to be known"), ("422", "Refused, or stopped by a slip"), ("503", "The journal takes nothing now"),
    ]

    private static func json(_ schema: JSON) -> JSON { object([("application/json", object([("schema", schema)]))]) }
    private static func reference(_ name: String) -> JSON { object([("$ref", .text("#/components/schemas/\(name)"))]) }
    private static func items(_ schema: JSON) -> JSON { object([("type", .text("array")), ("items", schema)]) }

    private static func schema(_ properties: [(String, JSON)]) -> JSON {
        object([
            ("type", .text("object")), ("required", .list(properties.map { .text($0.0) })), ("properties", object(properties)),
        ])
    }

    private static func object(_ members: [(String, JSON)]) -> JSON { .object(members.map { JSON.Member($0.0, $0.1) }) }
}
