package import Exchange
import Foundation
package import Ledger

/// A sheet of records taken into a ceremony that is in use: understood as a pack is, and written as one act by whoever brings it.
package enum SheetTaking {
    package enum Outcome: Sendable {
        /// What cannot be taken, by row and column; nothing is written.
        case refused([Finding])
        case wishes([ActRequest.Proposal], unchanged: Int)
    }

    /// - Parameter file: the sheet under the name of its kind's file: `delegations.xlsx`.
    package static func read(
        _ bytes: [UInt8], file: String, in picture: Picture, now: Instant, vocabulary: Vocabulary
    ) -> Outcome {
        let reader = PackReader(into: picture, happened: now, zoneOfTimes: picture.zone, vocabulary: vocabulary)
        switch reader.read(Pack(name: file, files: [file: bytes])) {
        case .refused(let findings): return .refused(findings)
        case .read(let content):
            let codes = Dictionary(content.versions.map { ($0.reference, $0.code) }) { $1 }
            let proposals = content.versions.compactMap { proposal($0, codes, picture) }
            return .wishes(proposals, unchanged: content.unchanged)
        }
    }

    private static func proposal(_ version: Version, _ codes: [Reference: String], _ picture: Picture) -> ActRequest.Proposal? {
        guard let kind = picture.register.kind(slot: version.reference.slot) else { return nil }
        guard let row = version.row else { return ActRequest.Proposal(kind: kind.code, code: version.code, removes: true) }
        let before = picture[version.reference]
        var contents: [(column: String, value: JSON)] = []
        for (place, column) in kind.columns.enumerated() where column.name != "code" {
            let value = row.value(place)
            guard value != before?.value(place) ?? .absent else { continue }
            contents.append((column.name, wish(value, column.shape, codes, picture)))
        }
        return ActRequest.Proposal(kind: kind.code, code: version.code, contents: contents)
    }

    /// Other records by their codes: of those that are new with this sheet, the numbers are given when it is written.
    private static func wish(_ value: Value, _ shape: Shape, _ codes: [Reference: String], _ picture: Picture) -> JSON {
        switch (value, shape) {
        case (.reference(let number), .reference(let target)):
            guard let slot = picture.register.kind(target)?.slot else { return .null }
            let reference = Reference(slot: slot, number: number)
            return (codes[reference] ?? picture.code(of: reference)).map { .text($0) } ?? .null
        case (.list(let items), .list(let inner)): return .list(items.map { wish($0, inner, codes, picture) })
        default: return JSON(value)
        }
    }
}
