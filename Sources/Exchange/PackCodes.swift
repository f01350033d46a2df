import Ledger

/// The codes of a pack and of the house it is read into, with the numbers of their records.
struct PackCodes {
    private let picture: Picture
    /// Whether a record may be known to who brings the pack: of others no cell can speak, and none is offered.
    private let sees: @Sendable (Reference) -> Bool
    /// By slot.
    private var added: [Int: [String: UInt32]] = [:]
    private var lastNumbers: [Int: UInt32] = [:]
    /// By slot and lower case; made when a code is first not found as it is written.
    private var caseless: [Int: [String: [String]]] = [:]
    private var nearest: [Int: [String: [String]]] = [:]

    /// How many unknown codes are compared with those that exist: a wrong column has thousands, and three help as much.
    private static let mostCompared = 200
    private static let mostCandidates = 5000
    private var compared = 0

    init(_ picture: Picture, sees: @escaping @Sendable (Reference) -> Bool) {
        self.picture = picture
        self.sees = sees
    }

    /// The number of the record with that code, which is given one where it is new.
    mutating func number(slot: Int, adding code: String) -> UInt32 {
        if let number = exact(slot, code) { return number }
        let number = lastNumbers[slot].map { $0 + 1 } ?? picture.nextNumber(slot: slot)
        lastNumbers[slot] = number
        added[slot, default: [:]][code] = number
        return number
    }

    /// The number of the record that a cell refers to: by its very code, or else by the only one that differs in case alone.
    mutating func number(_ kind: String, _ text: String) throws(Problem) -> UInt32 {
        guard let slot = picture.register.kind(kind)?.slot else { throw .unknownReference(text, kind: kind, nearest: []) }
        if let number = known(slot, text) { return number }
        let code = EnteredText.code(text)
        if let number = known(slot, code) { return number }
        if caseless[slot] == nil { caseless[slot] = Dictionary(grouping: codes(slot)) { $0.lowercased() } }
        let candidates = caseless[slot]?[code.lowercased()] ?? []
        if candidates.count == 1, let number = known(slot, candidates[0]) { return number }
        throw .unknownReference(text, kind: kind, nearest: candidates.isEmpty ? nearest(slot, code) : candidates.sorted())
    }

    /// The codes of that kind that are closest to one that does not exist.
    mutating func nearest(_ slot: Int, _ code: String) -> [String] {
        if let known = nearest[slot]?[code] { return known }
        guard compared < PackCodes.mostCompared else { return [] }
        compared += 1
        let names = Nearest.names(to: code, among: codes(slot).prefix(PackCodes.mostCandidates))
        nearest[slot, default: [:]][code] = names
        return names
    }

    func exact(_ slot: Int, _ code: String) -> UInt32? { added[slot]?[code] ?? picture[slot: slot].number(of: code) }

    private func known(_ slot: Int, _ code: String) -> UInt32? {
        exact(slot, code).flatMap { number in
            let reference = Reference(slot: slot, number: number)
            return picture[reference] == nil || sees(reference) ? number : nil
        }
    }

    private func codes(_ slot: Int) -> [String] {
        var codes = added[slot].map { Array($0.keys) } ?? []
        picture[slot: slot].forEach { if sees($0.reference) { codes.append($0.code) } }
        return codes
    }
}
