/// Which records something is about, by their numbers in rising order: `1-30,45`.
package struct NumberRanges: Hashable, Sendable {
    /// Records that one export gives at most.
    package static let most = 10_000

    package let numbers: [UInt32]

    /// The numbers in any order.
    package init(_ numbers: some Sequence<UInt32>) { self.numbers = Set(numbers).sorted() }

    /// Nil where the text is no such list: numbers rise, and there are no more of them than a list has.
    package init?(_ text: String) {
        var numbers: [UInt32] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { UInt32($0) }
            guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2, first <= last, first > numbers.last ?? 0,
                Int(last - first) < NumberRanges.most - numbers.count
            else { return nil }
            numbers += first...last
        }
        self.numbers = numbers
    }

    /// How many records a text names, be it a list or not.
    package static func count(in text: String) -> Int {
        text.split(separator: ",").reduce(0) { count, part in
            let ends = part.split(separator: "-").compactMap { UInt32($0) }
            guard let first = ends.first, let last = ends.last, first <= last else { return count }
            return count + Int(last - first) + 1
        }
    }

    package var text: String {
        var parts: [String] = []
        var start = 0
        for place in numbers.indices where place + 1 == numbers.count || numbers[place + 1] != numbers[place] + 1 {
            parts.append(place == start ? "\(numbers[start])" : "\(numbers[start])-\(numbers[place])")
            start = place + 1
        }
        return parts.joined(separator: ",")
    }
}
