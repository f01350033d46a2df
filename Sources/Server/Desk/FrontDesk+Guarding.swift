import Addresses
import Committee
import House
import Ledger
import Phrases
import Rulebook

/// Who may do what is changed only by somebody who has just proved who they are, and counts at once.
extension FrontDesk {
    /// Kinds that are changed only by somebody who has just proved who they are.
    static let guarded: Set<Int> = [Account.slot, Grant.slot, Officer.slot, Waiver.slot]

    /// Who may do what is changed only by somebody who has just proved who they are.
    func mustProve(_ kind: Kind, _ visitor: Visitor, _ back: Address) -> Answer? {
        guard FrontDesk.guarded.contains(kind.slot), visitor.session?.isStale(at: realNow) ?? true else { return nil }
        return .seeOther(.confirm(back: back.text))
    }

    /// What somebody may not know of they do not make: they would lose sight of it themselves.
    func aboveOwnCeiling(_ values: [(column: String, value: Value)], _ visitor: Visitor) -> Classification? {
        for (column, value) in values where column == "classification" {
            if let wished = Classification(value), wished.grade > visitor.rights.ceiling.grade { return visitor.rights.ceiling }
        }
        return nil
    }

    /// Ends what an account's holder has open, and what was made to let them or their programs in.
    ///
    /// - Throws: where the tokens could not be ended: whoever asked is told so.
    func shutOut(_ account: String) async throws {
        for key in await sessions.endAll(of: account) { await feed.close(key) }
        try await credentials.revoke(account)
    }

    /// Closed accounts and altered grants count at once: who lost their rights is shown nothing more.
    func accountsChanged(_ kind: Kind) async {
        guard kind.slot == Account.slot else { return }
        await forgetClosedAccounts()
    }

    /// Shuts out whoever has no account any more, and forgets with what they proved themselves: a later account of that code is another's.
    package func forgetClosedAccounts() async {
        let picture = await hall.now().picture
        let known = ((try? await credentials.accounts()) ?? []).union(await sessions.accounts)
        for account in known where picture.find(Account.self, account)?.isClosed ?? true {
            try? await shutOut(account)
            try? await credentials.remove(account)
        }
    }
}
