import Addresses
import Engine
import Furniture
import Ledger
import Mounting
import Paperwork
import Phrases
import Rulebook

/// How something came out, told on a page of its own.
extension FrontDesk {
    /// Why something was not done, as far as the reader may know.
    func lines(_ denial: Denial, _ reader: Reader) -> [String] {
        var known = denial
        var unknown: [String] = []
        if case .stopped(let slips) = denial {
            let seen = slips.filter { reader.sight.sees($0, in: reader.picture) }
            if seen.count < slips.count { unknown = [reader.phrases("denial.hidden")] }
            guard !seen.isEmpty else { return [reader.phrases("denial.stopped")] + unknown }
            known = .stopped(seen)
        }
        var lines = reader.voice.denial(known, naming: reader.name).split(separator: "\n").map(String.init)
        if case .refused(let refusal) = known, case .text(let code)? = refusal.facts.first(where: { $0.name == "among" })?.content,
            let first = lines.first, !first.contains(code)
        {
            lines[0] = "\(code): \(first)"
        }
        return lines + unknown
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

    /// What was written, told on a page of its own with the way back.
    ///
    /// - Parameter isFinal: whether it is not taken back.
    func receipt(_ receipt: Receipt, _ lines: [String], _ on: Address, _ reader: Reader, isFinal: Bool = false) -> Answer {
        let page = Page(reader.phrases("told.done"), isLive: false) { html in
            html.element(.div, [.role("status")]) { html in for line in lines { html.element(.p, line) } }
            if !receipt.wasWritten, !isFinal {
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

/// What follows from what was written.
extension FrontDesk {
    /// Sees to what an act leads to outside the journal: who lost an account is shut out, and who was given power is told.
    ///
    /// - Returns: what is shown instead, where the act waits for another officer, or let somebody in.
    func settle(_ receipt: Receipt, _ visitor: Visitor) async throws -> Answer? {
        let picture = await served.now().picture
        if let code = receipt.proposal.flatMap({ picture.code(of: $0) }) {
            return .seeOther(.record(RecordAddress(PendingAct.file, code, written: receipt.sequence)))
        }
        let accounts = receipt.records.filter { $0.slot == house.accounts.kind.slot }
        if !accounts.isEmpty { await forgetClosedAccounts() }
        // A code that nobody has used yet was made for what the account could do then.
        for account in accounts.compactMap(picture.code) { await sessions.endCodes(of: account) }
        for holder in holders(of: receipt, in: picture) {
            await sessions.endCodes(of: holder)
            await notices?.tell(holder, .rightsChanged, in: picture)
        }
        guard let act = receipt.confirms, [house.accounts.inviting, house.accounts.invitingAgain].contains(act),
            let account = accounts.first
        else { return nil }
        return try await letIn(picture.code(of: account) ?? "", visitor)
    }

    /// The accounts of whose power something was written.
    private func holders(of receipt: Receipt, in picture: Picture) -> Set<String> {
        Set(receipt.records.compactMap { house.accounts.holder(of: $0, in: picture) })
    }
}
