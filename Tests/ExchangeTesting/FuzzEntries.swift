import Exchange
import Foundation
import Ledger

/// What takes bytes from outside, each with what must hold whatever the bytes are. The fuzzer and the tests of its corpus
/// call the same functions; what does not hold ends the process.
package enum FuzzEntry: String, CaseIterable, Sendable {
    case csv, json, xlsx, pack

    package func run(_ bytes: [UInt8]) {
        switch self {
        case .csv: runCSV(bytes)
        case .json: runJSON(bytes)
        case .xlsx: runWorkbook(bytes)
        case .pack: runPack(bytes)
        }
    }

    /// Small enough that a fuzzer never waits for memory.
    static let limits = {
        var limits = ReadingLimits()
        limits.bytes = 1 << 20
        limits.archiveBytes = 1 << 20
        limits.entries = 50
        limits.rows = 2000
        return limits
    }()
}

extension FuzzEntry {
    /// What was read and is written is read as the same.
    private func runCSV(_ bytes: [UInt8]) {
        let sheet = CSVText.read(bytes, file: "", limits: FuzzEntry.limits).sheet
        guard !sheet.header.isEmpty else { return }
        let again = CSVText.read(CSVText.write(sheet), file: "", limits: FuzzEntry.limits)
        precondition(again.sheet.header == sheet.header)
        precondition(again.sheet.rows.map(\.cells) == sheet.rows.map(\.cells))
        precondition(again.findings.isEmpty)
    }

    private func runJSON(_ bytes: [UInt8]) {
        guard let json = try? JSON(parsing: bytes) else { return }
        precondition((try? JSON(parsing: json.written)) == json)
    }

    private func runWorkbook(_ bytes: [UInt8]) {
        let readings = WorkbookReader.read(bytes, file: "", limits: FuzzEntry.limits)
        for reading in readings.map(\.reading) {
            precondition(reading.sheet.rows.allSatisfy { $0.cells.count == reading.sheet.header.count })
        }
    }

    /// A pack that was read changes nothing when it is written and read over the house that it made.
    ///
    /// The input is an archive or, since a fuzzer is slow to learn archives, up to three files after one another, parted by
    /// the control character for it.
    private func runPack(_ bytes: [UInt8]) {
        let zone = TimeZone(identifier: "Asia/Ho_Chi_Minh") ?? .gmt
        let happened = Instant(milliseconds: 1_760_400_000_000)
        var picture = Picture(guestRegister, zone: zone)
        let reader = PackReader(into: picture, happened: happened, zoneOfTimes: zone, limits: FuzzEntry.limits)
        guard case .read(let content) = reader.read(pack(bytes)) else { return }
        picture.apply(content.versions.map(\.change))
        let files = PackWriter(guestRegister, includingPersonal: true).files(of: content.versions, in: picture)
        guard case .read(let again) = PackReader(into: picture, happened: happened).read(Pack(name: "", files: files)) else {
            preconditionFailure("what was read is not read again")
        }
        precondition(again.versions.allSatisfy { $0.row == nil || picture[$0.reference] == nil })
    }

    private func pack(_ bytes: [UInt8]) -> Pack {
        if bytes.starts(with: "PK".utf8), case .success(let pack) = Archive.pack(bytes, name: "", limits: FuzzEntry.limits) { return pack }
        let parts = bytes.split(separator: 0x1C, maxSplits: 2, omittingEmptySubsequences: false)
        let files = zip(["guests.csv", "boards.csv", "pack.json"], parts).map { ($0, Array($1)) }
        return Pack(name: "", files: Dictionary(uniqueKeysWithValues: files.filter { !$0.1.isEmpty }))
    }
}
