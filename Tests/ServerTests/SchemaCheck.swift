import Ledger

/// Says what of a JSON text is not as its schema says: as much of JSON Schema as the description of the house uses, and no more.
struct SchemaCheck {
    private let schemas: [String: JSON]

    init(_ document: JSON) {
        let members = document["components"]?["schemas"]?.members ?? []
        schemas = Dictionary(uniqueKeysWithValues: members.map { ("#/components/schemas/\($0.name)", $0.value) })
    }

    /// What stands at `#/components/schemas/Act`; nil where nothing does.
    func schema(at place: String) -> JSON? { schemas[place] }

    /// What is wrong, each with the place where; empty where nothing is.
    func faults(_ json: JSON, _ schema: JSON, at place: String = "") throws -> [String] {
        var faults: [String] = []
        for member in schema.members ?? [] {
            faults += try self.faults(json, member, schema, at: place)
        }
        return faults
    }

    private func faults(_ json: JSON, _ word: JSON.Member, _ schema: JSON, at place: String) throws -> [String] {
        switch word.name {
        case "$ref":
            guard let other = self.schema(at: word.value.text ?? "") else { return ["\(place): \(word.value.written) is nowhere"] }
            return try faults(json, other, at: place)
        case "type": return isOf(word.value.text, json) ? [] : ["\(place): \(json.written) is no \(word.value.written)"]
        case "const": return json == word.value ? [] : ["\(place): \(json.written) is not \(word.value.written)"]
        case "enum": return word.value.list?.contains(json) == true ? [] : ["\(place): \(json.written) is no word of these"]
        case "anyOf", "oneOf":
            let fitting = try (word.value.list ?? []).filter { try faults(json, $0).isEmpty }
            let isRight = word.name == "anyOf" ? !fitting.isEmpty : fitting.count == 1
            return isRight ? [] : ["\(place): \(fitting.count) of \(word.name) fit \(json.written)"]
        case "required":
            let names = word.value.list?.compactMap(\.text) ?? []
            return names.filter { json[$0] == nil }.map { "\(place): \($0) is missing" }
        case "properties":
            return try (json.members ?? []).flatMap { member in
                try word.value[member.name].map { try faults(member.value, $0, at: "\(place)/\(member.name)") } ?? []
            }
        case "additionalProperties":
            let known = schema["properties"]?.members?.map(\.name) ?? []
            return (json.members ?? []).filter { !known.contains($0.name) }.map { "\(place): \($0.name) is a stranger" }
        case "items":
            return try (json.list ?? []).enumerated().flatMap { try faults($1, word.value, at: "\(place)/\($0)") }
        case "minItems": return (json.list?.count ?? 0) < (word.value.integer ?? 0) ? ["\(place): too few"] : []
        case "minLength": return (json.text?.count ?? 0) < (word.value.integer ?? 0) ? ["\(place): too short"] : []
        case "pattern":
            let isLike = try json.text?.contains(Regex(word.value.text ?? "")) ?? true
            return isLike ? [] : ["\(place): \(json.written) is not like \(word.value.written)"]
        case "format": return isIn(word.value.text, json) ? [] : ["\(place): \(json.written) is no \(word.value.written)"]
        case "title", "description", "discriminator": return []
        case let other: return other.hasPrefix("x-") ? [] : ["\(place): \(other) is a word that nobody checks"]
        }
    }

    private func isOf(_ type: String?, _ json: JSON) -> Bool {
        switch json {
        case .null: type == "null"
        case .flag: type == "boolean"
        case .integer: type == "integer"
        case .text: type == "string"
        case .list: type == "array"
        case .object: type == "object"
        }
    }

    private func isIn(_ format: String?, _ json: JSON) -> Bool {
        switch format {
        case "date": json.text.flatMap { Day($0) } != nil
        case "date-time": json.text.flatMap { Instant($0) } != nil
        default: format == "int64"
        }
    }
}
