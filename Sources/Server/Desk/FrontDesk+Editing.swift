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
    /// The form of a record, or of one that is not there yet; nil where the visitor may not change it.
    func form(_ file: String, _ code: String?, for reader: Reader) -> RecordForm? {
        guard let kind = reader.picture.register.kind(file: file), reader.sight.sees(kind), reader.sight.changes(kind),
            code != nil || reader.sight.enters(kind)
        else { return nil }
        let typing = typing(kind, reader)
        var row: (any AnyRow)?
        if let code {
            guard let number = reader.picture[slot: kind.slot].number(of: code), let found = reader.picture[slot: kind.slot][number],
                reader.sight.sees(found, of: kind)
            else { return nil }
            row = found
        }
        let blank = try? kind.row(1, [])
        var texts: [String: String] = [:]
        for (place, column) in kind.columns.enumerated() where reader.sight.sees(column, of: kind) {
            let value = (row ?? blank)?.value(place) ?? .absent
            // A day that nobody has said stands as the first of all days; nobody means that one.
            texts[column.name] = row == nil && value == Day.blank.value ? "" : typing.text(of: value, in: column)
        }
        var form = RecordForm(kind, code.map { .edit(code: $0) } ?? .new, texts: texts)
        form.closed = house.constitution.actOnly.closed(of: kind, as: row)
        form.withheld = house.constitution.actOnly.withheld(of: kind)
        form.mayPrepare = reader.sight.enters(kind)
        return form
    }

    /// Whether it is meant: one key too many takes no record away.
    private func removal(of code: String, _ form: RecordForm, for reader: Reader) -> Page {
        let number = reader.picture[slot: form.kind.slot].number(of: code)
        let name = number.map { reader.name(Reference(slot: form.kind.slot, number: $0)) } ?? code
        let address = Address.edit(RecordAddress(form.kind.file, code))
        return Page(reader.phrases("form.remove_title", [Fact("record", name)]), isLive: false) { html in
            html.element(.p, reader.phrases("form.remove_explain"))
            html.element(.form, [.class("record"), .action(address), .method(.post)]) { html in
                token(reader, &html)
                html.void(.input, [.type("hidden"), .name("confirmed"), .value("yes")])
                Self.field(
                    "reason", reader.phrases("form.reason"), "text",
                    [.required, .value(form.reason), .autocomplete("off"), .maxlength(1000)], &html)
                html.element(.div, [.class("buttons")]) { html in
                    html.element(.button, [.type("submit"), .name("act"), .value("remove")], reader.phrases("form.remove"))
                    html.element(.a, [.href(.record(RecordAddress(form.kind.file, code)))], reader.phrases("form.leave"))
                }
            }
        }
    }

    func typing(_ kind: Kind, _ reader: Reader) -> Typing {
        Typing(kind, in: reader.picture, vocabulary: vocabulary) { reader.sees($0) }
    }

    /// Writes what somebody changed in a form, and nothing else of the record.
    func write(_ sent: Form, file: String, code: String?, _ visitor: Visitor, at address: Address) async throws -> Answer {
        let reader = reader(visitor, await view(of: visitor), at: address)
        guard var form = form(file, code, for: reader) else { return await refused(.notFound, "error.not_found", visitor, at: address) }
        form.reason = sent["reason"] ?? ""
        let isRemoval = sent["act"] == "remove"
        if isRemoval, let code, !sent.has("confirmed") { return document(removal(of: code, form, for: reader), for: reader) }
        let values = isRemoval ? [] : changes(sent, in: &form, for: reader)
        guard form.problems.isEmpty, form.theirs.isEmpty else { return document(form.page(for: reader), for: reader, .conflict) }
        let name = code ?? sent["to-code"]?.trimmed ?? ""
        let removedName =
            reader.picture[slot: form.kind.slot].number(of: name).map {
                reader.name(Reference(slot: form.kind.slot, number: $0))
            } ?? name
        if code == nil, reader.picture[slot: form.kind.slot].number(of: name) != nil {
            form.problems["code"] = reader.phrases("form.code_taken", [Fact("code", name)])
            return document(form.page(for: reader), for: reader, .conflict)
        }
        var proposal = ActRequest.Proposal(kind: form.kind.code, code: name, values: values, removes: isRemoval)
        proposal.isNew = code == nil
        proposal.expected = expected(values, of: name, form.kind, reader)
        let request = ActRequest(
            act: isRemoval ? .remove : .edit, by: visitor.authority(at: realNow), reason: sent["reason"]?.trimmed ?? "",
            proposals: [proposal])
        switch await served.perform(request) {
        case .success(let receipt):
            if let instead = try await settle(receipt, visitor) { return instead }
            guard !isRemoval else {
                let line = reader.phrases("form.removed", [Fact("record", removedName), Fact("entry", receipt.sequence)])
                let list = Address.list(ListQuery(file))
                return self.receipt(receipt, [line], list, self.reader(visitor, await served.now(), at: list))
            }
            return .seeOther(.record(RecordAddress(file, name, written: receipt.wasWritten ? nil : receipt.sequence)))
        case .failure(.needsProof): return .proofNeeded
        case .failure(let denial):
            complain(of: denial, in: &form, for: reader)
            return document(form.page(for: reader), for: reader, .refused)
        }
    }

    /// The fields that the reader changed, with what they mean. What cannot be understood is marked, and so is what somebody else changed
    /// since the form was shown.
    private func changes(_ sent: Form, in form: inout RecordForm, for reader: Reader) -> [(column: String, value: Value)] {
        let typing = typing(form.kind, reader)
        var values: [(column: String, value: Value)] = []
        for column in form.kind.columns where reader.sight.sees(column, of: form.kind) {
            guard !form.closed.contains(column.name), let text = sent["to-\(column.name)"]?.normalLines else { continue }
            let was = (sent["was-\(column.name)"] ?? "").normalLines
            let stands = form.texts[column.name] ?? ""
            form.texts[column.name] = text
            form.before[column.name] = was
            // Of a new record all that stands in the form is sent: what it shows by itself is what its sender has agreed to.
            guard text != was || (form.purpose == .new && !text.isEmpty) || (column.isRequired && text.isEmpty) else {
                form.texts[column.name] = stands
                form.before[column.name] = stands
                continue
            }
            if case .edit = form.purpose, stands.normalLines != was, stands != text {
                // Sent again, the form says that its sender has seen what the other wrote.
                form.theirs[column.name] = stands
                form.before[column.name] = stands
            }
            do throws(Problem) {
                let value = try typing.value(of: text, in: column)
                if !column.isCode { values.append((column.name, value)) }
            } catch {
                form.problems[column.name] = Finding(error, file: form.kind.file).sentence(in: reader.phrases)
            }
        }
        return values
    }

    /// What the changed fields held when this was decided to be written: whoever changes one of them at the same moment comes first.
    private func expected(
        _ values: [(column: String, value: Value)], of code: String, _ kind: Kind, _ reader: Reader
    ) -> [(column: String, value: Value)] {
        guard let number = reader.picture[slot: kind.slot].number(of: code), let row = reader.picture[slot: kind.slot][number] else {
            return []
        }
        return values.compactMap { change in kind.place(of: change.column).map { (change.column, row.value($0)) } }
    }

    private func complain(of denial: Denial, in form: inout RecordForm, for reader: Reader) {
        let lines = lines(denial, reader)
        if case .refused(let refusal) = denial, let field = refusal.facts.first(where: { $0.name == "field" }),
            case .text(let column) = field.content, form.kind.place(of: column) != nil
        {
            form.problems[column] = lines.joined(separator: " ")
        } else {
            form.complaints = lines
        }
    }
}
