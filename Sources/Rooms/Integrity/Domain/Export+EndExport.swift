import Committee
import Ledger
package import Rulebook

extension ActName {
    /// An export gives nothing from now on.
    package static let endExport = ActName("end_export")
}

/// Whoever asked for it, or who audits, ends an export before its last day: it gives no further copy. What left is out; that it left stays noted.
package let endingExport = Act(
    .endExport, changes: Export.self, fills: [.field(\.ended)], isForReaders: true, isOf: Belonging { $0.askedBy.map { Reference($0) } }
) { export, doing throws(Refusal) in
    let isOver = export.expiresOn.map { $0 < doing.day } ?? true
    guard export.isOfHouse, export.made != nil, export.ended == nil, !isOver else {
        throw Refusal(IntegrityRefusal.exportNotGiving, [doing.named("export", export)])
    }
} decide: { export, doing throws(Refusal) in
    export.ended = export.ended ?? doing.moment
}
