import Addresses
import Engine
import Exchange
import Furniture
import Ledger
import Mounting
import Phrases
import Rulebook

/// What an export gives to whoever asked for it: these columns of these records as they stand now, and nobody beyond those who were counted.
struct Leaving {
    let export: KnownExport
    let kind: Kind
    /// The sensitive columns that were asked for.
    let columns: [Kind.Column]
    let rows: [any AnyRow]
    let people: Int

    /// Why it gives nothing.
    enum Bar: String, Error {
        case notThere = "exports.not_there"
        case notYours = "exports.not_yours"
        case waits = "exports.waits"
        case madeOtherwise = "exports.made_otherwise"
        case over = "exports.over"
        case ended = "exports.ended"
        case unseen = "exports.unseen"
        case changed = "exports.changed"
    }

    /// - Parameter acts: by which acts its record was written, the first first.
    init(_ export: KnownExport, of exports: any ExportBook, writtenBy acts: [String], for reader: Reader, officer: String) throws(Bar) {
        guard let disclosure = export.disclosure, let kind = reader.picture.register.kind(disclosure.kind) else { throw .notThere }
        guard export.askedBy.flatMap(reader.picture.code) == officer else { throw .notYours }
        guard export.made != nil else { throw .waits }
        // A record that a pack or a form brought was counted by nobody and approved by nobody.
        let own: Set<String> = [exports.asking.name.rawValue, ActName.confirm.rawValue, exports.ending.rawValue]
        guard !acts.isEmpty, acts.allSatisfy(own.contains) else { throw .madeOtherwise }
        guard export.ended == nil else { throw .ended }
        guard let last = export.expiresOn, reader.picture.zone.day(at: reader.now) <= last else { throw .over }
        columns = kind.columns.filter { disclosure.columns.contains($0.name) }
        guard reader.sight.sees(kind), columns.count == disclosure.columns.count,
            columns.allSatisfy({ $0.isSealed && reader.sight.sees($0, of: kind) })
        else { throw .unseen }
        // Who was removed since is simply no longer given.
        rows = disclosure.numbers.compactMap { reader.picture[Reference(slot: kind.slot, number: $0)] }
        guard rows.allSatisfy({ reader.sight.sees($0, of: kind) }) else { throw .unseen }
        people = exports.people(in: rows)
        guard people <= export.people else { throw .changed }
        self.export = export
        self.kind = kind
    }

    private init(_ whole: Leaving, only rows: [any AnyRow], of exports: any ExportBook) {
        (export, kind, columns, self.rows) = (whole.export, whole.kind, whole.columns, rows)
        people = exports.people(in: rows)
    }

    /// A part of it.
    func only(_ rows: [any AnyRow], of exports: any ExportBook) -> Leaving { Leaving(self, only: rows, of: exports) }

    /// Whether it gives a column to a reader: what the list shows and tells of nobody, and what was asked for.
    func gives(_ column: Kind.Column, _ reader: Reader) -> Bool {
        guard reader.sight.sees(column, of: kind) else { return false }
        return column.isSealed ? columns.contains(column) : ListModel.columns(of: kind, for: reader).contains { kind.columns[$0] == column }
    }

    /// What the copy of that number says of itself.
    func mark(_ number: Int, fetchedBy fetcher: String, at moment: Moment, for reader: Reader) -> CopyMark {
        let recipient = export.recipient.map { reader.name($0) } ?? ""
        let purpose = String(export.purpose.prefix(200))
        let name = "\(export.code) #\(number)"
        let line = reader.phrases(
            "exports.mark",
            [
                Fact("copy", name), Fact("fetcher", fetcher), Fact("at", moment.description), Fact("recipient", recipient),
                Fact("purpose", purpose), Fact("until", export.expiresOn?.description ?? ""),
            ])
        return CopyMark(name: name, line: line, purpose: purpose, recipient: recipient, fetcher: fetcher)
    }
}

extension FrontDesk {
    /// What an export gives to a visitor now; refused where it gives them nothing.
    func leaving(_ code: String, for reader: Reader, _ visitor: Visitor) async throws -> Result<Leaving, Leaving.Bar> {
        guard let export = house.exports.export(code, in: reader.picture), reader.sees(export.reference), export.isOfHouse else {
            return .failure(.notThere)
        }
        let acts = try await served.history(of: export.reference).map(\.entry.act)
        do throws(Leaving.Bar) {
            return .success(try Leaving(export, of: house.exports, writtenBy: acts, for: reader, officer: visitor.actor))
        } catch { return .failure(error) }
    }

    /// Notes that a copy leaves, and tells which it is; nil where it cannot be noted, for then it does not leave.
    func noteCopy(of leaving: Leaving, as format: String, _ reader: Reader, _ visitor: Visitor) async -> CopyMark? {
        let copy = Credentials.Copy(
            export: leaving.export.code, kind: leaving.kind.code, people: leaving.people, fields: leaving.columns.map(\.name),
            format: format)
        let now = clockNow
        guard let number = try? await credentials.note(copy, for: visitor.account ?? visitor.actor, at: now) else { return nil }
        return leaving.mark(number, fetchedBy: visitor.actor, at: Moment(now, in: reader.picture.zone), for: reader)
    }
}
