import Addresses

/// What a form sent: names with their values, in the order in which they stood.
package struct Form: Sendable {
    /// A file that was chosen in the form.
    package struct File: Sendable {
        package let field: String
        package let name: String
        package let bytes: [UInt8]
    }

    private var items: [(name: String, value: String)]
    package var files: [File] = []
    /// Whether it had more fields than any form of the house; none of them was read then.
    package private(set) var isTooLarge = false

    package init(_ items: [(name: String, value: String)] = []) { self.items = items }

    /// The fields of a form as a browser sends them: escaped as in the query of an address. What is broken is left out.
    package init(encoded text: String) {
        isTooLarge = text.utf8.count { $0 == UInt8(ascii: "&") } >= ServerBounds.fields
        items = isTooLarge ? [] : Spelling("/?" + text)?.query.map { ($0.name, $0.value.withPlainLineEnds) } ?? []
    }

    mutating func add(_ name: String, _ value: String) { items.append((name, value.withPlainLineEnds)) }

    /// Of several fields of one name the last counts.
    package subscript(name: String) -> String? { items.last { $0.name == name }?.value }

    /// All that was sent under a name: the ticked boxes of a list.
    func all(_ name: String) -> [String] { items.filter { $0.name == name }.map(\.value) }

    /// What was filled in, without the form's own token.
    var filled: [(name: String, value: String)] { items.filter { $0.name != "token" } }

    func has(_ name: String) -> Bool { items.contains { $0.name == name } }

    var isLegible: Bool { items.allSatisfy { $0.name.isLegible && $0.value.isLegible } && files.allSatisfy(\.name.isLegible) }
}

extension String {
    /// Word processors end lines and pages by signs of their own (U+000B, U+000C, U+0085), which come along with what is pasted: they are
    /// line ends here too.
    fileprivate var withPlainLineEnds: String {
        guard unicodeScalars.contains(where: Self.isLineEndOfOld) else { return self }
        var text = UnicodeScalarView()
        for scalar in unicodeScalars { text.append(Self.isLineEndOfOld(scalar) ? "\n" : scalar) }
        return String(text)
    }

    private static func isLineEndOfOld(_ scalar: Unicode.Scalar) -> Bool { ["\u{0B}", "\u{0C}", "\u{85}"].contains(scalar) }
}
