package import Engine
package import Exchange
import Foundation
package import Ledger

/// A sheet of records taken into a ceremony that is in use: understood as a pack is, and written as one act by whoever brings it.
package enum SheetTaking {
    package enum Outcome: Sendable {
        /// What cannot be taken, by row and column; nothing is written.
        case refused([Finding])
        /// Not one sheet, or one of other records.
        case notOneSheet
        /// A row or a column that is not for who brings it, by what it is called.
        case notForReader(String)
        /// A record that was changed after the sheet was made, and one that stands in it twice.
        case stale(String), twice(String)
        case wishes([ActRequest.Proposal], unchanged: Int)
    }

    /// - Parameters:
    ///   - erased: whom nothing brings back.
    ///   - file: the sheet under the name of its kind's file: `delegations.xlsx`.
    ///   - sees: which records, and `seesColumn` which columns, who brings it may know of. Of others the sheet is told nothing: they are
    ///     asked before anything of it is compared with the house.
    package static func read(
        _ bytes: [UInt8], file: String, of kind: Kind, in picture: Picture, now: Instant, vocabulary: Vocabulary,
        limits: ReadingLimits = ReadingLimits(), erased: ErasedCodes? = nil, sees: @escaping @Sendable (Reference) -> Bool,
        seesColumn: (Kind.Column) -> Bool
    ) -> Outcome {
        let reader = PackReader(
            into: picture, happened: now, zoneOfTimes: picture.zone, vocabulary: vocabulary, limits: limits, sees: sees)
        let reading: PackReading
        do throws(NotToBeRead) {
            reading = try reader.read([Pack(name: file, files: [file: bytes])], isOneSheet: true, seesColumn: seesColumn)
        } catch {
            switch error {
            case .notForReader(let what): return .notForReader(what)
            case .severalSheets: return .notOneSheet
            }
        }
        switch reading {
        case .refused(let findings): return .refused(findings)
        case .read(let content):
            let findings = erased?.findings(in: content.versions, picture, blanking: false) ?? []
            guard findings.isEmpty else { return .refused(findings) }
            let numbers = content.versions.map(\.reference)
            if let twice = Dictionary(grouping: numbers, by: { $0 }).first(where: { $1.count > 1 })?.key {
                return .twice(content.versions.first { $0.reference == twice }?.code ?? "")
            }
            if let stale = content.versions.first(where: { $0.happened < picture[$0.reference]?.happened ?? .distantPast }) {
                return .stale(stale.code)
            }
            let codes = Dictionary(content.versions.map { ($0.reference, $0.code) }) { $1 }
            let proposals = content.versions.compactMap { proposal($0, codes, picture, sees) }
            return .wishes(proposals, unchanged: content.unchanged)
        }
    }

    private static func proposal(
        _ version: Version, _ codes: [Reference: String], _ picture: Picture, _ sees: (Reference) -> Bool
    ) -> ActRequest.Proposal? {
        guard let kind = picture.register.kind(slot: version.reference.slot) else { return nil }
        guard let row = version.row else { return ActRequest.Proposal(kind: kind.code, code: version.code, removes: true) }
        let before = picture[version.reference]
        var contents: [(column: String, value: JSON)] = []
        for (place, column) in kind.columns.enumerated() where !column.isCode {
            let value = row.value(place)
            let held = before?.value(place) ?? .absent
            guard value != held, !(value == .absent && picture.register.references(in: held, column.shape).contains { !sees($0) }) else {
                continue
            }
            // Of records that are new with this sheet the numbers are given when it is written.
            let json = picture.register.written(value, column.shape) { codes[$0] ?? picture.code(of: $0) }
            contents.append((column.name, json))
        }
        return ActRequest.Proposal(kind: kind.code, code: version.code, contents: contents)
    }
}
