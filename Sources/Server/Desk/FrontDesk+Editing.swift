import Addresses
import Exchange
import Furniture
import House
import Ledger
import Phrases
import Rulebook

extension FrontDesk {
    /// The form of a record, or of one that is not there yet; nil where the visitor may not change it.
    func form(_ file: String, _ code: String?, for reader: Reader) -> RecordForm? {
        guard let kind = reader.picture.register.kind(file: file), reader.sight.sees(kind), reader.sight.changes(kind) else { return nil }
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
            texts[column.name] = typing.text(of: (row ?? blank)?.value(place) ?? .absent, in: column)
        }
        var form = RecordForm(kind, code.map { .edit(code: $0) } ?? .new, texts: texts)
        form.acts = Rights.acts(on: kind)
        form.mayPrepare = reader.sight.enters(kind)
        return form
    }

    private func typing(_ kind: Kind, _ reader: Reader) -> Typing {
        Typing(kind, in: reader.picture, vocabulary: vocabulary) { reader.sees($0) }
    }

    /// Writes what somebody changed in a form, and nothing else of the record.
    func write(_ sent: Form, file: String, code: String?, _ visitor: Visitor, at address: Address) async -> Answer {
        let reader = reader(visitor, await hall.now(), at: address)
        guard var form = form(file, code, for: reader) else { return await refused(.notFound, "error.not_found", visitor, at: address) }
        if let confirm = mustProve(form.kind, visitor, address) { return confirm }
        if code != nil, await !noteReading(of: form.kind, "\(form.kind.code)/\(code ?? "")", reader, visitor) {
            return await refused(.unavailable, "error.journal", visitor, at: address)
        }
        let isRemoval = sent["act"] == "remove"
        form.act = sent["as"].flatMap { form.acts.contains($0) ? $0 : nil } ?? ""
        let values = isRemoval ? [] : changes(sent, in: &form, for: reader)
        guard form.problems.isEmpty, form.theirs.isEmpty else { return document(form.page(for: reader), for: reader, .conflict) }
        let name = code ?? sent["to-code"]?.trimmed ?? ""
        if code == nil, reader.picture[slot: form.kind.slot].number(of: name) != nil {
            form.problems["code"] = reader.phrases("form.code_taken", [Fact("code", name)])
            return document(form.page(for: reader), for: reader, .conflict)
        }
        if let ceiling = aboveOwnCeiling(values, visitor) {
            form.problems["classification"] = reader.phrases("form.above_own_ceiling", [Fact("ceiling", .word(ceiling.rawValue))])
            return document(form.page(for: reader), for: reader, .refused)
        }
        var proposal = ActRequest.Proposal(kind: form.kind.code, code: name, values: values, removes: isRemoval)
        proposal.isNew = code == nil
        proposal.expected = expected(values, of: name, form.kind, reader)
        let request = ActRequest(
            act: isRemoval ? .remove : form.act.isEmpty ? .edit : ActName(form.act), actor: visitor.actor,
            reason: sent["reason"]?.trimmed ?? "",
            overrideReason: sent["override"]?.trimmed ?? "", proposals: [proposal])
        switch await hall.perform(request) {
        case .success(let receipt):
            await accountsChanged(form.kind)
            return .seeOther(
                isRemoval
                    ? .list(ListQuery(file)) : .record(RecordAddress(file, name, written: receipt.wasWritten ? nil : receipt.sequence)))
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
        form.reason = sent["reason"] ?? ""
        for column in form.kind.columns where reader.sight.sees(column, of: form.kind) {
            guard let text = sent["to-\(column.name)"]?.normalLines else { continue }
            let was = (sent["was-\(column.name)"] ?? "").normalLines
            let stands = form.texts[column.name] ?? ""
            form.texts[column.name] = text
            form.before[column.name] = was
            guard text != was || (column.isRequired && text.isEmpty) else {
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
                if column.name != "code" { values.append((column.name, value)) }
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

    /// What somebody may not know of they do not make: they would lose sight of it themselves.
    private func aboveOwnCeiling(_ values: [(column: String, value: Value)], _ visitor: Visitor) -> Classification? {
        for (column, value) in values where column == "classification" {
            if let wished = Classification(value), wished.grade > visitor.rights.ceiling.grade { return visitor.rights.ceiling }
        }
        return nil
    }

    private func complain(of denial: Denial, in form: inout RecordForm, for reader: Reader) {
        let text = reader.voice.denial(denial, naming: reader.name)
        if case .refused(let refusal) = denial, let field = refusal.facts.first(where: { $0.name == "field" }),
            case .text(let column) = field.content, form.kind.place(of: column) != nil
        {
            form.problems[column] = text
        } else {
            form.complaints = text.split(separator: "\n").map(String.init)
        }
        if case .stopped = denial { form.isStopped = true }
    }

    /// Kinds that are changed only by somebody who has just proved who they are.
    static let guarded: Set<Int> = [Account.slot, Grant.slot, Waiver.slot]

    /// Who may do what is changed only by somebody who has just proved who they are.
    func mustProve(_ kind: Kind, _ visitor: Visitor, _ back: Address) -> Answer? {
        guard FrontDesk.guarded.contains(kind.slot), visitor.session?.isStale(at: realNow) ?? true else { return nil }
        return .seeOther(.confirm(back: back.text))
    }

    /// Ends what an account's holder has open, and what was made to let them or their programs in.
    func shutOut(_ account: String) async {
        for key in await sessions.endAll(of: account) { await feed.close(key) }
        try? await credentials.revoke(account)
    }

    /// Closed accounts and altered grants count at once: who lost their rights is shown nothing more.
    func accountsChanged(_ kind: Kind) async {
        guard kind.slot == Account.slot else { return }
        let picture = await hall.now().picture
        for account in picture.all(Account.self) where account.isClosed {
            await shutOut(account.heading.code)
            try? await credentials.remove(account.heading.code)
        }
    }

    /// Sets one field of several records in one entry.
    func writeMany(_ sent: Form, file: String, _ visitor: Visitor, at address: Address) async -> Answer {
        let reader = reader(visitor, await hall.now(), at: address)
        let back = sent["back"].flatMap { Address($0) } ?? .list(ListQuery(file))
        guard let kind = reader.picture.register.kind(file: file), reader.sight.sees(kind), reader.sight.enters(kind),
            let column = sent["field"].flatMap({ name in kind.columns.first { $0.name == name } }), column.name != "code",
            reader.sight.sees(column, of: kind)
        else { return await refused(.notFound, "error.not_found", visitor, at: address) }
        if let confirm = mustProve(kind, visitor, back) { return confirm }
        let codes = sent.all("code").filter { code in
            reader.picture[slot: kind.slot].number(of: code).flatMap { reader.picture[slot: kind.slot][$0] }
                .map { reader.sight.sees($0, of: kind) } ?? false
        }
        guard !codes.isEmpty else { return told([reader.phrases("bulk.none")], back, reader, .refused) }
        let value: Value
        do throws(Problem) {
            value = try typing(kind, reader).value(of: sent["value"] ?? "", in: column)
        } catch {
            return told([Finding(error, file: kind.file).sentence(in: reader.phrases)], back, reader, .refused)
        }
        if aboveOwnCeiling([(column.name, value)], visitor) != nil {
            return told(
                [reader.phrases("form.above_own_ceiling", [Fact("ceiling", .word(visitor.rights.ceiling.rawValue))])], back, reader,
                .refused)
        }
        let request = ActRequest(
            act: .edit, actor: visitor.actor, reason: sent["reason"]?.trimmed ?? "",
            proposals: codes.map { ActRequest.Proposal(kind: kind.code, code: $0, values: [(column.name, value)]) })
        switch await hall.perform(request) {
        case .success(let receipt):
            await accountsChanged(kind)
            return written(receipt, codes.count, back, reader)
        case .failure(let denial): return told(lines(denial, reader), back, reader, .refused)
        }
    }

    /// Takes an entry back, where nobody has gone on from it.
    func takeBack(_ entry: Int, _ visitor: Visitor, at address: Address) async throws(JournalFailure) -> Answer {
        let reader = reader(visitor, await hall.now(), at: address)
        guard let taking = try await hall.takingBack(entry, by: visitor.actor) else {
            return await refused(.notFound, "error.not_found", visitor, at: address)
        }
        let kinds = taking.proposals.compactMap { reader.picture.register.kind($0.kind) }
        // Of an entry that the visitor did not make themselves, nothing is told, not even that it is there.
        guard kinds.allSatisfy(reader.sight.changes), taking.proposals.allSatisfy({ mayRestore($0, reader, visitor) }),
            taking.changedSince.allSatisfy(reader.sees), !kinds.isEmpty || !taking.changedSince.isEmpty
        else {
            return await refused(.notFound, "error.not_found", visitor, at: address)
        }
        for kind in kinds { if let confirm = mustProve(kind, visitor, .readiness) { return confirm } }
        guard taking.changedSince.isEmpty else {
            let names = taking.changedSince.map { reader.phrases("undo.changed_since", [Fact("record", reader.name($0))]) }
            return told(names, .readiness, reader, .conflict)
        }
        let request = ActRequest(
            act: .edit, actor: visitor.actor, reason: reader.phrases("undo.reason", [Fact("entry", entry)]), proposals: taking.proposals)
        switch await hall.perform(request) {
        case .success:
            for kind in kinds { await accountsChanged(kind) }
            return told([reader.phrases("undo.done", [Fact("entry", entry)])], place(of: taking, reader), reader, .fine)
        case .failure(let denial): return told(lines(denial, reader), .readiness, reader, .refused)
        }
    }

    /// Nothing is made as it was that the visitor may no longer know of.
    private func mayRestore(_ proposal: ActRequest.Proposal, _ reader: Reader, _ visitor: Visitor) -> Bool {
        guard let kind = reader.picture.register.kind(proposal.kind) else { return false }
        let number = reader.picture[slot: kind.slot].number(of: proposal.code)
        guard number.map({ reader.sees(Reference(slot: kind.slot, number: $0)) }) ?? true else { return false }
        return aboveOwnCeiling(proposal.values, visitor) == nil
            && proposal.values.allSatisfy { change in
                kind.place(of: change.column).map { reader.sight.sees(kind.columns[$0], of: kind) } ?? false
            }
    }

    private func place(of taking: TakingBack, _ reader: Reader) -> Address {
        guard let first = taking.proposals.first, let kind = reader.picture.register.kind(first.kind) else { return .readiness }
        guard taking.proposals.count == 1, !first.removes else { return .list(ListQuery(kind.file)) }
        return .record(RecordAddress(kind.file, first.code))
    }

    func lines(_ denial: Denial, _ reader: Reader) -> [String] {
        reader.voice.denial(denial, naming: reader.name).split(separator: "\n").map(String.init)
    }

    /// A page that says how something came out, with the way on.
    func told(_ lines: [String], _ on: Address, _ reader: Reader, _ status: Answer.Status) -> Answer {
        let page = Page(reader.phrases(status == .fine ? "told.done" : "told.not_done"), isLive: false) { html in
            html.element(.div, status == .fine ? [.role("status")] : [.class("errors"), .role("alert")]) { html in
                for line in lines { html.element(.p, line) }
            }
            html.element(.p) { $0.element(.a, [.href(on)], reader.phrases("told.on")) }
        }
        return document(page, for: reader, status)
    }

    /// The page after several records were changed at once: what was done, and the way back.
    private func written(_ receipt: Chancery.Receipt, _ count: Int, _ on: Address, _ reader: Reader) -> Answer {
        let page = Page(reader.phrases("told.done"), isLive: false) { html in
            html.element(.p, [.role("status")], reader.phrases("bulk.done", [Fact("count", count), Fact("entry", receipt.sequence)]))
            if !receipt.wasWritten {
                html.element(.form, [.action(.undo(entry: receipt.sequence)), .method(.post)]) { html in
                    token(reader, &html)
                    html.element(.button, [.type("submit")], reader.phrases("record.undo"))
                }
            }
            html.element(.p) { $0.element(.a, [.href(on)], reader.phrases("told.on")) }
        }
        return document(page, for: reader)
    }
}

extension String {
    /// Without spaces at its edges.
    var trimmed: String {
        let start = drop { $0.isWhitespace }
        return String(start.reversed().drop { $0.isWhitespace }.reversed())
    }

    /// As forms send lines, and as fields hold them: broken by one character.
    fileprivate var normalLines: String { replacing("\r\n", with: "\n") }
}
