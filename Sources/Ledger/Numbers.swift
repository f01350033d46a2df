/// A set of record numbers in ascending order. A copy is a snapshot.
///
/// Most sets hold one number, some a few, that of the records which name a large hall or body a hundred thousand. Such a one lies in pieces:
/// of what other pictures hold, a change copies one piece and the list of pieces, never the whole.
public struct Numbers: Sendable {
    private enum Held: Sendable {
        case one(UInt32)
        case few([UInt32])
        /// Pieces one after another, none of them empty.
        case many([[UInt32]])
    }

    /// Numbers above which a piece is divided.
    private static let width = 256
    private var held = Held.few([])

    public init() {}

    public var isEmpty: Bool { first == nil }

    /// The lowest.
    public var first: UInt32? {
        switch held {
        case .one(let number): number
        case .few(let numbers): numbers.first
        case .many(let pieces): pieces.first?.first
        }
    }

    public var count: Int {
        switch held {
        case .one: 1
        case .few(let numbers): numbers.count
        case .many(let pieces): pieces.reduce(0) { $0 + $1.count }
        }
    }

    public mutating func insert(_ number: UInt32) {
        // Whatever is altered is taken out first: held here too, it would be copied.
        switch held {
        case .one(let other):
            if other != number { held = .few(other < number ? [other, number] : [number, other]) }
        case .few(var numbers):
            held = .few([])
            numbers.join(number)
            held = numbers.count == 1 ? .one(number) : numbers.count > Numbers.width ? .many(numbers.halves) : .few(numbers)
        case .many(var pieces):
            held = .few([])
            Numbers.join(number, to: &pieces)
            held = .many(pieces)
        }
    }

    public mutating func remove(_ number: UInt32) {
        switch held {
        case .one(let other):
            if other == number { held = .few([]) }
        case .few(var numbers):
            held = .few([])
            numbers.leave(number)
            held = numbers.count == 1 ? .one(numbers[0]) : .few(numbers)
        case .many(var pieces):
            held = .few([])
            let place = Numbers.place(of: number, in: pieces)
            pieces[place].leave(number)
            if pieces[place].isEmpty { pieces.remove(at: place) }
            held = pieces.count > 1 ? .many(pieces) : pieces[0].count > 1 ? .few(pieces[0]) : .one(pieces[0][0])
        }
    }

    private static func join(_ number: UInt32, to pieces: inout [[UInt32]]) {
        let place = place(of: number, in: pieces)
        // What comes last begins a piece of its own: numbers are given in ascending order, and so pieces are filled to the end.
        if place == pieces.count - 1, pieces[place].count == width, let last = pieces[place].last, last < number {
            return pieces.append([number])
        }
        pieces[place].join(number)
        if pieces[place].count > width { pieces.replaceSubrange(place...place, with: pieces[place].halves) }
    }

    /// The piece in which a number lies, or would.
    private static func place(of number: UInt32, in pieces: [[UInt32]]) -> Int {
        var low = 0
        var high = pieces.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if pieces[middle][0] <= number { low = middle } else { high = middle }
        }
        return low
    }
}

extension Numbers: Sequence {
    /// Goes through the pieces one after another.
    public struct Iterator: IteratorProtocol {
        private let pieces: [[UInt32]]
        private var piece = 0
        private var place = 0

        fileprivate init(_ pieces: [[UInt32]]) { self.pieces = pieces }

        public mutating func next() -> UInt32? {
            guard piece < pieces.count else { return nil }
            guard place < pieces[piece].count else {
                piece += 1
                place = 0
                return next()
            }
            defer { place += 1 }
            return pieces[piece][place]
        }
    }

    public func makeIterator() -> Iterator {
        switch held {
        case .one(let number): Iterator([[number]])
        case .few(let numbers): Iterator([numbers])
        case .many(let pieces): Iterator(pieces)
        }
    }
}

extension [UInt32] {
    /// The first place whose number is not below `number`, in an ascending array.
    func partition(before number: UInt32) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < number { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Takes a number into an ascending array, once.
    mutating func join(_ number: UInt32) {
        guard let last, last >= number else { return append(number) }
        let place = partition(before: number)
        if self[place] != number { insert(number, at: place) }
    }

    fileprivate var halves: [[UInt32]] { [Array(self[..<(count / 2)]), Array(self[(count / 2)...])] }

    /// Takes a number out of an ascending array.
    mutating func leave(_ number: UInt32) {
        let place = partition(before: number)
        if place < count, self[place] == number { remove(at: place) }
    }
}
