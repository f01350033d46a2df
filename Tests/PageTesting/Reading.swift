import Addresses
package import Furniture
package import Ledger
package import Phrases
package import Rulebook
package import RulebookTesting

/// Somebody who reads a page in a test: what a page is made of is asked without a house, a disk or a word of HTML.
///
/// ```swift
/// let page = try #require(CommitteeModel(CommitteePath(), for: given.reader()))
/// #expect(page.roots.map(\.body.code) == ["BCD"])
/// ```
extension Given {
    /// - Parameters:
    ///   - ceiling: how high what they see may be classified.
    ///   - officer: the code of the officer that they are.
    ///   - desks: at which they work.
    ///   - slips: what is wrong.
    ///   - reads: where it is noted at what they look.
    package func reader(
        upTo ceiling: Classification = .topSecret, as officer: String = "", at desks: Set<String> = [], language: Language = .english,
        slips: [Slip] = [], noting reads: Reads? = nil
    ) throws -> Reader {
        let reader = Reader(
            voice: Voice(try Phrases.delivered(language)), picture: picture, slips: OrderedSlips(slips), now: now,
            sight: CeilingSight(ceiling: ceiling, desks: desks), name: "Reader", officer: officer, address: .readiness)
        return reader.noting(reads)
    }
}

/// Sees everything up to a classification, and changes nothing.
private struct CeilingSight: Sight {
    let ceiling: Classification
    let desks: Set<String>

    func sees(_ kind: Kind) -> Bool { true }
    func sees(_ row: any AnyRow, of kind: Kind) -> Bool { row.classification.grade <= ceiling.grade }
    func sees(_ slip: Slip, in picture: Picture) -> Bool {
        slip.subjects.allSatisfy { picture[$0].map { $0.classification.grade <= ceiling.grade } ?? true }
    }
    func seesAny(of table: Table) -> Bool { table.holds(upTo: ceiling) }
    func seesAll(of table: Table) -> Bool { !table.holds(above: ceiling) }
    func hidden(in picture: Picture) -> [Reference] { picture.references(above: ceiling) }
    func sees(_ column: Kind.Column, of kind: Kind) -> Bool { true }
    func changes(_ kind: Kind) -> Bool { false }
    func mends(_ kind: Kind) -> Bool { false }
    func enters(_ kind: Kind) -> Bool { false }
    func tends(_ desk: String) -> Bool { false }
    var isLimited: Bool { false }
    var administers: Bool { false }
    var audits: Bool { false }
}
