import Addresses
import Committee
import Engine
import Furniture
import House
import Ledger
import Phrases
import Rulebook

extension FrontDesk {
    /// Says that a slip need not be put right for now. Who says it is who sends it: nobody waives in another's name.
    func waive(_ name: SlipName, _ sent: Form, _ visitor: Visitor, at address: Address) async -> Answer {
        let reader = reader(visitor, await view(of: visitor), at: address)
        guard SlipActPage(.waive, name, for: reader) != nil else {
            return await refused(.notFound, "error.not_found", visitor, at: address)
        }
        guard let day = sent["ends"].flatMap({ Day($0) }) else {
            return again(.waive, name, sent, ["reason", "ends"], [reader.phrases("slip.no_end")], reader)
        }
        guard day >= reader.picture.zone.day(at: reader.now) else {
            return again(.waive, name, sent, ["reason", "ends"], [reader.phrases("slip.end_is_past")], reader)
        }
        let ends = Moment(reader.picture.zone.start(of: day.adding(days: 1)), in: reader.picture.zone)
        return await write(
            .waive, name, Waiver.code, "W",
            [
                ("approver", .text(visitor.actor)), ("reason", .text(sent["reason"]?.trimmed ?? "")), ("ends", .text(ends.description)),
            ], sent, reason: sent["reason"]?.trimmed ?? "", visitor, reader)
    }

    /// Says who has taken a slip on.
    func assign(_ name: SlipName, _ sent: Form, _ visitor: Visitor, at address: Address) async -> Answer {
        let reader = reader(visitor, await view(of: visitor), at: address)
        guard SlipActPage(.assign, name, for: reader) != nil else {
            return await refused(.notFound, "error.not_found", visitor, at: address)
        }
        let officers = reader.picture[slot: Officer.slot]
        guard let officer = officers.number(of: sent["officer"] ?? ""), reader.sees(Reference(slot: Officer.slot, number: officer)) else {
            return again(.assign, name, sent, ["officer", "due", "note"], [reader.phrases("slip.assign.no_officer")], reader)
        }
        var contents: [(column: String, value: JSON)] = [
            ("officer", .text(sent["officer"] ?? "")), ("note", .text(sent["note"]?.trimmed ?? "")),
        ]
        if let due = sent["due"], !due.isEmpty { contents.append(("due", .text(due))) }
        return await write(.assign, name, Assignment.code, "A", contents, sent, reason: sent["note"]?.trimmed ?? "", visitor, reader)
    }

    private func write(
        _ act: SlipActPage.Act, _ name: SlipName, _ kind: String, _ letter: String, _ contents: [(column: String, value: JSON)],
        _ sent: Form, reason: String, _ visitor: Visitor, _ reader: Reader
    ) async -> Answer {
        let about: [(column: String, value: JSON)] = [
            ("classification", .text(classification(of: name, reader).rawValue)), ("rule", .text(name.rule)),
            ("variant", .text(name.variant)), ("subjects", .list(name.subjects.map { .text($0) })),
        ]
        let slot = act == .waive ? Waiver.slot : Assignment.slot
        let code = "\(letter)-\(reader.sequence)-\(reader.picture.nextNumber(slot: slot))"
        var proposal = ActRequest.Proposal(kind: kind, code: code, contents: about + contents)
        proposal.isNew = true
        let request = ActRequest(
            act: .edit, by: visitor.authority(at: realNow), reason: reason,
            proposals: [proposal])
        switch await hall.perform(request) {
        case .success: return .seeOther(.slips(SlipsQuery(rule: name.rule, withWaived: act == .waive)))
        case .failure(.needsProof): return .proofNeeded
        case .failure(let denial):
            return again(act, name, sent, ["reason", "ends", "officer", "due", "note"], lines(denial, reader), reader)
        }
    }

    /// What is said of a record is as secret as the record.
    private func classification(of name: SlipName, _ reader: Reader) -> Classification {
        let subjects = reader.slip(name)?.subjects ?? []
        return subjects.compactMap { reader.picture[$0]?.classification }.reduce(.internal) { $0.grade >= $1.grade ? $0 : $1 }
    }

    private func again(
        _ act: SlipActPage.Act, _ name: SlipName, _ sent: Form, _ fields: [String], _ complaints: [String], _ reader: Reader
    ) -> Answer {
        let kept = Dictionary(uniqueKeysWithValues: fields.map { ($0, sent[$0] ?? "") })
        return SlipActPage(act, name, for: reader, sent: kept, complaints: complaints).map { document($0.page, for: reader, .refused) }
            ?? Answer(.notFound)
    }
}
