/// What somebody may have meant.
enum Nearest {
    /// At most three of the names that are close to a text, the closest first.
    static func names(to text: String, among names: some Sequence<String>) -> [String] {
        let letters = Array(text.lowercased().unicodeScalars.prefix(64))
        let farthest = max(1, letters.count / 3)
        return names.lazy
            .map { (name: $0, distance: distance(letters, Array($0.lowercased().unicodeScalars.prefix(64)), farthest: farthest)) }
            .filter { $0.distance <= farthest }
            .sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
            .prefix(3).map(\.name)
    }

    /// Levenshtein's distance, or some greater number than `farthest` where it is farther than that.
    private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar], farthest: Int) -> Int {
        guard abs(left.count - right.count) <= farthest else { return farthest + 1 }
        var above = Array(0...right.count)
        for row in left.indices {
            var current = [row + 1]
            for column in right.indices {
                let swap = above[column] + (left[row] == right[column] ? 0 : 1)
                current.append(min(swap, above[column + 1] + 1, current[column] + 1))
            }
            above = current
        }
        return above[right.count]
    }
}
