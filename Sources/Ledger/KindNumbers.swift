import Synchronization

extension Register {
    /// A number that no other kind has, for a kind that brings none of its own: `static let slot = Register.nextSlot()`.
    ///
    /// Numbers live as long as the process and are written nowhere: whoever keeps something about a kind keeps its code. The first kinds of
    /// the house bring small numbers, which are the order in which they are listed; those that are counted out follow, in the order in
    /// which they are first asked for.
    public static func nextSlot() -> Int {
        counted.withLock { last in
            last += 1
            return last
        }
    }

    /// The last number that was counted out. What is below is chosen by hand.
    private static let counted = Mutex(lastChosenSlot)

    /// The greatest number that a kind may bring of its own.
    public static let lastChosenSlot = 255

    /// What two of these kinds share that each must have alone: a number, a code, the name of a file.
    public static func clashes(_ kinds: [Kind]) -> [String] {
        func shared(_ what: String, _ key: (Kind) -> String) -> [String] {
            Dictionary(grouping: kinds, by: key).filter { $1.count > 1 }.sorted { $0.key < $1.key }.map { key, kinds in
                "\(kinds.map(\.code).joined(separator: " and ")) share the \(what) \(key)"
            }
        }
        return shared("number") { String($0.slot) } + shared("code", \.code) + shared("file", \.file)
    }
}
