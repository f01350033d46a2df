import Addresses
import Engine
import Exchange
import Furniture
import Ledger
import Mounting
import Paperwork
import Phrases
import Rulebook

extension FrontDesk {
    /// A list as a file: the columns that the reader may see and that tell of nobody, of the records that they may see; nil where there is
    /// no such list, or no such format. What tells of people leaves by an export, be it in a column or in which records there are, and in which order.
    func sheet(_ query: ListQuery, _ format: String, for reader: Reader, _ visitor: Visitor) async -> Answer? {
        guard let format = formats.writingTables[format] else { return nil }
        guard let model = await model(of: query, for: reader, visitor) else { return nil }
        guard !model.narrowing(for: reader).tells else { return document(narrowedPage(model, reader, visitor), for: reader, .forbidden) }
        let bytes = try? PackWriter.table(
            of: model.all, model.kind, reader.picture.register, as: format,
            heading: { self.vocabulary.heading($0, of: model.kind, in: reader.phrases) },
            columns: { !$0.isSealed && reader.sight.sees($0, of: model.kind) },
            code: { reader.sees($0) ? reader.picture.code(of: $0) ?? "" : "" })
        return bytes.map { file(model.kind.file, format, $0) }
    }

    /// Why a list does not leave as it was asked for, with the ways in which it does.
    private func narrowedPage(_ model: ListModel, _ reader: Reader, _ visitor: Visitor) -> Page {
        Page(reader.phrases("kind.\(model.kind.code).many"), isLive: false) { html in
            html.element(.p, [.role("alert")], reader.phrases("list.narrowed"))
            if reader.asOf == nil, house.constitution.lets(visitor.rights, do: house.exports.asking) {
                html.element(.p) { $0.element(.a, [.href(.askExport(model.query))], reader.phrases("list.export")) }
            }
            let open = model.query.changed { query in
                (query.words, query.order) = ("", "")
                query.filters.removeAll { filter in model.narrowing(for: reader).columns.contains { $0.name == filter.column } }
            }
            html.element(.p) { $0.element(.a, [.href(.list(open))], reader.phrases("list.without_narrowing")) }
        }
    }

    /// Where a sheet is taken in; nil where the reader may not add to such records. What was sent is shown again as far as a page bears it.
    func takePage(_ file: String, for reader: Reader, _ outcome: TakePage.Outcome = .asked, sent: Form = Form()) -> Page? {
        guard let kind = reader.picture.register.kind(file: file), reader.sight.sees(kind), reader.sight.enters(kind) else { return nil }
        let pasted = sent["pasted"].flatMap { $0.utf8.count <= ServerBounds.pastedAgain ? $0 : nil }
        let reason = (sent["reason"] ?? "").prefix(ActBounds.reason)
        let known = reader.phrases.any(of: formats.readingTables)
        return TakePage(kind, outcome, pasted: pasted ?? "", reason: String(reason), formats: known, for: reader).page
    }

    /// Takes a sheet in as one act, or says row by row what is wrong with it.
    func takeSheet(_ sent: Form, file: String, _ visitor: Visitor, at address: Address) async throws -> Answer {
        let view = await view(of: visitor)
        let reader = reader(visitor, view, at: address)
        guard takePage(file, for: reader) != nil, let kind = reader.picture.register.kind(file: file) else {
            return await refused(.notFound, "error.not_found", visitor, at: address)
        }
        let upload = sent.files.first { $0.field == "sheet" }
        let pasted = upload == nil ? sent["pasted"] ?? "" : ""
        func show(_ outcome: TakePage.Outcome, _ status: Answer.Status) -> Answer {
            // What was taken in is not offered to be sent once more.
            takePage(file, for: reader, outcome, sent: status == .fine ? Form() : sent).map { document($0, for: reader, status) }
                ?? Answer(.notFound)
        }
        guard pasted.utf8.count <= ServerBounds.pasted else {
            return show(.refused([reader.phrases("take.pasted_long", [Fact("limit", ServerBounds.pasted)])]), .refused)
        }
        // What is told by nothing else is read as text, which says what is wrong with it.
        let format = upload.flatMap { formats.readingTables.format(of: $0.bytes, named: $0.name) } ?? .csv
        let erased = kind.slot == reader.picture.register.people?.slot ? try await served.erasedCodes() : nil
        let outcome: SheetTaking.Outcome
        do throws(ReadingRoom.Busy) {
            outcome = try await readings.read(for: visitor.holder) { [vocabulary, formats] in
                SheetTaking.read(
                    upload?.bytes ?? Self.separated(pasted), file: "\(file).\(format.code)", of: kind, in: view.picture, now: view.now,
                    vocabulary: vocabulary, limits: .sheet, formats: formats, erased: erased, sees: { reader.sees($0) },
                    seesColumn: { reader.sight.sees($0, of: kind) })
            }
        } catch { return await refused(.tooMany, error.phrase, visitor, at: address) }
        switch outcome {
        case .notOneSheet: return show(.refused([reader.phrases("take.one_sheet")]), .refused)
        case .notForReader(let what): return show(.refused([reader.phrases("take.not_yours", [Fact("code", what)])]), .refused)
        case .stale(let code): return show(.refused([reader.phrases("take.stale", [Fact("code", code)])]), .refused)
        case .twice(let code): return show(.refused([reader.phrases("take.twice", [Fact("code", code)])]), .refused)
        case .refused(let findings): return show(.refused(lines(findings, reader)), .refused)
        case .wishes(let proposals, let unchanged):
            guard !proposals.isEmpty else { return show(.taken(entry: nil, records: 0, unchanged: unchanged), .fine) }
            let reason = sent["reason"]?.trimmed ?? ""
            let request = ActRequest(
                act: .edit, by: visitor.authority(at: realNow), reason: reason.isEmpty ? upload?.name ?? "" : reason, proposals: proposals)
            switch await served.perform(request) {
            case .success(let receipt):
                if let instead = try await settle(receipt, visitor) { return instead }
                return show(.taken(entry: receipt.sequence, records: proposals.count, unchanged: unchanged), .fine)
            case .failure(.needsProof): return .proofNeeded
            case .failure(let denial): return show(.refused(lines(denial, reader)), .refused)
            }
        }
    }

    /// Pasted cells as a table. Cells copied out of a spreadsheet are parted by tabs, and a quote within them is a quote.
    private static func separated(_ pasted: String) -> [UInt8] {
        guard pasted.utf8.contains(UInt8(ascii: "\t")) else { return Array(pasted.utf8) }
        let quote = UInt8(ascii: "\"")
        var bytes: [UInt8] = [quote]
        bytes.reserveCapacity(pasted.utf8.count * 2)
        var last: UInt8 = 0
        for byte in pasted.utf8 {
            switch byte {
            case UInt8(ascii: "\t"): bytes += [quote, UInt8(ascii: ","), quote]
            // A line that ends in two signs ends once.
            case UInt8(ascii: "\n") where last == UInt8(ascii: "\r"): break
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"): bytes += [quote, UInt8(ascii: "\r"), UInt8(ascii: "\n"), quote]
            case quote: bytes += [quote, quote]
            default: bytes.append(byte)
            }
            last = byte
        }
        bytes.append(quote)
        return bytes
    }
}
