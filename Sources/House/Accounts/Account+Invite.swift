import Engine
import Ledger
package import Rulebook

extension ActName {
    /// Letting the holder of an account in who has no sign-in yet.
    package static let invite = ActName("invite")
    /// Letting the holder of an account in who has a sign-in already: it goes round password and authenticator, and takes two.
    package static let reinvite = ActName("reinvite")
}

/// The code that lets them in is made when it is written, told on the page, and kept nowhere.
let inviting = Act(.invite, changes: Account.self, fills: [.field(\.invited)], standing: .preparation) { account, _ throws(Refusal) in
    try account.refuseClosed()
} decide: { account, doing throws(Refusal) in
    account.invited = doing.moment
}

/// The code is told to who confirms.
let invitingAgain = Act(.reinvite, changes: Account.self, fills: [.field(\.invited)], standing: .preparation, officers: .two) {
    account, _ throws(Refusal) in
    try account.refuseClosed()
} decide: { account, doing throws(Refusal) in
    account.invited = doing.moment
}

extension Account {
    fileprivate func refuseClosed() throws(Refusal) {
        guard isClosed else { return }
        throw Refusal(.accountClosed, [Fact("code", heading.code)])
    }
}
