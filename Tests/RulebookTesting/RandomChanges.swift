public import Ledger

/// Changes as chance will have them: mostly a field that takes what another record of the kind holds or is left
/// blank, now and then a record that goes or one that comes.
public struct RandomChanges {
    private var dice: SeededDice
    private let kinds: [Kind]
    private var numbers: [Int: [UInt32]] = [:]
    private var added = 0

    /// - Parameter kinds: from which the kind of each change is drawn; one that stands there twice is drawn twice as often.
    public init(seed: UInt64, kinds: [Kind], in picture: Picture) {
        dice = SeededDice(seed: seed)
        self.kinds = kinds.filter { picture[slot: $0.slot].count > 1 }
        for kind in self.kinds where numbers[kind.slot] == nil {
            var held: [UInt32] = []
            picture[slot: kind.slot].forEach { held.append($0.number) }
            numbers[kind.slot] = held
        }
    }

    public mutating func next(in picture: Picture) -> Change {
        while true {
            let kind = kinds[Int.random(in: 0..<kinds.count, using: &dice)]
            guard let row = row(of: kind, in: picture), let other = self.row(of: kind, in: picture) else { continue }
            switch Int.random(in: 0..<50, using: &dice) {
            case 0: return Change(removing: row.reference)
            case 1:
                if let change = copy(of: row, kind, in: picture) { return change }
            default:
                if let change = mixture(of: row, other, kind) { return change }
            }
        }
    }

    private mutating func row(of kind: Kind, in picture: Picture) -> (any AnyRow)? {
        numbers[kind.slot]?.randomElement(using: &dice).flatMap { picture[slot: kind.slot][$0] }
    }

    /// The row with one field, but never its code, as the other has it, or blank where it may be; nil where that changes nothing.
    private mutating func mixture(of row: any AnyRow, _ other: any AnyRow, _ kind: Kind) -> Change? {
        let place = Int.random(in: 1..<kind.columns.count, using: &dice)
        let isBlanked = !kind.columns[place].isRequired && Int.random(in: 0..<6, using: &dice) == 0
        let value = isBlanked ? .absent : other.value(place)
        guard row.value(place) != value else { return nil }
        var values = row.values
        values[place] = value
        return change(kind, row.number, values, row.happened)
    }

    private mutating func copy(of row: any AnyRow, _ kind: Kind, in picture: Picture) -> Change? {
        let number = picture.nextNumber(slot: kind.slot)
        numbers[kind.slot]?.append(number)
        added += 1
        var values = row.values
        values[0] = .text("RANDOM-\(added)")
        return change(kind, number, values, row.happened)
    }

    private func change(_ kind: Kind, _ number: UInt32, _ values: [Value], _ happened: Instant) -> Change? {
        (try? kind.row(number, values.enumerated().map { ($0.offset, $0.element) }, happened: happened)).map { Change($0) }
    }
}
