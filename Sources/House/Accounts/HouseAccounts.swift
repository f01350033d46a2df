package import Ledger
package import Mounting
package import Rulebook

/// Who may sign in, read from the records of accounts and grants.
package struct HouseAccounts: AccountBook {
    package let kind = Kind(Account.self)
    package let powers = Kind(Grant.self)
    package let inviting = ActName.invite
    package let invitingAgain = ActName.reinvite

    package init() {}

    package func account(_ code: String, in picture: Picture) -> KnownAccount? {
        picture.find(Account.self, code).map { known($0, in: picture) }
    }

    package func all(in picture: Picture) -> [KnownAccount] { picture.all(Account.self).map { known($0, in: picture) } }

    private func known(_ account: Account, in picture: Picture) -> KnownAccount {
        KnownAccount(
            code: account.code, reference: account.reference, vietnamese: account.titleVietnamese, english: account.titleEnglish,
            officer: account.officer.flatMap { picture.row($0)?.code }, mail: account.mail, isClosed: account.isClosed)
    }

    package func holder(of power: Reference, in picture: Picture) -> String? {
        (picture[power] as? Row<Grant>)?.record.account.flatMap { picture.row($0)?.code }
    }
}
