import Engine
import Exchange
import Foundation
import House
import Ledger
import LedgerSQLite
import Paperwork
import Parties
import Rulebook

/// M13: people as tables, out and in, beside Python's csv module over the same rows.
struct TablesMeasure {
    private static let count = 100_000
    private static let runs = 3

    func figures() async throws -> [Figure] {
        let picture = try ceremony()
        let people = only([Person.slot, Delegation.slot, Outlet.slot], of: picture)
        let writer = PackWriter(houseRegister, includingPersonal: true)
        let rows = Double(people[slot: Person.slot].count)
        let text = Spread(runs: TablesMeasure.runs) { rows / Stopwatch.time { writer.files(of: people) }.time.processor }
        let book = try Spread(runs: TablesMeasure.runs) { rows / (try Stopwatch.time { try writer.workbook(of: people) }).time.processor }
        var pack = Pack(name: "crowd", files: writer.files(of: picture))
        pack.files[PackManifest.file] = picture.manifest?.written
        let judged = try Spread(runs: TablesMeasure.runs) { rows / (try Stopwatch.time { try judge(pack) }).time.wall }
        var kept: [Double] = []
        for _ in 0..<TablesMeasure.runs { kept.append(rows / (try await secondsToKeep(pack))) }
        let peer = try PythonTables(pack.files["people.csv"] ?? [])
        let written = "Python's csv.writer \(peer.writing.text(.perSecond("rows")))"
        let read = "Python's csv.reader, which checks nothing, \(peer.reading.text(.perSecond("rows")))"
        return [
            figure("people as CSV, 21 columns, of a processor", text, 350_000, written),
            figure("people as XLSX, 21 columns, of a processor", book, 50_000, written),
            figure("people from CSV, every cell and every rule checked, by the clock", judged, 50_000, read),
            figure("people from CSV into a journal, sealed and durable, by the clock", Spread(kept), 20_000, read),
        ]
    }

    private func figure(_ name: String, _ speed: Spread, _ aim: Double, _ baseline: String) -> Figure {
        Figure(
            measure: "M13", name: name, figure: speed.text(.perSecond("rows")), aim: "≥ \(Unit.perSecond("rows").text(aim))",
            baseline: baseline, isReached: speed.median >= aim)
    }

    /// Hanoi with a crowd of people and their delegations, before anybody is accredited.
    private func ceremony() throws -> Picture {
        var picture = try Hanoi.picture()
        let crowd = try Crowd(filling: picture, to: TablesMeasure.count).changes
        picture.apply(crowd.filter { [Person.slot, Delegation.slot].contains($0.reference.slot) })
        return picture
    }

    private func only(_ slots: [Int], of whole: Picture) -> Picture {
        var part = Picture(houseRegister, zone: whole.zone)
        for slot in slots { whole[slot: slot].forEach { part.apply([Change($0)]) } }
        return part
    }

    /// What is asked before a pack is taken: can everything be read, and what would the rules say of it.
    private func judge(_ pack: Pack) throws -> Int {
        var picture = Picture(houseRegister, zone: .gmt)
        guard case .read(let content) = PackReader(into: picture, happened: Hanoi.moment).read(pack) else {
            throw NotMeasurable("the exported ceremony cannot be read")
        }
        picture.apply(content.versions.map(\.change))
        return houseRulebook.check(picture, at: Hanoi.moment).count
    }

    private func secondsToKeep(_ pack: Pack) async throws -> Double {
        let scratch = try ScratchFolder()
        defer { scratch.remove() }
        let journal = try SQLiteJournal(folder: scratch.path("journal"), register: houseRegister)
        let watch = Stopwatch()
        let outcome = try await Chancery.load(
            [pack], into: journal, actor: "BENCH", reason: "bench", happened: Hanoi.moment, now: Hanoi.lastMoment,
            breakDown: { _ in exit(1) })
        let time = watch.time
        guard case .written = outcome else { throw NotMeasurable("the exported ceremony was refused") }
        return time.wall
    }
}
