/// The several things that one rule can find, each by the last part of its phrases' keys: one closed list, of which a test asks
/// the phrases.
public protocol SlipVariant: CaseIterable, Hashable, Sendable, RawRepresentable where RawValue == String {}

extension SlipVariant {
    /// Every code of the list.
    public static var codes: [String] { allCases.map(\.rawValue) }
}
