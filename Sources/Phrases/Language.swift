/// A language of the interface, by its code (ISO 639): `vi`.
///
/// How it writes days, money and numbers is said in its phrases under `convention`, so that a further language is one file.
public struct Language: RawRepresentable, Hashable, Sendable {
    public let rawValue: String

    /// Nil for what can be no code of a language.
    public init?(rawValue: String) {
        guard (2...3).contains(rawValue.utf8.count), rawValue.utf8.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) })
        else { return nil }
        self.rawValue = rawValue
    }

    private init(known code: String) { rawValue = code }

    public static let vietnamese = Language(known: "vi")
    public static let english = Language(known: "en")

    /// Those that are delivered with the house, whole.
    public static let delivered = [vietnamese, english]

    /// In which of a record's languages it is shown: titles and names stand in those that are delivered.
    public var ofRecords: Language { Language.delivered.contains(self) ? self : .english }
}
