import Committee
import Engine
import Ledger

/// Offices hear that a proposal waits for them as second officers, and once more before it expires.
let proposalsWait = Chore("proposals") { setting in
    let open = setting.picture.all(PendingAct.self).filter { $0.state == .open && setting.now < $0.expires.instant }
    return setting.offices { account, rights in
        let officer = account.officer.flatMap { setting.picture[$0] }?.heading.code ?? account.heading.code
        let theirs = open.filter { pending in
            pending.proposerAccount != account.heading.code && pending.proposer != officer
                && setting.picture.row(pending.id).map { rights.sees($0, in: setting.picture) } ?? false
                && houseConstitution.lets(rights, confirm: pending)
        }
        return Set(
            theirs.flatMap { pending in
                let isSoonOver = pending.expires.instant.adding(minutes: -hoursBefore * 60) <= setting.now
                return [pending.heading.code] + (isSoonOver ? ["\(pending.heading.code) soon"] : [])
            })
    }
}

/// Hours before a proposal expires in which it is told of once more.
private let hoursBefore = 12
