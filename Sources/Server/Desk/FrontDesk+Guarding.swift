import Addresses
import Engine
import Ledger
import Mounting
import Phrases
import Rulebook

/// What is changed of who may do what counts at once, and whoever it is about is told.
extension FrontDesk {
    /// Ends what an account's holder has open, and what was made to let them or their programs in.
    ///
    /// - Throws: where the tokens could not be ended: whoever asked is told so.
    func shutOut(_ account: String) async throws {
        for key in await sessions.endAll(of: account) { await feed.close(key) }
        try await credentials.revoke(account)
        try await credentials.forgetBrowsers(of: account)
    }

    /// Shuts out whoever has no account any more, and forgets with what they proved themselves: a later account of that code is another's.
    package func forgetClosedAccounts() async {
        let picture = await served.now().picture
        let known = ((try? await credentials.accounts()) ?? []).union(await sessions.accounts)
        for account in known where house.accounts.account(account, in: picture)?.isClosed ?? true {
            try? await shutOut(account)
            try? await credentials.remove(account)
            try? await credentials.log(.accountForgotten, of: account, at: clockNow)
        }
    }
}
