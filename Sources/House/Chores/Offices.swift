import Engine
import Ledger

extension Chore.Setting {
    /// What is due to the office of each account that can be written to and may do anything today.
    func offices(_ due: (Account, Rights) -> Set<String>) -> [String: Set<String>] {
        let today = picture.zone.day(at: now)
        var found: [String: Set<String>] = [:]
        for account in picture.all(Account.self) where !account.mail.isEmpty {
            guard let rights = Rights.of(account.heading.code, in: picture, on: today) else { continue }
            found[account.heading.code] = due(account, rights)
        }
        return found
    }
}
