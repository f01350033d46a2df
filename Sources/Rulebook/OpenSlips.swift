import HashTreeCollections
import Ledger

/// The slips that are open at one moment: a value whose copies are snapshots.
///
/// Several answers may tell of the same slip, two signatures of the same full powers say. It stays open until the last of them
/// no longer tells of it, and is shown as the first in the order of rules and subjects tells it.
public struct OpenSlips: Sendable {
    private struct Told {
        let cell: RuleAnswers.Cell
        let slip: Slip
    }

    private var slips = TreeDictionary<Slip.Identity, [Told]>()

    public var count: Int { slips.count }

    /// In the order of rules and subjects.
    public var all: [Slip] { slips.values.compactMap { $0.first?.slip }.sorted { $0.identity < $1.identity } }

    public subscript(identity: Slip.Identity) -> Slip? { slips[identity]?.first?.slip }

    func tellers(of identity: Slip.Identity) -> [RuleAnswers.Cell] { slips[identity]?.map(\.cell) ?? [] }

    mutating func add(_ slip: Slip, by cell: RuleAnswers.Cell) {
        var told = slips[slip.identity] ?? []
        guard !told.contains(where: { $0.cell == cell }) else { return }
        told.insert(Told(cell: cell, slip: slip), at: told.firstIndex { cell < $0.cell } ?? told.count)
        slips[slip.identity] = told
    }

    mutating func remove(_ identity: Slip.Identity, by cell: RuleAnswers.Cell) {
        let told = slips[identity]?.filter { $0.cell != cell } ?? []
        slips[identity] = told.isEmpty ? nil : told
    }
}
