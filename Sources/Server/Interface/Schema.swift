import Ledger

/// What a piece of JSON looks like, in the words of JSON Schema, put together one word after another.
struct Schema {
    private var members: [JSON.Member] = []

    var json: JSON { .object(members) }

    /// A member of an object, and whether the object means nothing without it.
    struct Property {
        let name: String
        let schema: Schema
        let isRequired: Bool

        static func must(_ name: String, _ schema: Schema) -> Property { Property(name: name, schema: schema, isRequired: true) }
        static func may(_ name: String, _ schema: Schema) -> Property { Property(name: name, schema: schema, isRequired: false) }
    }

    /// The same, with one more word said of it.
    func with(_ word: String, _ content: JSON) -> Schema {
        var schema = self
        schema.members.append(.init(word, content))
        return schema
    }

    func with(_ word: String, _ text: String) -> Schema { with(word, .text(text)) }
    func with(_ word: String, _ texts: [String]) -> Schema { with(word, .list(texts.map { .text($0) })) }
    func titled(_ title: String) -> Schema { with("title", title) }
    func saying(_ sentence: String) -> Schema { with("description", sentence) }
}

extension Schema {
    static let text = Schema().with("type", "string")
    static let filledText = text.with("minLength", .integer(1))
    static let whole = Schema().with("type", "integer").with("format", "int64")
    static let flag = Schema().with("type", "boolean")
    static let day = text.with("format", "date")
    static let null = Schema().with("type", "null")

    static func text(like pattern: String) -> Schema { text.with("pattern", pattern) }

    /// This word and no other.
    static func word(_ word: String) -> Schema { text.with("const", word) }

    /// One of these words.
    static func words(_ words: [String]) -> Schema { text.with("enum", words) }

    /// The schema that stands under that name among the document's own.
    static func named(_ name: String) -> Schema { Schema().with("$ref", place(of: name)) }

    static func list(_ item: Schema) -> Schema { Schema().with("type", "array").with("items", item.json) }

    /// A list in which something stands.
    static func filledList(_ item: Schema) -> Schema { list(item).with("minItems", .integer(1)) }

    /// An object with these members and no others.
    static func object(_ properties: [Property]) -> Schema {
        let members = properties.map { JSON.Member($0.name, $0.schema.json) }
        let open = Schema().with("type", "object").with("properties", .object(members)).with("additionalProperties", .flag(false))
        return open.requiring(properties.filter(\.isRequired).map(\.name))
    }

    /// The same, meaning nothing without these members.
    func requiring(_ names: [String]) -> Schema { names.isEmpty ? self : with("required", names) }

    static func any(_ schemas: [Schema]) -> Schema {
        schemas.count == 1 ? schemas[0] : Schema().with("anyOf", .list(schemas.map(\.json)))
    }

    /// One of the schemas under these names, told apart by the word that stands in a member of theirs.
    static func one(of names: [(word: String, name: String)], by member: String) -> Schema {
        let places = names.map { JSON.Member($0.word, .text(place(of: $0.name))) }
        let telling = JSON.object([.init("propertyName", .text(member)), .init("mapping", .object(places))])
        return Schema().with("oneOf", .list(names.map { named($0.name).json })).with("discriminator", telling)
    }

    /// The same, or null.
    var orNull: Schema { .any([self, .null]) }

    private static func place(of name: String) -> String { "#/components/schemas/\(name)" }
}
