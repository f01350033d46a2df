/// Something that can be counted over the whole ceremony, as a room declares it. It is counted whenever somebody asks, and stored nowhere.
///
/// ```swift
/// let outletsConfirmed = Quantity("outlets_confirmed") { see in Share(of: see.all(Outlet.self)) { $0.confirmedOn != nil } }
/// ```
///
/// It reads as little as it can, so that a rule that compares with it is asked again only when the answer may change.
public struct Quantity: Sendable {
    /// By which measures name it, frozen for ever; what it is called is `word.<code>`.
    public let code: String
    /// How much of it there is, as the records say.
    public let share: @Sendable (See) -> Share

    public init(_ code: String, _ share: @escaping @Sendable (See) -> Share) {
        self.code = code
        self.share = share
    }
}

/// How much is done, of how much.
public struct Share: Hashable, Sendable {
    public let done: Int
    public let total: Int

    public init(done: Int, total: Int) {
        self.done = done
        self.total = total
    }

    /// A figure as it is announced: how many there are, of nothing in particular.
    public init(whole count: Int) { self.init(done: count, total: count) }

    /// Of these records those that are done.
    public init<Record>(of records: [Record], where isDone: (Record) -> Bool) {
        self.init(done: records.count(where: isDone), total: records.count)
    }

    /// Percent; nil where there is nothing to count.
    public var percent: Int? { total > 0 ? done * 100 / total : nil }

    public static let nothing = Share(done: 0, total: 0)

    public static func + (left: Share, right: Share) -> Share { Share(done: left.done + right.done, total: left.total + right.total) }
}
