import Addresses
import Engine
import Furniture
import Ledger
import Phrases
import Rulebook

/// Forms of mounted pages, sent to the page's own address.
extension FrontDesk {
    /// Has written what a page's form wishes, in the visitor's name.
    func wish(_ form: Form, to page: PageAddress, _ visitor: Visitor, at address: Address) async -> Answer {
        let reader = reader(visitor, await view(of: visitor), at: address)
        let sent = SentFields(Dictionary(form.filled.map { ($0.name, $0.value) }) { $1 })
        guard page.asOf == nil, let mount = pages[page.word],
            let wish = mount.wish(at: page, sent, by: visitor.actor, for: reader)
        else { return await refused(.notFound, "error.not_found", visitor, at: address) }
        let complaints: [String]
        switch wish {
        case .amiss(let said): complaints = said
        case .write(let records, let reason, let on):
            let proposals = records.map { record in
                var proposal = ActRequest.Proposal(kind: record.kind, code: record.code, contents: record.contents)
                proposal.isNew = record.isNew
                return proposal
            }
            let request = ActRequest(
                act: .edit, by: visitor.authority(at: realNow), reason: reason, idempotencyKey: once(sent, at: address, visitor),
                proposals: proposals)
            switch await served.perform(request) {
            case .success: return .seeOther(on)
            case .failure(.needsProof): return .proofNeeded
            case .failure(let denial): complaints = lines(denial, reader)
            }
        }
        guard let result = mount.again(at: page, sent, complaints, for: reader) else { return Answer(.notFound) }
        return answer(result, for: reader, .refused)
    }

    /// By what a form that is sent twice is known: who sent it, from where, and up to which entry they had seen the ceremony. Empty where the
    /// form does not say.
    private func once(_ sent: SentFields, at address: Address, _ visitor: Visitor) -> String {
        let seen = sent[FormStart.seen]
        guard !seen.isEmpty, let session = visitor.session else { return "" }
        return "page " + Secret.hash("\(session.name) \(address.text) \(seen)").hexadecimal
    }
}
