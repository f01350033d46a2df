import Engine
import Furniture
import Ledger
import Mounting
import Phrases
import Rulebook

/// Letters to the offices of accounts: that there is something for them to look at, never what. What stands in a letter everybody may
/// know who carries it.
actor Notices {
    /// What is written about an account's own sign-in and rights, so that its holder hears of it even where somebody else did it.
    enum Matter: String {
        case signInSet = "sign_in_set"
        case signInClosed = "sign_in_closed"
        case tokenMade = "token_made"
        case sessionsEnded = "sessions_ended"
        case invited
        case rightsChanged = "rights_changed"
    }

    private let relay: MailRelay
    private let accounts: any AccountBook
    private let courier: any Courier
    private let languages: [Phrases]
    /// Where the house is found.
    private let house: String
    private let clock: @Sendable () -> Instant
    private let sleep: Sleep
    private(set) var failure: Undelivered?
    private(set) var sent = 0
    /// Letters that are under way or wait to be sent again.
    private var underWay = 0

    /// Seconds before a letter that the relay did not take is sent again.
    private static let waits = [5, 60, 600]
    /// Letters that wait at once; while the relay is down no more are kept.
    private static let mostUnderWay = 500

    init(
        _ relay: MailRelay, _ courier: any Courier, to accounts: any AccountBook, _ languages: [Phrases], house: String,
        clock: @escaping @Sendable () -> Instant,
        sleep: Sleep
    ) {
        self.relay = relay
        self.accounts = accounts
        self.courier = courier
        self.languages = languages.filter { Language.delivered.contains($0.language) }
        self.house = house
        self.clock = clock
        self.sleep = sleep
    }

    /// Writes to an account's office, and says whether the relay has taken it.
    func deliver(_ matter: String, _ facts: [Fact], to code: String, in picture: Picture) async -> Bool {
        guard let letter = letter(matter, facts, to: code, in: picture) else { return false }
        do throws(Undelivered) { try await courier.send(letter, by: relay) } catch {
            failure = error
            return false
        }
        sent += 1
        failure = nil
        return true
    }

    /// Tells an account's office what was done to its sign-in.
    func tell(_ code: String, _ matter: Matter, in picture: Picture) {
        guard let letter = letter(matter.rawValue, [Fact("account", code)], to: code, in: picture) else { return }
        guard underWay < Notices.mostUnderWay else {
            failure = failure ?? Undelivered("\(Notices.mostUnderWay) letters wait")
            return
        }
        underWay += 1
        Task { await send(letter) }
    }

    /// Nil where the office has no address. What came in a pack was written by another house: only what is an address is written to.
    private func letter(_ matter: String, _ facts: [Fact], to code: String, in picture: Picture) -> Letter? {
        guard let mail = accounts.account(code, in: picture)?.mail else { return nil }
        let facts = facts + [Fact("house", house)]
        return Letter(
            recipient: mail, subject: languages.map { $0("mail.\(matter).subject", facts) }.joined(separator: " · "),
            text: languages.map { $0("mail.\(matter)", facts) + "\n" }.joined(separator: "\n"), date: clock(), name: Secret.code())
    }

    private func send(_ letter: Letter) async {
        defer { underWay -= 1 }
        for wait in Notices.waits + [0] {
            do throws(Undelivered) {
                try await courier.send(letter, by: relay)
                sent += 1
                failure = nil
                return
            } catch {
                failure = error
                guard wait > 0 else { return }
                await sleep(seconds: wait)
            }
        }
    }
}
