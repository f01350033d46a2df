import Engine
import Ledger

/// Whoever looks after the accounts hears in time that what an account may do will end; so does the account's own office.
let rightsEnd = Chore("rights_end") { setting in
    let today = setting.picture.zone.day(at: setting.now)
    let ending = setting.picture.all(Grant.self).filter { grant in
        grant.validTo.map { today <= $0 && $0 <= today.adding(days: daysBefore) } ?? false
    }
    return setting.offices { account, rights in
        Set(
            ending.filter { rights.administers || $0.account == account.id }
                .map { "\($0.id.number) \($0.validTo?.description ?? "")" })
    }
}

/// Days before the last day of a grant on which it is told of.
private let daysBefore = 7
