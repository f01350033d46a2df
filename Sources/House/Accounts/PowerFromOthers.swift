import Committee
import Engine
import Ledger
import Rulebook

/// Power comes from others: nobody gives themselves any, nor anybody more than they have.
struct PowerFromOthers {
    let authority: Authority
    let rights: Rights
    let before: Picture
    let now: Instant

    init(_ bearer: Permitting) {
        (authority, rights, before, now) = (bearer.authority, bearer.rights, bearer.picture, bearer.now)
    }

    /// Refuses power that somebody would give to themselves, or beyond their own.
    func refuse(_ draft: Draft) throws(Refusal) {
        for change in draft.changes {
            switch change.row {
            case let row as Row<Grant>: try refuse(row.record, after: before.row(row.record.id)?.record)
            case let row as Row<Account>: try refuse(row.record)
            case let row as Row<Officer>: try refuse(row.record)
            default: continue
            }
            try refuseCodeOfOffice(change, draft)
        }
    }

    private func refuse(_ grant: Grant, after old: Grant?) throws(Refusal) {
        let holders = [grant.account, old?.account].compactMap { $0.flatMap { before.row($0)?.code } }
        if let own = authority.account, holders.contains(own) {
            throw Refusal(.ownAuthority, [Fact("field", "account"), Fact("code", own)])
        }
        // What stood above it may be narrowed, and nothing more: not moved to another, nor lengthened.
        let most = grant.gives(more: old) ? rights.ceiling.grade : max(rights.ceiling.grade, old?.ceiling.grade ?? 0)
        guard !authority.holdsDataFolder, grant.ceiling.grade > most else { return }
        throw Refusal(.aboveOwnCeiling, [Fact("field", "ceiling"), Fact("ceiling", .word(rights.ceiling.rawValue))])
    }

    private func refuse(_ account: Account) throws(Refusal) {
        let old = before.row(account.id)?.record
        if account.heading.code == authority.account || old != nil && old?.heading.code == authority.account {
            guard old?.officer == account.officer, old?.heading.code == account.heading.code, old?.invited == account.invited,
                old?.limits == account.limits
            else {
                throw Refusal(.ownAuthority, [Fact("field", "officer"), Fact("code", account.heading.code)])
            }
        }
        guard account.invited != old?.invited, !authority.holdsDataFolder,
            let theirs = Rights.of(account.heading.code, in: before, on: before.zone.day(at: now)),
            theirs.ceiling.grade > rights.ceiling.grade
        else { return }
        throw Refusal(.aboveOwnCeiling, [Fact("field", "invited"), Fact("ceiling", .word(rights.ceiling.rawValue))])
    }

    /// Nobody makes themselves head or deputy of a body, whose authority overrides stops, nor lengthens their own office, nor says that
    /// somebody else holds it.
    private func refuse(_ officer: Officer) throws(Refusal) {
        guard officer.heading.code == authority.officer, before[slot: Officer.slot].count > 0 else { return }
        let old = before.row(officer.id)?.record
        let isSame =
            old?.role == officer.role && old?.body == officer.body && old?.validFrom == officer.validFrom && old?.validTo == officer.validTo
            && old?.person == officer.person
        guard !isSame else { return }
        throw Refusal(.ownAuthority, [Fact("field", "role"), Fact("code", officer.heading.code)])
    }

    /// An account does not take the code of an officer that is not its own, under which its acts would stand in the journal.
    private func refuseCodeOfOffice(_ change: Change, _ draft: Draft) throws(Refusal) {
        let code = (change.row as? Row<Officer>)?.code ?? (change.row as? Row<Account>)?.code
        guard let code, let account = draft.picture.find(Account.self, code), let officer = draft.picture.find(Officer.self, code),
            account.officer != officer.id
        else { return }
        throw Refusal(.codeOfOffice, [Fact("field", "code"), Fact("code", code)])
    }

    /// The kinds of record by which a draft gives more than there was.
    func kinds(in draft: Draft) -> [Kind] {
        draft.changes.filter { change in
            switch change.row {
            case let row as Row<Grant>: row.record.gives(more: before.row(row.record.id)?.record)
            case let row as Row<Account>:
                row.record.gives(more: before.row(row.record.id)?.record)
                    // Whoever holds the folder of the data lets in whom they will when they open the house.
                    || !authority.holdsDataFolder && row.record.isOpened(in: draft.picture, before: before)
            case let row as Row<Officer>: row.record.gives(more: before.row(row.record.id)?.record, in: before)
            default: false
            }
        }
        .compactMap { before.register.kind(slot: $0.reference.slot) }
    }
}

extension Grant {
    /// Whether it allows anything that it did not allow before.
    fileprivate func gives(more old: Grant?) -> Bool {
        guard let old else { return true }
        return account != old.account || desk != old.desk && !desk.isEmpty || ceiling.grade > old.ceiling.grade
            || administers && !old.administers || audits && !old.audits
            || old.validFrom.map { was in validFrom.map { $0 < was } ?? true } ?? false
            || old.validTo.map { was in validTo.map { $0 > was } ?? true } ?? false
    }
}

extension Account {
    /// Whether somebody could act with it in an office that was not its own, or again.
    fileprivate func gives(more old: Account?) -> Bool {
        guard let old else { return officer != nil }
        return officer != old.officer || !isClosed && old.isClosed || reaches(beyond: old)
    }
}

extension Account {
    /// Whether somebody is let in who may do anything with it: whoever is handed the code may be who hands it on.
    fileprivate func isOpened(in picture: Picture, before: Picture) -> Bool {
        invited != before.row(id)?.record.invited && (officer != nil || !picture.each(Grant.byAccount, id).isEmpty)
    }

    /// Whether it sees records that it did not, or writes some: of two limits each holds back what the other would let through.
    private func reaches(beyond old: Account) -> Bool { !old.limits.isEmpty && limits != old.limits }
}

extension Officer {
    /// Whether somebody could override stops in it who could not, for longer, or as another: and whether an account would act for
    /// another person.
    fileprivate func gives(more old: Officer?, in picture: Picture) -> Bool {
        let leads: Set<Role> = [.head, .deputy]
        guard let old else { return leads.contains(role) }
        if leads.contains(role) {
            guard leads.contains(old.role), body == old.body, person == old.person else { return true }
            if old.validFrom.map({ was in validFrom.map { $0 < was } ?? true }) ?? false { return true }
            if old.validTo.map({ was in validTo.map { $0 > was } ?? true }) ?? false { return true }
        }
        return person != old.person && picture.all(Account.self).contains { $0.officer == id && !$0.isClosed }
    }
}
