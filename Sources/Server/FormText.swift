import Addresses

/// What a form sends: names and values, escaped as in the query of an address.
enum FormText {
    /// Of several fields of one name the last counts; what is broken is left out.
    static func fields(of text: String) -> [String: String] {
        var fields: [String: String] = [:]
        for item in Spelling("/?" + text)?.query ?? [] { fields[item.name] = item.value }
        return fields
    }
}
