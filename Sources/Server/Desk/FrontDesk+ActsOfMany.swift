import Addresses
import Engine
import Furniture
import Ledger
import Mounting
import Phrases
import Rulebook

/// A verb done to all the ticked records of a list, in one entry: everything or nothing.
extension FrontDesk {
    /// The acts that can be done to several records of a kind at once: those that take one officer; and erasing, of which many wait as one
    /// proposal, since their date comes for all of them on one day.
    func actsOfMany(_ kind: Kind, for reader: Reader, _ visitor: Visitor) -> [ActAddress] {
        guard reader.asOf == nil else { return [] }
        return house.acts.filter { act in
            (act.officers == .one || act.name == .erase) && act.name != .confirm && !act.isOwners && isDone(act, toKind: kind.slot)
                && may(do: act, reader, visitor)
        }
        .map { ActAddress($0.name.rawValue) }
    }

    /// Asks for the inputs, or does what was sent with them.
    func perform(_ sent: Form, _ address: ActAddress, toManyOf file: String, _ visitor: Visitor) async throws -> Answer {
        // What is asked in view of a list leads back to it, in whatever language.
        let reader = reader(visitor, await view(of: visitor), at: .list(list(sent["back"], of: file)))
        guard let kind = reader.picture.register.kind(file: file), reader.sight.sees(kind),
            actsOfMany(kind, for: reader, visitor).contains(ActAddress(address.name)),
            let act = house.constitution.act(ActName(address.name)),
            let written = reader.picture.register.kind(slot: act.slot)
        else {
            await noteTry(of: address, about: sent.all("code").map { RecordAddress(file, $0) }, visitor)
            return await refused(.notFound, "error.not_found", visitor, at: .act(address))
        }
        let many = ticked(sent, of: kind, for: act, reader, visitor)
        guard !many.ticked.isEmpty || !many.leftOut.isEmpty else {
            return told([reader.phrases("bulk.none")], .list(many.back), reader, .refused)
        }
        var form = form(of: act, writing: written, address, many, reader, visitor)
        guard sent["stage"] != "ask" else { return document(form.page(for: reader), for: reader) }
        guard form.bar == nil else {
            await noteTry(of: address, about: many.leftOut.compactMap { self.address(of: $0.record, reader) }, visitor)
            return document(form.page(for: reader), for: reader, .refused)
        }
        form.reason = sent["reason"] ?? ""
        form.overrideReason = sent["override"] ?? ""
        let values = inputs(sent, in: &form, for: reader)
        guard form.problems.isEmpty else { return document(form.page(for: reader), for: reader, .conflict) }
        let request = ActRequest(
            act: act.name, by: visitor.authority(at: realNow), reason: form.reason.trimmed, overrideReason: form.overrideReason.trimmed,
            proposals: many.ticked.compactMap { reader.picture.code(of: $0) }.map { code in
                var proposal = ActRequest.Proposal(kind: kind.code, code: code, values: values)
                proposal.isOrigin = true
                return proposal
            })
        if sent["act"] == "preview" { return await previewed(request, &form, reader) }
        switch await served.perform(request) {
        case .success(let receipt):
            if let instead = try await settle(receipt, visitor) { return instead }
            let line = reader.phrases(
                "act.many.done",
                [
                    Fact("act", reader.phrases("act.\(address.name)")), Fact("count", many.ticked.count), Fact("entry", receipt.sequence),
                ])
            let after = self.reader(visitor, await served.now(), at: .list(many.back))
            let leftOut = many.leftOut.map { "\(after.name($0.record)): \($0.why)" }
            let lines =
                leftOut.isEmpty ? [line] : [line, after.phrases("act.many.left_out", [Fact("count", leftOut.count)])] + leftOut
            return self.receipt(receipt, lines, .list(many.back), after, isFinal: act.takenBackWithin == nil)
        case .failure(.needsProof): return .proofNeeded
        case .failure(let denial):
            let status = complain(of: denial, in: &form, for: reader)
            return document(form.page(for: reader), for: reader, status)
        }
    }

    /// The records that were ticked and that the visitor may know, each once, told apart by whether the act can be done to them now.
    private func ticked(_ sent: Form, of kind: Kind, for act: Act, _ reader: Reader, _ visitor: Visitor) -> ManyRecords {
        var ticked: [Reference] = []
        var leftOut: [(record: Reference, why: String)] = []
        var seen: Set<String> = []
        for code in sent.all("code") where seen.insert(code).inserted {
            guard let record = reference(RecordAddress(kind.file, code), reader) else { continue }
            if let why = bar(act, setting(act, about: record, reader, visitor), reader) {
                leftOut.append((record, why))
            } else {
                ticked.append(record)
            }
        }
        return ManyRecords(from: list(sent["back"], of: kind.file), ticked: ticked, leftOut: leftOut)
    }

    private func form(
        of act: Act, writing kind: Kind, _ address: ActAddress, _ many: ManyRecords, _ reader: Reader, _ visitor: Visitor
    ) -> ActForm {
        let seen = reader.seen
        let begun = many.ticked.map { act.beginning(setting(act, about: $0, in: seen, reader, visitor)) }
        let asks = act.asks.compactMap { input -> (Kind.Column, Bool)? in
            guard let place = kind.place(of: input.column), reader.sight.sees(kind.columns[place], of: kind) else { return nil }
            // What each of them begins with by itself need not be said: whoever said it would say the same for every one.
            let column = kind.columns[place]
            let says = begun.allSatisfy { $0.value(place) != .absent && column.emptyWord.map(Value.text) != $0.value(place) }
            return (column, input.isRequired && !(says && !begun.isEmpty))
        }
        var form = ActForm(address, kind, asks: asks, about: nil, texts: [:])
        form.many = many
        form.button = button(act.name.rawValue, of: many.ticked.count, reader)
        if many.ticked.isEmpty { form.bar = reader.phrases("act.many.none") }
        let touched = Set(many.ticked)
        form.stops = reader.openSlips.filter {
            $0.severity == .stop && $0.stops.contains(act.name) && !touched.isDisjoint(with: $0.subjects)
        }
        return form
    }
}
