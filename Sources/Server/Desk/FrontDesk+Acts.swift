import Addresses
import Engine
import Exchange
import Furniture
import Ledger
import Mounting
import Paperwork
import Phrases
import Rulebook

/// Verbs done by pages: the form of an act, what is sent from it, and the acts that stand on a record's page.
extension FrontDesk {
    /// The form of an act about a record, or from nothing; nil where the visitor may not do it, or it is not done to such a record.
    func actForm(_ address: ActAddress, for reader: Reader, _ visitor: Visitor) async -> ActForm? {
        guard let act = house.constitution.act(ActName(address.name)),
            let kind = reader.picture.register.kind(slot: act.slot), may(do: act, reader, visitor), reader.asOf == nil
        else { return nil }
        var about: Reference?
        if let record = address.about {
            guard let found = reference(record, reader), isDone(act, to: found) else { return nil }
            about = found
        } else if !act.makesRecords {
            return nil
        }
        let setting = setting(act, about: about, reader, visitor)
        // What the act begins with is told of what the visitor may know, and of nothing else.
        let row = act.beginning(self.setting(act, about: about, in: reader.seen, reader, visitor))
        let typing = typing(kind, reader)
        let asks = act.asks.compactMap { input in
            kind.columns.first { $0.name == input.column && reader.sight.sees($0, of: kind) }.map { ($0, input.isRequired) }
        }
        var texts: [String: String] = [:]
        for (column, _) in asks {
            guard let place = kind.place(of: column.name) else { continue }
            texts[column.name] = typing.text(of: row.value(place), in: column)
        }
        var form = ActForm(address, kind, asks: asks, about: about, texts: texts)
        form.bar = bar(act, setting, reader)
        form.button = button(act, about: about, reader)
        if act.name == .confirm, form.bar == nil { await tell(whatConfirmingDoes: about, in: &form, reader, visitor) }
        let touched = Set([about].compactMap { $0 })
        form.stops = reader.openSlips.filter {
            $0.severity == .stop && $0.stops.contains(act.name) && !touched.isDisjoint(with: $0.subjects)
        }
        return form
    }

    /// What the button says that does an act: of what is never taken back all that it does, and whoever confirms something is told what.
    private func button(_ act: Act, about: Reference?, _ reader: Reader) -> String? {
        guard act.name == .confirm else { return button(act.name.rawValue, of: 1, reader) }
        // What is only written, and by no act, has no name of its own to confirm.
        guard let pending = (about.flatMap { reader.picture[$0] } as? Row<PendingAct>)?.record,
            house.acts.contains(where: { $0.name.rawValue == pending.act })
        else { return nil }
        let verb = button(pending.act, of: pending.count ?? 1, reader) ?? reader.phrases("act.\(pending.act)")
        return reader.phrases("act.confirm.button", [Fact("act", verb)])
    }

    /// Nil where the act's own name says enough.
    func button(_ act: String, of count: Int, _ reader: Reader) -> String? {
        let phrase = count == 1 ? "act.\(act).button" : "act.\(act).button.many"
        return reader.phrases.has(phrase) ? reader.phrases(phrase, [Fact("count", count)]) : nil
    }

    /// Whoever is to confirm a proposal sees exactly what it would change, or why they cannot.
    private func tell(whatConfirmingDoes about: Reference?, in form: inout ActForm, _ reader: Reader, _ visitor: Visitor) async {
        let code = about.flatMap { reader.picture.code(of: $0) } ?? ""
        if let pending = reader.picture.find(PendingAct.self, code) { form.parts = await whatLeaves(by: pending, reader) }
        switch await served.preview(confirming(code, visitor)) {
        case .success(let preview): form.preview = PreviewText(preview, besides: form.parts, of: house.exports.kind)
        case .failure(let denial): form.bar = lines(denial, reader).joined(separator: " ")
        }
    }

    private func confirming(_ code: String, _ visitor: Visitor) -> ActRequest {
        ActRequest(act: .confirm, by: visitor.authority(at: realNow).looking, proposals: [.init(kind: PendingAct.code, code: code)])
    }

    /// Why the visitor cannot confirm a proposal; nil where they can.
    func whyNotConfirmed(_ pending: PendingAct, _ reader: Reader, _ visitor: Visitor) async -> String? {
        guard case .failure(let denial) = await served.preview(confirming(pending.heading.code, visitor)) else { return nil }
        return lines(denial, reader).joined(separator: " ")
    }

    /// What an open proposal would change, to whoever may know of it; or that its time is over, or why it can no longer be done.
    ///
    /// - Parameter parts: what of it is told in words.
    func whatIsProposed(
        _ pending: PendingAct, besides parts: [ToldPart], _ reader: Reader
    ) async -> (remarks: [String], preview: PreviewText?) {
        guard reader.now < pending.expires.instant else {
            return ([reader.phrases("proposal.lapsed", [Fact("expires", pending.expires)])], nil)
        }
        switch await served.preview(pending) {
        case .success(let preview): return ([], PreviewText(preview, besides: parts, of: house.exports.kind))
        case .failure(let denial): return (lines(denial, reader), nil)
        }
    }

    /// Does what was sent from an act's form.
    func perform(_ sent: Form, _ address: ActAddress, _ visitor: Visitor) async throws -> Answer {
        if address.about == nil, let file = sent["of"] { return try await perform(sent, address, toManyOf: file, visitor) }
        let reader = reader(visitor, await view(of: visitor), at: .act(address))
        guard var form = await actForm(address, for: reader, visitor) else {
            await noteTry(of: address, about: [address.about].compactMap { $0 }, visitor)
            return await refused(.notFound, "error.not_found", visitor, at: .act(address))
        }
        guard form.bar == nil else {
            if sent["act"] != "preview" { await noteTry(of: address, about: [address.about].compactMap { $0 }, visitor) }
            return document(form.page(for: reader), for: reader, .refused)
        }
        form.reason = sent["reason"] ?? ""
        form.overrideReason = sent["override"] ?? ""
        let values = inputs(sent, in: &form, for: reader)
        guard form.problems.isEmpty else { return document(form.page(for: reader), for: reader, .conflict) }
        var proposal = ActRequest.Proposal(kind: form.kind.code, code: "", values: values)
        if let about = form.about, let kind = reader.picture.register.kind(slot: about.slot) {
            proposal = ActRequest.Proposal(kind: kind.code, code: reader.picture.code(of: about) ?? "", values: values)
            proposal.isOrigin = true
        }
        let request = ActRequest(
            act: ActName(address.name), by: visitor.authority(at: realNow), reason: form.reason.trimmed,
            overrideReason: form.overrideReason.trimmed,
            proposals: [proposal])
        if sent["act"] == "preview" { return await previewed(request, &form, reader) }
        switch await served.perform(request) {
        case .success(let receipt):
            if let instead = try await settle(receipt, visitor) { return instead }
            return .seeOther(await place(of: receipt, form, visitor))
        case .failure(.needsProof): return .proofNeeded
        case .failure(let denial):
            let status = complain(of: denial, in: &form, for: reader)
            return document(form.page(for: reader), for: reader, status)
        }
    }

    /// Lets the house know of a try that a page refuses by itself, so that it leaves the same trace as by any other way. Nothing is done by
    /// it: where the house would do the act by now, it is not asked.
    func noteTry(of address: ActAddress, about: [RecordAddress], _ visitor: Visitor) async {
        guard let act = house.constitution.act(ActName(address.name)), act.standing == .world else { return }
        let proposals = about.compactMap { record in
            house.register.kind(file: record.file).map { kind in
                var proposal = ActRequest.Proposal(kind: kind.code, code: record.code)
                proposal.isOrigin = true
                return proposal
            }
        }
        guard !proposals.isEmpty else { return }
        await served.noteTry(ActRequest(act: act.name, by: visitor.authority(at: realNow), proposals: proposals))
    }

    func address(of reference: Reference, _ reader: Reader) -> RecordAddress? {
        guard let kind = reader.picture.register.kind(slot: reference.slot), let code = reader.picture.code(of: reference) else {
            return nil
        }
        return RecordAddress(kind.file, code)
    }

    /// The form with what it would do, or why it would be refused.
    func previewed(_ request: ActRequest, _ form: inout ActForm, _ reader: Reader) async -> Answer {
        switch await served.preview(request) {
        case .success(let preview):
            form.preview = PreviewText(preview, of: house.exports.kind)
            return document(form.page(for: reader), for: reader)
        case .failure(.needsProof): return .proofNeeded
        case .failure(let denial):
            let status = complain(of: denial, in: &form, for: reader)
            return document(form.page(for: reader), for: reader, status)
        }
    }

    /// The acts that can be done at a record, with the reason why not now.
    func offers(at reference: Reference, for reader: Reader, _ visitor: Visitor) -> [ActOffer] {
        guard reader.asOf == nil, let file = reader.picture.register.kind(slot: reference.slot)?.file,
            let code = reader.picture.code(of: reference)
        else { return [] }
        return house.acts.compactMap { act in
            guard may(do: act, reader, visitor),
                isDone(act, to: reference)
            else { return nil }
            // What is somebody's own to do is offered to nobody else.
            if let owner = reader.picture[reference].flatMap({ act.owner(of: $0) }), !reader.sight.audits,
                reader.picture.code(of: owner) != visitor.actor
            {
                return nil
            }
            let bar = bar(act, setting(act, about: reference, reader, visitor), reader)
            return ActOffer(ActAddress(act.name.rawValue, about: RecordAddress(file, code)), bar: bar)
        }
    }

    /// Whether an act is the visitor's to do now.
    func may(do act: Act, _ reader: Reader, _ visitor: Visitor) -> Bool {
        reader.asOf == nil && house.constitution.lets(visitor.rights, do: act)
    }

    /// The acts that make records of a kind from nothing.
    func offers(making kind: Kind, for reader: Reader) -> [ActOffer] {
        guard reader.asOf == nil, reader.sight.changes(kind) else { return [] }
        // A list is asked for where it stands, and not by the numbers of its records.
        return house.acts.filter { $0.slot == kind.slot && $0.makesRecords && !$0.changesRecords && $0.name != house.exports.asking.name }
            .map { ActOffer(ActAddress($0.name.rawValue), bar: nil) }
    }

    private func isDone(_ act: Act, to reference: Reference) -> Bool { isDone(act, toKind: reference.slot) }

    func isDone(_ act: Act, toKind slot: Int) -> Bool { act.origins.contains(slot) || act.changesRecords && act.slot == slot }

    func reference(_ record: RecordAddress, _ reader: Reader) -> Reference? {
        guard let kind = reader.picture.register.kind(file: record.file),
            let number = reader.picture[slot: kind.slot].number(of: record.code)
        else { return nil }
        let reference = Reference(slot: kind.slot, number: number)
        return reader.sees(reference) ? reference : nil
    }

    func setting(_ act: Act, about: Reference?, _ reader: Reader, _ visitor: Visitor) -> Act.Setting {
        setting(act, about: about, in: reader.picture, reader, visitor)
    }

    func setting(
        _ act: Act, about: Reference?, in picture: Picture, _ reader: Reader, _ visitor: Visitor
    ) -> Act.Setting {
        let origin = about.flatMap { act.origins.contains($0.slot) ? $0 : nil }
        let before = origin == nil ? about.flatMap { picture[$0] } : nil
        return Act.Setting(
            picture: picture, before: before, origin: origin, number: before?.number ?? picture.nextNumber(slot: act.slot),
            code: before?.code ?? "", officer: visitor.actor, happened: reader.now)
    }

    func bar(_ act: Act, _ setting: Act.Setting, _ reader: Reader) -> String? {
        do throws(Refusal) { try act.refuseBarred(setting) } catch { return reader.voice.refusal(error, naming: reader.name) }
        return nil
    }

    /// What was given. All that stands in the form counts as said: what its sender saw there is what they meant.
    func inputs(_ sent: Form, in form: inout ActForm, for reader: Reader) -> [(column: String, value: Value)] {
        let typing = typing(form.kind, reader)
        var values: [(column: String, value: Value)] = []
        for (column, isRequired) in form.asks {
            // A field that was left out is a blank one: by leaving out nobody has anything filled in.
            let text = (sent["to-\(column.name)"] ?? "").normalLines
            let was = (sent["was-\(column.name)"] ?? "").normalLines
            form.texts[column.name] = text
            form.before[column.name] = was
            // What is left blank is given as blank: nothing that its sender may not know is filled in behind their back. Of several
            // records each keeps its own.
            guard !text.isEmpty || isRequired else {
                if form.many == nil { values.append((column.name, .absent)) }
                continue
            }
            do throws(Problem) {
                let value = try typing.value(of: text, in: column)
                guard value != .absent || !isRequired else { throw .requiredIsBlank }
                values.append((column.name, value))
            } catch {
                form.problems[column.name] = Finding(error, file: form.kind.file).sentence(in: reader.phrases)
            }
        }
        return values
    }

    /// Says in the form why it was not done. That there is nothing to do is no fault of anybody's.
    func complain(of denial: Denial, in form: inout ActForm, for reader: Reader) -> Answer.Status {
        let lines = lines(denial, reader)
        if case .refused(let refusal) = denial, refusal.code == EngineRefusal.nothingDue.rawValue {
            form.calm = lines
            return .fine
        }
        if case .refused(let refusal) = denial, let field = refusal.facts.first(where: { $0.name == "field" }),
            case .text(let column) = field.content, form.asks.contains(where: { $0.column.name == column })
        {
            form.problems[column] = lines.joined(separator: " ")
        } else {
            form.complaints = lines
        }
        if case .stopped = denial { form.isStopped = true }
        return .refused
    }

    /// The record that the act wrote, told with its entry.
    private func place(of receipt: Receipt, _ form: ActForm, _ visitor: Visitor) async -> Address {
        let picture = await served.now().picture
        let written = receipt.records.first { $0.slot == form.kind.slot } ?? form.about
        guard let written, let kind = picture.register.kind(slot: written.slot), let code = picture.code(of: written) else {
            return .list(ListQuery(form.kind.file))
        }
        return .record(RecordAddress(kind.file, code, written: receipt.wasWritten ? nil : receipt.sequence))
    }
}

extension PreviewText {
    /// What an act would do; that a proposal is decided on with it goes without saying.
    ///
    /// - Parameter parts: what of it is told in words: an export, and not field by field once more.
    fileprivate init(_ preview: Preview, besides parts: [ToldPart] = [], of exports: Kind) {
        let told = parts.isEmpty ? [PendingAct.slot] : [PendingAct.slot, exports.slot]
        self.init(
            preview.changes.filter { !told.contains($0.after.reference.slot) }.map { ($0.after.reference, $0.before, $0.after.row) },
            appeared: preview.appeared, gone: preview.gone, isAll: parts.isEmpty)
    }
}
