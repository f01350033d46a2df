package import Rulebook
import Ledger
import Programme

/// The queue of a table fits its session: signers times the time each takes, and the margin, are not more than the session lasts.
///
/// Whoever was passed over has taken time as well and is counted. Tables of one session are each judged by themselves.
///
/// Source: field practice (64 signers at a minute and a half each are 96 minutes); Paris Agreement, 22 April 2016.
package let queueFitsItsSession = Rule("SGN-11", .fix, about: SigningTable.self) { table, see in
    guard let session = see[table.session] else { return }
    let signers = see.count(SigningSlot.byTable, table.id)
    let available = Instant.minutes(from: session.starts.instant, to: session.ends.instant)
    let needed = (signers * table.secondsPerSigner + 59) / 60
    guard signers > 0, needed + table.marginMinutes > available else { return }
    see.slip(
        on: table.reference, session.reference,
        facts: [
            Fact("table", table.id), Fact("session", session.id), Fact("signers", signers), Fact("needed", needed),
            Fact("margin", table.marginMinutes), Fact("available", available),
        ],
        mend: .edit(session.id, "ends"))
}
