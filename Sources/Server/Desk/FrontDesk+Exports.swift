import Addresses
import Engine
import Exchange
import Furniture
import Ledger
import Mounting
import Paperwork
import Phrases
import Rulebook

/// Where whoever asked for an export fetches it, signed in, and where auditors see what left.
extension FrontDesk {
    private static let pageSize = 100

    /// What the form sends for a copy on paper; for a file it sends the code of its format.
    private static let paper = "print"

    /// What an export is, and the buttons by which whoever asked for it fetches a copy.
    func exportPage(_ code: String, for reader: Reader, _ visitor: Visitor) async throws(JournalFailure) -> Page? {
        guard let export = house.exports.export(code, in: reader.picture), reader.sees(export.reference), export.isOfHouse else {
            return nil
        }
        guard let leaving = try? await leaving(code, for: reader, visitor) else { return nil }
        return Page(reader.phrases("exports.one", [Fact("code", code)]), isLive: false) { html in
            self.told(export, reader, &html)
            switch leaving {
            case .failure(let bar):
                html.element(.p, [.role("status")], reader.phrases(bar.rawValue))
                if bar == .notYours, reader.sight.audits, isGiving(export, reader) { end(code, reader, &html) }
            case .success:
                html.element(.p, reader.phrases("exports.fetch"))
                html.element(.form, [.class("acts"), .action(.export(code)), .method(.post)]) { html in
                    token(reader, &html)
                    for format in formats.writingTables.all {
                        html.element(
                            .button, [.type("submit"), .name("as"), .value(format.code)],
                            reader.phrases("exports.as_file", [Fact("format", reader.phrases(format.phrase))]))
                    }
                    html.element(
                        .button, [.type("submit"), .name("as"), .value(FrontDesk.paper)], reader.phrases("exports.as_paper"))
                }
                end(code, reader, &html)
            }
            html.element(.p) {
                $0.element(.a, [.href(.record(RecordAddress(house.exports.kind.file, code)))], reader.phrases("exports.record"))
            }
        }
    }

    /// What the form sends that ends it.
    private static let ending = "end"

    private func isGiving(_ export: KnownExport, _ reader: Reader) -> Bool {
        let today = reader.picture.zone.day(at: reader.now)
        return export.made != nil && export.ended == nil && export.expiresOn.map { today <= $0 } ?? false
    }

    private func end(_ code: String, _ reader: Reader, _ html: inout HTML) {
        html.element(.form, [.class("acts"), .action(.export(code)), .method(.post)]) { html in
            token(reader, &html)
            html.element(
                .button, [.type("submit"), .class("plain danger"), .name("as"), .value(FrontDesk.ending)],
                reader.phrases("act.\(house.exports.ending.rawValue)"))
        }
    }

    /// Ends an export for whoever asked for it or audits.
    private func end(_ code: String, for reader: Reader, _ visitor: Visitor) async throws -> Answer {
        let request = ActRequest(
            act: house.exports.ending, by: visitor.authority(at: realNow), proposals: [.init(kind: house.exports.kind.code, code: code)])
        switch await served.perform(request) {
        case .success(let receipt):
            if let instead = try await settle(receipt, visitor) { return instead }
            return .seeOther(.export(code))
        case .failure(.needsProof): return .proofNeeded
        case .failure(let denial):
            let page = Page(reader.phrases("exports.one", [Fact("code", code)]), isLive: false) { html in
                for line in lines(denial, reader) { html.element(.p, [.role("alert")], line) }
            }
            return document(page, for: reader, .refused)
        }
    }

    private func told(_ export: KnownExport, _ reader: Reader, _ html: inout HTML) {
        html.element(.dl) { html in
            func line(_ name: String, _ content: (inout HTML) -> Void) {
                html.element(.dt, reader.phrases("field.\(house.exports.kind.code).\(name)"))
                html.element(.dd) { content(&$0) }
            }
            line("list_of") { $0.text(reader.phrases("kind.\(export.listOf).many")) }
            line("list_columns") { $0.text(self.fields(export.listColumns, of: export.listOf, reader)) }
            line("people") { $0.text(reader.phrases.grouped(export.people)) }
            line("purpose") { html in html.element(.bdi, export.purpose) }
            if let recipient = export.recipient { line("recipient") { reader.link(to: recipient, &$0) } }
            if let asking = export.askedBy { line("asked_by") { reader.link(to: asking, &$0) } }
            if let approving = export.approvedBy { line("approved_by") { reader.link(to: approving, &$0) } }
            if let made = export.made { line("made") { $0.element(.time, [.datetime(made)], reader.phrases.moment(made)) } }
            if let ended = export.ended { line("ended") { $0.element(.time, [.datetime(ended)], reader.phrases.moment(ended)) } }
            if let last = export.expiresOn { line("expires_on") { $0.element(.time, [.datetime(last)], reader.phrases.day(last)) } }
        }
    }

    func fields(_ names: [String], of kind: String, _ reader: Reader) -> String {
        guard let kind = reader.picture.register.kind(kind) else { return names.joined(separator: ", ") }
        return names.map { name in
            kind.columns.first { $0.name == name }.map { reader.voice.field($0, of: kind) } ?? name
        }.joined(separator: ", ")
    }

    /// Hands a copy out, with a mark of its own, after it was noted that it leaves.
    func fetch(_ code: String, _ sent: Form, _ visitor: Visitor) async throws -> Answer {
        let reader = reader(visitor, await view(of: visitor), at: .export(code))
        if sent["as"] == FrontDesk.ending, let export = house.exports.export(code, in: reader.picture), reader.sees(export.reference) {
            return try await end(code, for: reader, visitor)
        }
        let asked = sent["as"] ?? ""
        let format = formats.writingTables[asked]
        guard format != nil || asked == FrontDesk.paper else {
            return await refused(.badRequest, "error.form", visitor, at: .export(code))
        }
        let leaving: Leaving
        switch try await self.leaving(code, for: reader, visitor) {
        case .success(let given): leaving = given
        case .failure(.notThere): return await refused(.notFound, "error.not_found", visitor, at: .export(code))
        case .failure:
            let page = try await exportPage(code, for: reader, visitor)
            return page.map { document($0, for: reader, .forbidden) } ?? Answer(.notFound)
        }
        guard let mark = await noteCopy(of: leaving, as: asked, reader, visitor) else { return Answer(.unavailable) }
        guard let format else {
            var answer = document(paper(leaving, mark, reader), for: reader)
            // It is noted already, as the copy that it is.
            answer.shown = Shown()
            return answer
        }
        let bytes = try PackWriter.table(
            of: leaving.rows, leaving.kind, reader.picture.register, as: format, mark: mark,
            heading: { self.vocabulary.heading($0, of: leaving.kind, in: reader.phrases) },
            columns: { leaving.gives($0, reader) }, code: { reader.sees($0) ? reader.picture.code(of: $0) ?? "" : "" })
        return file(code, format, bytes)
    }

    /// The copy for paper, with its mark across each sheet and above each of them.
    private func paper(_ leaving: Leaving, _ mark: CopyMark, _ reader: Reader) -> Page {
        let columns = leaving.kind.columns.indices.filter { place in
            let column = leaving.kind.columns[place]
            return column.isCode || leaving.columns.contains(column)
        }
        return Page(mark.name, isLive: false) { html in
            html.element(.p, [.class("watermark")], mark.name)
            html.element(.table, [.class("list leaving")]) { html in
                html.element(.thead) { html in
                    // A table's head stands on every sheet that it goes over.
                    html.element(.tr) { html in
                        for (place, column) in columns.enumerated() {
                            html.element(.th, [.scope("col")]) { html in
                                if place == 0 { html.element(.p, mark.line) }
                                html.text(reader.voice.field(leaving.kind.columns[column], of: leaving.kind))
                            }
                        }
                    }
                }
                html.element(.tbody) { html in
                    for row in leaving.rows {
                        html.element(.tr) { html in
                            for place in columns {
                                html.element(.td) { html in
                                    reader.write(row, place, of: leaving.kind, leavingBlank: true, &html)
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    /// What the visitor has asked for; and for auditors what left, in sum over days.
    func exportsPage(_ query: LogQuery, for reader: Reader, _ visitor: Visitor) async -> Page? {
        let audits = reader.sight.audits
        guard audits || house.constitution.lets(visitor.rights, do: house.exports.asking) else { return nil }
        let known = house.exports.all(in: reader.picture).filter { $0.isOfHouse && reader.sees($0.reference) }
        let mine = known.filter { $0.askedBy.flatMap(reader.picture.code) == visitor.actor }
        let giving = audits ? known.filter { isGiving($0, reader) } : []
        var left: (all: Int, shown: [Credentials.DaysCopies])?
        // The proof reads everything: it is made where somebody begins to look, and not on each page that they turn to.
        var proof: Chain.Proof?
        if audits {
            let offset = Int(Moment(clockNow, in: reader.picture.zone).offset)
            left = try? await credentials.copiesByDay(span(of: query, reader), offset: offset, page: query.page, of: Self.pageSize)
            guard left != nil else { return nil }
            if query == LogQuery() { proof = try? await credentials.prove(.copies) }
        }
        let (sums, proved) = (left, proof)
        return Page(reader.phrases("page.exports"), isLive: false) { html in
            html.element(.section) { html in
                html.element(.h2, reader.phrases("exports.mine"))
                if mine.isEmpty { html.element(.p, reader.phrases("exports.none")) }
                html.element(.ul) { html in for export in mine.reversed() { self.item(export, reader, &html) } }
            }
            guard let sums else { return }
            html.element(.section) { html in
                html.element(.h2, reader.phrases("exports.giving"))
                if giving.isEmpty { html.element(.p, reader.phrases("exports.giving_none")) }
                html.element(.ul) { html in for export in giving.reversed() { self.item(export, reader, &html) } }
            }
            html.element(.section) { html in
                html.element(.h2, reader.phrases("exports.left"))
                if let proved { self.proof(proved, "exports.copies", reader, &html) }
                filter(query, .exports(LogQuery()), reader, &html)
                html.element(.p, [.class("count"), .role("status")], reader.phrases("exports.left_count", [Fact("count", sums.all)]))
                table(
                    "exports.left",
                    ["readings.day", "readings.reader", "exports.list", "readings.fields", "exports.copies", "field.export.people"],
                    reader, &html
                ) { html in
                    for sum in sums.shown {
                        html.element(.tr) { html in
                            html.element(.td) { $0.element(.time, [.datetime(sum.day)], reader.phrases.day(sum.day)) }
                            html.element(.td, reader.office(of: sum.reader))
                            html.element(.td, reader.phrases(sum.kind.isEmpty ? "exports.all_lists" : "kind.\(sum.kind).many"))
                            html.element(
                                .td, sum.fields.isEmpty ? reader.phrases("exports.all_fields") : fields(sum.fields, of: sum.kind, reader))
                            html.element(.td, [.class("number")], reader.phrases.grouped(sum.copies))
                            html.element(.td, [.class("number")], reader.phrases.grouped(sum.people))
                        }
                    }
                }
                pages(of: sums.all, query, reader, &html) { .exports($0) }
            }
        }
    }

    private func item(_ export: KnownExport, _ reader: Reader, _ html: inout HTML) {
        html.element(.li) { html in
            html.element(.a, [.href(.export(export.code))], export.code)
            let until = export.expiresOn.map { reader.phrases.day($0) } ?? "—"
            html.text(" ")
            html.element(.bdi, reader.phrases("exports.item", [Fact("purpose", export.purpose), Fact("until", until)]))
        }
    }
}
