import Foundation

/// One field's content without its Swift type: what columns, JSON, search, history and comparison work on.
public enum Value: Hashable, Sendable {
    case absent
    case flag(Bool)
    case integer(Int64)
    case text(String)
    case day(Day)
    case moment(Moment)
    /// The number of a record of the kind that the field's shape names.
    case reference(UInt32)
    case list([Value])

    /// The numbers of the records that it names, as often as it does.
    var named: [UInt32] {
        switch self {
        case .reference(let number): [number]
        case .list(let items): items.flatMap(\.named)
        default: []
        }
    }
}

/// What a field may hold.
public indirect enum Shape: Hashable, Sendable {
    case text, integer, flag, day, moment
    /// A record of the kind with this code.
    case reference(String)
    /// One of these words.
    case choice([String])
    case list(Shape)
    /// A file that is kept sealed beside the records: what is written here says which.
    case attachment(AttachmentUse)
}

/// A Swift type that a field can have.
public protocol FieldValue: Hashable, Sendable {
    static var shape: Shape { get }
    /// What a field holds before anybody has said anything.
    static var blank: Self { get }
    /// Nil when the value is not of this type's shape.
    init?(_ value: Value)
    var value: Value { get }
}

/// A closed set of words, written as its raw value everywhere outside the code. The first case is the blank one.
public protocol Choice: FieldValue, CaseIterable, RawRepresentable where RawValue == String {}

extension Choice {
    @inlinable public static var shape: Shape { .choice(allCases.map(\.rawValue)) }
    @inlinable public static var blank: Self { allCases[allCases.startIndex] }
    @inlinable
    public init?(_ value: Value) {
        guard case .text(let word) = value else { return nil }
        self.init(rawValue: word)
    }
    @inlinable public var value: Value { .text(rawValue) }
}

extension String: FieldValue {
    public static var shape: Shape { .text }
    public static var blank: String { "" }
    public init?(_ value: Value) {
        guard case .text(let text) = value else { return nil }
        self = text
    }
    public var value: Value { isEmpty ? .absent : .text(self) }
}

extension Int: FieldValue {
    public static var shape: Shape { .integer }
    public static var blank: Int { 0 }
    public init?(_ value: Value) {
        guard case .integer(let number) = value else { return nil }
        self = Int(number)
    }
    public var value: Value { .integer(Int64(self)) }
}

extension Bool: FieldValue {
    public static var shape: Shape { .flag }
    public static var blank: Bool { false }
    public init?(_ value: Value) {
        guard case .flag(let flag) = value else { return nil }
        self = flag
    }
    public var value: Value { .flag(self) }
}

extension Day: FieldValue {
    public static var shape: Shape { .day }
    public static var blank: Day { Day(number: 0) }
    public init?(_ value: Value) {
        guard case .day(let day) = value else { return nil }
        self = day
    }
    public var value: Value { .day(self) }
}

extension Moment: FieldValue {
    public static var shape: Shape { .moment }
    public static let blank = Moment(Instant(milliseconds: 0), in: .gmt)
    public init?(_ value: Value) {
        guard case .moment(let moment) = value else { return nil }
        self = moment
    }
    /// The blank moment is the one that nobody has set.
    public var value: Value { self == .blank ? .absent : .moment(self) }
}

extension ID: FieldValue where Kind: Entity {
    @inlinable public static var shape: Shape { .reference(Kind.code) }
    @inlinable public static var blank: ID { ID(0) }
    @inlinable
    public init?(_ value: Value) {
        guard case .reference(let number) = value else { return nil }
        self.init(number)
    }
    @inlinable public var value: Value { number == 0 ? .absent : .reference(number) }
}

extension Optional: FieldValue where Wrapped: FieldValue {
    @inlinable public static var shape: Shape { Wrapped.shape }
    @inlinable public static var blank: Wrapped? { nil }
    @inlinable
    public init?(_ value: Value) {
        guard let wrapped = Wrapped(value) else { return nil }
        self = .some(wrapped)
    }
    @inlinable public var value: Value { self?.value ?? .absent }
}

extension Array: FieldValue where Element: FieldValue {
    @inlinable public static var shape: Shape { .list(Element.shape) }
    @inlinable public static var blank: [Element] { [] }
    @inlinable
    public init?(_ value: Value) {
        guard case .list(let items) = value else { return nil }
        var elements: [Element] = []
        elements.reserveCapacity(items.count)
        for item in items {
            guard let element = Element(item) else { return nil }
            if element.value != .absent { elements.append(element) }
        }
        self = elements
    }
    /// Elements that say nothing are left out: neither a journal nor a table can hold them.
    @inlinable public var value: Value {
        let items = map(\.value).filter { $0 != .absent }
        return items.isEmpty ? .absent : .list(items)
    }
}

extension Shape {
    /// The kind that a reference, or a list of references, points at.
    public var target: String? {
        switch self {
        case .reference(let code): code
        case .list(let inner): inner.target
        default: nil
        }
    }
}

extension Value {
    /// Whether what is written of it reads back as the same: a moment in the year 10000 of some zone would not, and be lost with its record.
    public var readsBack: Bool {
        switch self {
        case .moment(let moment): Moment(moment.description) == moment
        case .day(let day): Day(day.description) == day
        case .list(let items): items.allSatisfy(\.readsBack)
        default: true
        }
    }
}
