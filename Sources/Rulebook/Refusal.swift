/// Why an act is refused: a code (its phrase is `refusal.<code>`) with the facts that fill the phrase.
public struct Refusal: Error, Hashable, Sendable {
    public let code: String
    public let facts: [Fact]

    public init(_ code: any RefusalCode, _ facts: [Fact] = []) {
        self.code = code.rawValue
        self.facts = facts
    }

    /// The same, with more said of it.
    public func with(_ fact: Fact) -> Refusal { Refusal(code, facts + [fact]) }

    private init(_ code: String, _ facts: [Fact]) { (self.code, self.facts) = (code, facts) }
}

/// The refusals of a room or a floor, each by the code of its phrase: one closed list, of which a test asks the phrases.
public protocol RefusalCode: CaseIterable, Hashable, Sendable, RawRepresentable where RawValue == String {}

extension RefusalCode {
    /// Every code of the list.
    public static var codes: [String] { allCases.map(\.rawValue) }
}
