import Engine
import Exchange
import Furniture
import Ledger
import Mounting
import Paperwork
import Phrases
import Rulebook

/// Packs from programs, answered with what they did or would do: a file that tells its own format as the body, or a form with the file and a reason, which
/// may speak of people and therefore stands in no address.
extension InterfaceDesk {
    /// Findings that are told of one by one.
    private static let mostFindings = 500

    func takePack(_ visit: Visit, isPreview: Bool, _ visitor: Visitor, _ reader: Reader) async -> Answer {
        let file = visit.form.files.first { $0.field == "pack" } ?? unnamed(visit.body)
        let reason = visit.form["reason"]?.trimmed ?? ""
        let authority = visitor.authority(at: desk.realNow)
        do throws(Denial) { try await desk.served.mayLoad(authority) } catch { return refused(error, reader) }
        do throws(ReadingRoom.Busy) {
            return try await desk.readings.read(for: visitor.holder) {
                await read(file, isPreview: isPreview, by: authority, reason, reader)
            }
        } catch { return refused(.tooMany, .busy, phrases(error.phrase)) }
    }

    /// A pack that came without a name. What is of no format that tells itself is refused as the archive that it should be.
    private func unnamed(_ bytes: [UInt8]) -> Form.File {
        let format = desk.formats.tellingThemselves.format(of: bytes, named: "") ?? .archive
        return Form.File(field: "pack", name: "pack.\(format.code)", bytes: bytes)
    }

    private func read(_ file: Form.File, isPreview: Bool, by authority: Authority, _ reason: String, _ reader: Reader) async -> Answer {
        switch Pack.brought(file.bytes, as: file.name, limits: .pack, formats: desk.formats) {
        case .failure(let finding): return refused([finding], reader)
        case .success(let pack):
            do throws(Denial) {
                guard isPreview else { return try await taken(pack, by: authority, reason, reader) }
                return try await foreseen(pack, by: authority, reader)
            } catch { return refused(error, reader) }
        }
    }

    private func taken(_ pack: Pack, by authority: Authority, _ reason: String, _ reader: Reader) async throws(Denial) -> Answer {
        switch try await desk.served.take([pack], by: authority, reason: reason, desk.vocabulary) {
        case .refused(let findings): return refused(findings, reader)
        case .otherwise: return refused(.conflict, EngineRefusal.changedMeanwhile.rawValue, phrases("packs.otherwise"))
        case .written(let entries, let versions, let unchanged, let receipt):
            return fine([
                .init("entries", .integer(Int64(entries))), .init("versions", .integer(Int64(versions))),
                .init("unchanged", .integer(Int64(unchanged))), .init("entry", receipt.map { .integer(Int64($0.sequence)) } ?? .null),
                .init("appeared", rules(receipt?.appeared ?? [], in: await desk.served.now().picture, reader)),
                .init("gone", rules(receipt?.gone ?? [], in: reader.picture, reader)),
            ])
        }
    }

    private func foreseen(_ pack: Pack, by authority: Authority, _ reader: Reader) async throws(Denial) -> Answer {
        switch try await desk.served.foresee([pack], by: authority, happened: reader.now, desk.vocabulary) {
        case .refused(let findings): return refused(findings, reader)
        case .foreseen(let foresight):
            let kinds = foresight.tally.counts.compactMap { count -> JSON? in
                guard let kind = reader.picture.register.kind(slot: count.kind) else { return nil }
                return .object([
                    .init("kind", .text(kind.code)), .init("new", .integer(Int64(count.new))),
                    .init("changed", .integer(Int64(count.changed))), .init("removed", .integer(Int64(count.removed))),
                ])
            }
            return fine([
                .init("kinds", .list(kinds)), .init("versions", .integer(Int64(foresight.tally.versions))),
                .init("unchanged", .integer(Int64(foresight.unchanged))),
                .init("appeared", rules(foresight.appeared, in: foresight.picture, reader)),
                .init("gone", rules(foresight.gone, in: reader.picture, reader)),
            ])
        }
    }

    private func rules(_ slips: [Slip], in picture: Picture, _ reader: Reader) -> JSON {
        .list(slips.filter { reader.sight.sees($0, in: picture) }.map { .text($0.rule) })
    }

    /// What is wrong in the files, by file, row and column.
    private func refused(_ findings: [Finding], _ reader: Reader) -> Answer {
        let told = findings.prefix(Self.mostFindings).map { finding in
            JSON.object([
                .init("file", .text(finding.file)), .init("row", finding.row.map { .integer(Int64($0)) } ?? .null),
                .init("column", finding.column.map { .text($0) } ?? .null), .init("code", .text(finding.problem.code)),
                .init("place", .text(finding.place(in: reader.phrases))), .init("message", .text(finding.sentence(in: reader.phrases))),
            ])
        }
        let error = JSON.object([
            .init(
                "error",
                .object([
                    .init("code", .text(InterfaceRefusal.findings.rawValue)),
                    .init("message", .text(phrases("packs.refused", [Fact("count", findings.count)]))),
                    .init("count", .integer(Int64(findings.count))), .init("findings", .list(Array(told))),
                ]))
        ])
        return Answer(.refused, .json, bytes: Array(error.written.utf8))
    }
}
