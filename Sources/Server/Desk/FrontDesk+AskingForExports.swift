import Addresses
import Engine
import Furniture
import Ledger
import Mounting
import Phrases
import Rulebook

/// Where a list is asked for with its sensitive columns: what for, to whom, until when, and which. The house counts, and nobody types it.
extension FrontDesk {
    private static let longestPurpose = 500

    /// What of a list is asked for: these records of it, with columns that tell of people.
    struct Asked {
        let model: ListModel
        /// The columns that tell of people and that whoever asks may see.
        let columns: [Kind.Column]
        let rows: [any AnyRow]
        /// Whether these were ticked, and are not all that the list has.
        let isTicked: Bool
    }

    /// What somebody may ask for; nil where there is nothing to ask for.
    private func askable(_ query: ListQuery, _ sent: Form, for reader: Reader, _ visitor: Visitor) async -> Asked? {
        guard query.asOf == nil, reader.asOf == nil, house.constitution.lets(visitor.rights, do: house.exports.asking),
            let model = await model(of: query, for: reader, visitor)
        else { return nil }
        let columns = model.kind.columns.filter { $0.isSealed && reader.sight.sees($0, of: model.kind) }
        guard !columns.isEmpty, await noteReading(of: model, reader, visitor) else { return nil }
        let ticked = Set(sent.all("code"))
        // What is ticked goes with every form of the list: whoever asks for the whole says so.
        let isTicked = sent[LeavingPart.field] == LeavingPart.ticked.rawValue || !sent.has(LeavingPart.field) && !ticked.isEmpty
        let rows = isTicked ? model.all.filter { ticked.contains($0.code) } : model.all
        return Asked(model: model, columns: columns, rows: rows, isTicked: isTicked)
    }

    /// The page on which it is said what it is for, of what was ticked or of the whole list.
    func askExport(of query: ListQuery, beginning sent: Form, for reader: Reader, _ visitor: Visitor) async -> Answer {
        guard let asked = await askable(query, sent, for: reader, visitor) else {
            return await refused(.notFound, "error.not_found", visitor, at: .askExport(query))
        }
        guard !asked.rows.isEmpty || !asked.isTicked else {
            return told([reader.phrases("exports.none_ticked")], .list(query), reader, .refused)
        }
        return document(page(of: asked, query, for: reader), for: reader)
    }

    func askExportPage(
        _ query: ListQuery, for reader: Reader, _ visitor: Visitor, sent: Form = Form(), complaints: [String] = []
    ) async -> Page? {
        await askable(query, sent, for: reader, visitor).map { page(of: $0, query, for: reader, sent: sent, complaints: complaints) }
    }

    private func page(
        of asked: Asked, _ query: ListQuery, for reader: Reader, sent: Form = Form(), complaints: [String] = []
    ) -> Page {
        let model = asked.model
        let today = reader.picture.zone.day(at: reader.now)
        let people = house.exports.people(in: asked.rows)
        let bodies = house.exports.recipients(in: reader.picture, on: today).filter(reader.sees)
            .compactMap { body in reader.picture.code(of: body).map { (code: $0, name: reader.name(body)) } }
            .sorted { reader.phrases.order(of: $0.name) < reader.phrases.order(of: $1.name) }
        return Page(reader.phrases("exports.ask", [Fact("list", reader.phrases("kind.\(model.kind.code).many"))]), isLive: false) { html in
            if !complaints.isEmpty {
                html.element(.div, [.class("errors"), .role("alert")]) { html in for line in complaints { html.element(.p, line) } }
            }
            let counted = asked.isTicked ? "exports.ticked" : "exports.counted"
            html.element(.p, reader.phrases(counted, [Fact("records", asked.rows.count), Fact("people", people)]))
            if asked.isTicked { reader.writeNamed(asked.rows.map(\.reference), &html) }
            let narrowed = self.narrowed(query, model.kind)
            if !narrowed.isEmpty {
                html.element(
                    .p, "\(reader.phrases("field.\(house.exports.kind.code).narrowed_to")): \(told(narrowed, of: model.kind, reader))")
            }
            html.element(
                .p,
                reader.phrases(
                    "exports.two", [Fact("count", house.exports.bounds.peopleForOne), Fact("days", house.exports.bounds.daysTogether)]))
            html.element(.form, [.class("record-form"), .action(.askExport(query)), .method(.post)]) { html in
                token(reader, &html)
                if asked.isTicked { self.carry(asked.rows, &html) }
                html.element(.fieldset) { html in
                    html.element(.legend, reader.phrases("exports.columns"))
                    for column in asked.columns { self.tick(column, of: model.kind, sent, reader, &html) }
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
                self.missing(reader, &html)
                self.line("expires_on", reader, &html) { id, html in
                    html.void(
                        .input,
                        [
                            .type("date"), .id(id), .name("expires_on"),
                            .value(sent["expires_on"] ?? today.adding(days: house.exports.bounds.longestOfMuch).description), .required,
                        ])
                }
                html.element(
                    .p,
                    reader.phrases(
                        "exports.kept", [Fact("days", house.exports.bounds.longest), Fact("much", house.exports.bounds.longestOfMuch)]))
                html.element(.button, [.type("submit")], reader.phrases("exports.ask_for"))
            }
        }
    }

    /// Whoever does not find the recipient registers it, or asks whoever keeps the bodies: an authority of another State is one too.
    private func missing(_ reader: Reader, _ html: inout HTML) {
        html.element(.p, [.class("quiet")]) { html in
            html.text(reader.phrases("exports.recipient_missing") + " ")
            let enters = reader.sight.enters(house.exports.recipients)
            html.element(
                .a, [.href(enters ? .new(file: house.exports.recipients.file) : .list(ListQuery(house.exports.recipients.file)))],
                reader.phrases("kind.\(house.exports.recipients.code).many"))
        }
    }

    /// What makes the same records come back with what is sent.
    private func carry(_ rows: [any AnyRow], _ html: inout HTML) {
        html.void(.input, [.type("hidden"), .name(LeavingPart.field), .value(LeavingPart.ticked.rawValue)])
        for row in rows { html.void(.input, [.type("hidden"), .name("code"), .value(row.code)]) }
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
            html.element(.label, [.for(id)], reader.phrases("field.\(house.exports.kind.code).\(name)"))
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
        return query.words.isEmpty ? narrowed : narrowed + [house.exports.soughtWords]
    }

    private func told(_ narrowed: [String], of kind: Kind, _ reader: Reader) -> String {
        narrowed.map { narrowing in
            guard narrowing != house.exports.soughtWords else { return reader.phrases("exports.words") }
            let parts = narrowing.split(separator: "=", maxSplits: 1).map(String.init)
            guard let column = parts.first.flatMap({ name in kind.columns.first { $0.name == name } }) else { return narrowing }
            let field = reader.voice.field(column, of: kind)
            guard parts.count == 2 else { return field }
            var value = parts[1]
            if case .choice = column.shape { value = reader.voice.word(value, of: column, kind) }
            return "\(field): \(value)"
        }
        .joined(separator: " · ")
    }

    /// What an export that waits for another officer would give: to whom, what of, and of whom, as far as the reader may know of them.
    func whatLeaves(by pending: PendingAct, _ reader: Reader) async -> [ToldPart] {
        guard pending.act == house.exports.asking.name.rawValue, case .success(let preview) = await served.preview(pending) else {
            return []
        }
        return preview.changes.compactMap { change in change.after.row.flatMap { house.exports.export($0, in: preview.picture) } }.map {
            whatLeaves(by: $0, reader)
        }
    }

    /// Who is to receive it, by their code; nil where the reader knows of none.
    private func recipient(_ code: String, _ reader: Reader) -> Reference? {
        let slot = house.exports.recipients.slot
        let recipient = reader.picture[slot: slot].number(of: code).map { Reference(slot: slot, number: $0) }
        return recipient.flatMap { reader.sees($0) ? $0 : nil }
    }

    private func whatLeaves(by export: KnownExport, _ reader: Reader) -> ToldPart {
        func label(_ field: String) -> String { reader.phrases("field.\(house.exports.kind.code).\(field)") }
        var lines: [(label: String, content: ToldPart.Content)] = [
            (label("list_of"), .text(reader.phrases("kind.\(export.listOf).many"))),
            (label("list_columns"), .text(fields(export.listColumns, of: export.listOf, reader))),
            (label("people"), .text(reader.phrases.grouped(export.people))), (label("purpose"), .text(export.purpose)),
        ]
        if let recipient = export.recipient { lines.append((label("recipient"), .record(recipient))) }
        if let last = export.expiresOn { lines.append((label("expires_on"), .text(reader.phrases.day(last)))) }
        if let asking = export.askedBy { lines.append((label("asked_by"), .record(asking))) }
        guard let kind = reader.picture.register.kind(export.listOf) else {
            return ToldPart("leaves", reader.phrases("exports.leaves"), lines)
        }
        if !export.narrowedTo.isEmpty { lines.append((label("narrowed_to"), .text(told(export.narrowedTo, of: kind, reader)))) }
        let records = export.disclosure?.numbers.map { Reference(slot: kind.slot, number: $0) } ?? []
        lines.append((reader.phrases("exports.records", [Fact("count", records.count)]), .records(records)))
        return ToldPart("leaves", reader.phrases("exports.leaves"), lines)
    }

    /// Asks for a list with sensitive columns: what is little is made at once, what is much waits for another officer.
    func askExport(_ query: ListQuery, _ sent: Form, _ visitor: Visitor) async throws -> Answer {
        let address = Address.askExport(query)
        // What is begun in view of a list leads back to it, in whatever language.
        let begins = LeavingPart(rawValue: sent[LeavingPart.field] ?? "") != nil && !sent.has("purpose")
        let reader = reader(visitor, await view(of: visitor), at: begins ? .list(query) : address)
        guard !begins else { return await askExport(of: query, beginning: sent, for: reader, visitor) }
        guard let asked = await askable(query, sent, for: reader, visitor) else {
            return await refused(.notFound, "error.not_found", visitor, at: address)
        }
        let model = asked.model
        func again(_ complaints: [String], _ status: Answer.Status) async -> Answer {
            await askExportPage(query, for: reader, visitor, sent: sent, complaints: complaints).map { document($0, for: reader, status) }
                ?? Answer(.notFound)
        }
        let ticked = asked.columns.map(\.name).filter(sent.all("column").contains)
        let purpose = String((sent["purpose"] ?? "").trimmed.prefix(FrontDesk.longestPurpose))
        let recipient = self.recipient(sent["recipient"] ?? "", reader)
        var complaints: [String] = []
        if ticked.isEmpty { complaints.append(reader.phrases("exports.no_column")) }
        if asked.rows.count > house.exports.bounds.records {
            let facts = [Fact("count", asked.rows.count), Fact("most", house.exports.bounds.records)]
            complaints.append(reader.phrases("refusal.list_too_long", facts))
        }
        if asked.rows.isEmpty { complaints.append(reader.phrases(asked.isTicked ? "exports.none_ticked" : "exports.nobody")) }
        if purpose.isEmpty { complaints.append(reader.phrases("exports.no_purpose")) }
        if recipient == nil { complaints.append(reader.phrases("exports.no_recipient")) }
        guard let recipient, complaints.isEmpty, let expiry = Day(sent["expires_on"] ?? "") else {
            return await again(complaints.isEmpty ? [reader.phrases("exports.no_expiry")] : complaints, .conflict)
        }
        let wish = WishedExport(
            list: model.kind.code, columns: ticked, numbers: asked.rows.map(\.number), narrowedTo: narrowed(query, model.kind),
            purpose: purpose, recipient: recipient, expiresOn: expiry)
        let request = ActRequest(
            act: house.exports.asking.name, by: visitor.authority(at: realNow),
            proposals: [.init(kind: house.exports.kind.code, code: "", values: house.exports.inputs(of: wish))])
        switch await served.perform(request) {
        case .success(let receipt):
            if let instead = try await settle(receipt, visitor) { return instead }
            let picture = await served.now().picture
            let code = receipt.records.first { $0.slot == house.exports.kind.slot }.flatMap { picture.code(of: $0) }
            return .seeOther(code.map { .export($0) } ?? .exports(LogQuery()))
        case .failure(.needsProof): return .proofNeeded
        case .failure(let denial): return await again(lines(denial, reader), .refused)
        }
    }
}
