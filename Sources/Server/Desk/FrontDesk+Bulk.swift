import Addresses
import Engine
import Exchange
import Furniture
import Ledger
import Mounting
import Paperwork
import Phrases
import Rulebook

/// Several records changed in one entry, and an entry taken back.
extension FrontDesk {
    /// Sets one field of several records in one entry.
    func writeMany(_ sent: Form, file: String, _ visitor: Visitor, at address: Address) async throws -> Answer {
        let back = list(sent["back"], of: file)
        let reader = reader(visitor, await view(of: visitor), at: .list(back))
        /// The list with all that was sent, and why it was not taken.
        func again(_ complaints: [String]) async -> Answer {
            var bulk = BulkForm(sent)
            bulk.complaints = complaints
            guard let model = await model(of: back, for: reader, visitor), await noteReading(of: model, reader, visitor) else {
                return told(complaints, .list(back), reader, .refused)
            }
            return document(
                model.page(
                    for: reader, kept: await keptLists(of: file, visitor),
                    asks: house.constitution.lets(visitor.rights, do: house.exports.asking),
                    bulk: bulk,
                    acts: actsOfMany(model.kind, for: reader, visitor), formats: formatsOfLists(for: reader)),
                for: reader, .refused)
        }
        guard let kind = reader.picture.register.kind(file: file), reader.sight.sees(kind), reader.sight.enters(kind),
            let column = sent["field"].flatMap({ name in kind.columns.first { $0.name == name } }), !column.isCode,
            reader.sight.sees(column, of: kind)
        else {
            guard sent["field"] == "" else { return await refused(.notFound, "error.not_found", visitor, at: address) }
            return await again([reader.phrases("bulk.no_field")])
        }
        let codes = sent.all("code").filter { code in
            reader.picture[slot: kind.slot].number(of: code).flatMap { reader.picture[slot: kind.slot][$0] }
                .map { reader.sight.sees($0, of: kind) } ?? false
        }
        guard !codes.isEmpty else { return await again([reader.phrases("bulk.none")]) }
        // A field left blank by mistake empties nothing.
        guard sent["value"]?.trimmed.isEmpty == false || sent.has("empty") else {
            return await again([reader.phrases("bulk.no_value")])
        }
        // Nor is it guessed which of two wishes is meant.
        guard sent["value"]?.trimmed.isEmpty != false || !sent.has("empty") else {
            return await again([reader.phrases("bulk.both")])
        }
        let value: Value
        do throws(Problem) {
            value = try typing(kind, reader).value(of: sent["value"] ?? "", in: column)
        } catch {
            return await again([Finding(error, file: kind.file).sentence(in: reader.phrases)])
        }
        let request = ActRequest(
            act: .edit, by: visitor.authority(at: realNow), reason: sent["reason"]?.trimmed ?? "",
            proposals: codes.map { ActRequest.Proposal(kind: kind.code, code: $0, values: [(column.name, value)]) })
        switch await served.perform(request) {
        case .success(let receipt):
            if let instead = try await settle(receipt, visitor) { return instead }
            let line = reader.phrases(
                "bulk.done",
                [
                    Fact("count", codes.count), Fact("entry", receipt.sequence), Fact("field", reader.voice.field(column, of: kind)),
                    Fact("value", sent["value"]?.trimmed ?? ""),
                ])
            return self.receipt(receipt, [line], .list(back), reader)
        case .failure(.needsProof): return .proofNeeded
        case .failure(let denial): return await again(lines(denial, reader))
        }
    }

    /// The list that somebody came from, as it is today; of another kind's list, or no list at all, this kind's whole one.
    func list(_ back: String?, of file: String) -> ListQuery {
        guard case .list(let query) = back.flatMap({ Address($0)?.today }), query.file == file else { return ListQuery(file) }
        return query
    }

    /// Takes an entry back, where nobody has gone on from it.
    func takeBack(_ entry: Int, _ visitor: Visitor, at address: Address) async throws -> Answer {
        let view = await view(of: visitor)
        let reader = reader(visitor, view, at: .readiness)
        guard let taking = try await served.takingBack(entry, by: visitor.actor) else {
            return await refused(.notFound, "error.not_found", visitor, at: address)
        }
        let kinds = taking.proposals.compactMap { reader.picture.register.kind($0.kind) }
        // Of an entry that the visitor did not make themselves, nothing is told, not even that it is there.
        let seen = taking.proposals.allSatisfy { proposal in
            guard let kind = house.register.kind(proposal.kind), let number = view.picture[slot: kind.slot].number(of: proposal.code) else {
                return true
            }
            return reader.sees(Reference(slot: kind.slot, number: number))
        }
        guard kinds.allSatisfy(reader.sight.changes), seen, taking.changedSince.allSatisfy(reader.sees),
            !kinds.isEmpty || !taking.changedSince.isEmpty
        else {
            return await refused(.notFound, "error.not_found", visitor, at: address)
        }
        guard taking.changedSince.isEmpty else {
            let names = taking.changedSince.map { reader.phrases("undo.changed_since", [Fact("record", reader.name($0))]) }
            return told(names, .readiness, reader, .conflict)
        }
        var request = ActRequest(
            act: .takeBack, by: visitor.authority(at: realNow), reason: reader.phrases("undo.reason", [Fact("entry", entry)]),
            proposals: taking.proposals)
        request.takesBack = entry
        switch await served.perform(request) {
        case .success(let receipt):
            if let instead = try await settle(receipt, visitor) { return instead }
            let place = place(of: taking, reader)
            return told([reader.phrases("undo.done", [Fact("entry", entry)])], place, self.reader(visitor, view, at: place), .fine)
        case .failure(.needsProof): return .proofNeeded
        // Of what the visitor may not know of any more nothing is told, not even that it is there.
        case .failure(.refused(let refusal)) where refusal.code == EngineRefusal.notYours.rawValue:
            return await refused(.notFound, "error.not_found", visitor, at: address)
        case .failure(let denial): return told(lines(denial, reader), .readiness, reader, .refused)
        }
    }

    private func place(of taking: TakingBack, _ reader: Reader) -> Address {
        guard let first = taking.proposals.first, let kind = reader.picture.register.kind(first.kind) else { return .readiness }
        guard taking.proposals.count == 1, !first.removes else { return .list(ListQuery(kind.file)) }
        return .record(RecordAddress(kind.file, first.code))
    }
}

extension BulkForm {
    fileprivate init(_ sent: Form) {
        self.init()
        ticked = Set(sent.all("code"))
        column = sent["field"] ?? ""
        content = sent["value"] ?? ""
        empties = sent.has("empty")
        reason = sent["reason"] ?? ""
    }
}
