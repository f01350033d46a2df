import Addresses
import Committee
import Engine
import Furniture
import Integrity
import Ledger
import Mounting
import Phrases
import Rulebook

/// Where a list is asked for with its sensitive columns: what for, to whom, until when, and which. The house counts, and nobody types it.
extension FrontDesk {
    private static let longestPurpose = 500

    /// What somebody may ask for: the list, and its columns that tell of people and that they may see; nil where there is nothing to ask for.
    private func askable(
        _ query: ListQuery, for reader: Reader, _ visitor: Visitor
    ) async -> (model: ListModel, columns: [Kind.Column])? {
        guard query.asOf == nil, reader.asOf == nil, house.constitution.lets(visitor.rights, do: exportingList),
            let model = await model(of: query, for: reader, visitor)
        else { return nil }
        let columns = model.kind.columns.filter { $0.isSealed && reader.sight.sees($0, of: model.kind) }
        guard !columns.isEmpty, await noteReading(of: model, reader, visitor) else { return nil }
        return (model, columns)
    }

    func askExportPage(
        _ query: ListQuery, for reader: Reader, _ visitor: Visitor, sent: Form = Form(), complaints: [String] = []
    ) async -> Page? {
        guard let (model, columns) = await askable(query, for: reader, visitor) else { return nil }
        let today = reader.picture.zone.day(at: reader.now)
        let people = Export.people(in: model.all)
        let bodies = reader.picture.all(Body.self).filter { $0.exists(on: today) && reader.sees($0.reference) }
            .map { (code: $0.heading.code, name: reader.name($0.reference)) }
            .sorted { reader.phrases.order(of: $0.name) < reader.phrases.order(of: $1.name) }
        return Page(reader.phrases("exports.ask", [Fact("list", reader.phrases("kind.\(model.kind.code).many"))]), isLive: false) { html in
            if !complaints.isEmpty {
                html.element(.div, [.class("errors"), .role("alert")]) { html in for line in complaints { html.element(.p, line) } }
            }
            html.element(.p, reader.phrases("exports.counted", [Fact("records", model.total), Fact("people", people)]))
            let narrowed = self.narrowed(query, model.kind)
            if !narrowed.isEmpty {
                html.element(.p, "\(reader.phrases("field.\(Export.code).narrowed_to")): \(told(narrowed, reader))")
            }
            html.element(
                .p, reader.phrases("exports.two", [Fact("count", Export.peopleForOne), Fact("days", Export.daysTogether)]))
            html.element(.form, [.class("record-form"), .action(.askExport(query)), .method(.post)]) { html in
                token(reader, &html)
                html.element(.fieldset) { html in
                    html.element(.legend, reader.phrases("exports.columns"))
                    for column in columns { self.tick(column, of: model.kind, sent, reader, &html) }
                }
                self.line("purpose", reader, &html) { id, html in
                    html.void(
                        .input,
                        [
                            .type("text"), .id(id), .name("purpose"), .value(sent["purpose"] ?? ""), .required, .autocomplete("off"),
                            .maxlength(FrontDesk.longestPurpose),
                        ])
                }
                self.line("recipient", reader, &html) { id, html in
                    html.element(.select, [.id(id), .name("recipient"), .required]) { html in
                        html.element(.option, [.value("")], "—")
                        for body in bodies {
                            html.element(
                                .option, [.value(body.code)] + (sent["recipient"] == body.code ? [.selected] : []), body.name)
                        }
                    }
                }
                self.line("expires_on", reader, &html) { id, html in
                    html.void(
                        .input,
                        [
                            .type("date"), .id(id), .name("expires_on"),
                            .value(sent["expires_on"] ?? today.adding(days: Export.longestOfMuch).description), .required,
                        ])
                }
                html.element(.p, reader.phrases("exports.kept", [Fact("days", Export.longest), Fact("much", Export.longestOfMuch)]))
                html.element(.button, [.type("submit")], reader.phrases("exports.ask_for"))
            }
        }
    }

    private func tick(_ column: Kind.Column, of kind: Kind, _ sent: Form, _ reader: Reader, _ html: inout HTML) {
        let id = "column-\(column.name)"
        html.element(.p) { html in
            let isTicked: [Attribute] = sent.all("column").contains(column.name) ? [.checked] : []
            html.void(.input, [.type("checkbox"), .id(id), .name("column"), .value(column.name)] + isTicked)
            html.element(.label, [.for(id)]) { html in
                html.text(" " + reader.voice.field(column, of: kind))
                if column.isDocumentNumber { html.text(" – \(reader.phrases("exports.document"))") }
            }
        }
    }

    private func line(_ name: String, _ reader: Reader, _ html: inout HTML, _ input: (String, inout HTML) -> Void) {
        let id = "field-\(name)"
        html.element(.div, [.class("field")]) { html in
            html.element(.label, [.for(id)], reader.phrases("field.\(Export.code).\(name)"))
            input(id, &html)
        }
    }

    /// What the list was narrowed to; of what tells of people only by which column.
    private func narrowed(_ query: ListQuery, _ kind: Kind) -> [String] {
        var narrowed: [String] = []
        for filter in query.filters {
            guard let place = kind.place(of: filter.column) else { continue }
            narrowed.append(kind.columns[place].isSealed ? filter.column : "\(filter.column)=\(filter.value)")
        }
        return query.words.isEmpty ? narrowed : narrowed + [Export.soughtWords]
    }

    private func told(_ narrowed: [String], _ reader: Reader) -> String {
        narrowed.map { $0 == Export.soughtWords ? reader.phrases("exports.words") : $0 }.joined(separator: " · ")
    }

    /// What an export that waits for another officer would give, in the words of the pages.
    func whatLeaves(by pending: PendingAct, _ reader: Reader) async -> [String] {
        guard pending.act == ActName.exportList.rawValue, case .success(let preview) = await hall.preview(pending) else { return [] }
        let exports = preview.changes.compactMap { ($0.after.row as? Row<Export>)?.record }
        return exports.map { export in
            let facts: [Fact] = [
                Fact("columns", fields(export.listColumns, of: export.listOf, reader)), Fact("people", export.people),
                Fact("list", reader.phrases("kind.\(export.listOf).many")),
                Fact("recipient", export.recipient.map { reader.name(Reference($0)) } ?? "—"),
                Fact("until", export.expiresOn.map { reader.phrases.day($0) } ?? "—"), Fact("purpose", export.purpose),
                Fact("narrowed", told(export.narrowedTo, reader)),
            ]
            return reader.phrases("exports.proposed", facts)
        }
    }

    /// Asks for a list with sensitive columns: what is little is made at once, what is much waits for another officer.
    func askExport(_ query: ListQuery, _ sent: Form, _ visitor: Visitor) async throws -> Answer {
        let address = Address.askExport(query)
        let reader = reader(visitor, await view(of: visitor), at: address)
        guard let (model, columns) = await askable(query, for: reader, visitor) else {
            return await refused(.notFound, "error.not_found", visitor, at: address)
        }
        func again(_ complaints: [String], _ status: Answer.Status) async -> Answer {
            await askExportPage(query, for: reader, visitor, sent: sent, complaints: complaints).map { document($0, for: reader, status) }
                ?? Answer(.notFound)
        }
        let ticked = columns.map(\.name).filter(sent.all("column").contains)
        let purpose = String((sent["purpose"] ?? "").trimmed.prefix(FrontDesk.longestPurpose))
        let recipient = reader.picture.find(Body.self, sent["recipient"] ?? "").flatMap { reader.sees($0.reference) ? $0 : nil }
        var complaints: [String] = []
        if ticked.isEmpty { complaints.append(reader.phrases("exports.no_column")) }
        if model.total > NumberRanges.most {
            let facts = [Fact("count", model.total), Fact("most", NumberRanges.most)]
            complaints.append(reader.phrases("refusal.list_too_long", facts))
        }
        if model.total == 0 { complaints.append(reader.phrases("exports.nobody")) }
        if purpose.isEmpty { complaints.append(reader.phrases("exports.no_purpose")) }
        if recipient == nil { complaints.append(reader.phrases("exports.no_recipient")) }
        guard let recipient, complaints.isEmpty, let expiry = Day(sent["expires_on"] ?? "") else {
            return await again(complaints.isEmpty ? [reader.phrases("exports.no_expiry")] : complaints, .conflict)
        }
        let narrowed = self.narrowed(query, model.kind)
        let values: [(column: String, value: Value)] = [
            ("list_of", .text(model.kind.code)), ("list_columns", .list(ticked.map { .text($0) })),
            ("list_numbers", .text(NumberRanges(model.all.map(\.number)).text)),
            ("narrowed_to", narrowed.isEmpty ? .absent : .list(narrowed.map { .text($0) })), ("purpose", .text(purpose)),
            ("recipient", .reference(recipient.id.number)), ("expires_on", .day(expiry)),
        ]
        let request = ActRequest(
            act: .exportList, by: visitor.authority(at: realNow), proposals: [.init(kind: Export.code, code: "", values: values)])
        switch await hall.perform(request) {
        case .success(let receipt):
            if let instead = try await settle(receipt, visitor) { return instead }
            let picture = await hall.now().picture
            let code = receipt.records.first { $0.slot == Export.slot }.flatMap { picture.code(of: $0) }
            return .seeOther(code.map { .export($0) } ?? .exports(RecordsQuery()))
        case .failure(.needsProof): return .proofNeeded
        case .failure(let denial): return await again(lines(denial, reader), .refused)
        }
    }
}
