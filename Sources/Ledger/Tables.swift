/// Every kind's table by the kind's slot, on shelves.
///
/// Of what other pictures hold, a change copies the one shelf that it touches. In one row all the tables of a house would be copied, and
/// let go again, twice for every act: a thousand counts of references to alter for one record.
@usableFromInline
struct Tables: Sendable {
    /// Tables on a shelf: about as many as there are shelves.
    @inlinable static var width: Int { 16 }
    @usableFromInline var shelves: [[Table]]
    @usableFromInline let count: Int

    init(_ tables: [Table]) {
        count = tables.count
        shelves = stride(from: 0, to: count, by: Tables.width).map { Array(tables[$0..<min($0 + Tables.width, tables.count)]) }
    }

    @inlinable subscript(slot: Int) -> Table {
        get { shelves[slot / Tables.width][slot % Tables.width] }
        _modify { yield &shelves[slot / Tables.width][slot % Tables.width] }
    }

    /// In the order of the slots.
    var all: some Sequence<Table> { shelves.joined() }
}
