import Engine
import Furniture
import House
import Ledger
import Phrases
import Rulebook

/// Letters to the offices of accounts: that there is something for them to look at, never what. What stands in a letter everybody may
/// know who carries it.
actor Notices {
    /// What is written about an account's own sign-in and rights, so that its holder hears of it even where somebody else did it.
    enum Matter: String {
        case signInSet = "sign_in_set"
        case tokenMade = "token_made"
        case sessionsEnded = "sessions_ended"
        case invited
        case rightsChanged = "rights_changed"
    }

    private let relay: MailRelay
    private let courier: any Courier
    private let languages: [Phrases]
    /// Where the house is found.
    private let house: String
    private let clock: @Sendable () -> Instant
    /// The stops of which an account's office was told, or that stood when the house was opened.
    private var known: [String: Set<Slip.Identity>] = [:]
    private var lastTold: [String: Instant] = [:]
    private(set) var failure: Undelivered?
    private(set) var sent = 0
    /// Letters that are under way or wait to be sent again.
    private var underWay = 0

    /// Minutes between two letters about stops to one office.
    private static let pause = 15
    /// Seconds before a letter that the relay did not take is sent again.
    private static let waits = [5, 60, 600]
    /// Letters that wait at once; while the relay is down no more are kept.
    private static let mostUnderWay = 500

    init(_ relay: MailRelay, _ courier: any Courier, _ languages: [Phrases], house: String, clock: @escaping @Sendable () -> Instant) {
        self.relay = relay
        self.courier = courier
        self.languages = languages.filter { Language.delivered.contains($0.language) }
        self.house = house
        self.clock = clock
    }

    /// Tells the offices of a matter's desk that new stops stand there.
    func look(at view: Hall.View) {
        let stops = view.slips.filter { $0.severity == .stop && view.picture.waiver(for: $0, at: view.now) == nil }
        let today = view.picture.zone.day(at: view.now)
        for account in view.picture.all(Account.self) where !account.mail.isEmpty {
            let code = account.heading.code
            guard let rights = Rights.of(code, in: view.picture, on: today) else { continue }
            let sight = RightsSight(rights, since: nil)
            let theirs = Set(
                stops.filter { rights.desks.contains($0.desk) && sight.sees($0, in: view.picture) }.map(\.identity))
            guard let before = known[code] else {
                known[code] = theirs
                continue
            }
            let fresh = theirs.subtracting(before)
            guard !fresh.isEmpty else {
                known[code] = theirs
                continue
            }
            if let last = lastTold[code], last.adding(minutes: Notices.pause) > clock() { continue }
            known[code] = theirs
            lastTold[code] = clock()
            write(to: account.mail, "stops", [Fact("count", fresh.count)])
        }
    }

    /// Tells an account's office what was done to its sign-in.
    func tell(_ code: String, _ matter: Matter, in picture: Picture) {
        guard let mail = picture.find(Account.self, code)?.mail, !mail.isEmpty else { return }
        write(to: mail, matter.rawValue, [Fact("account", code)])
    }

    private func write(to recipient: String, _ matter: String, _ facts: [Fact]) {
        // What came in a pack was written by another house: only what is an address is written to.
        guard MailAddress.isOne(recipient) else { return }
        guard underWay < Notices.mostUnderWay else {
            failure = failure ?? Undelivered("\(Notices.mostUnderWay) letters wait")
            return
        }
        underWay += 1
        let facts = facts + [Fact("house", house)]
        let letter = Letter(
            recipient: recipient, subject: languages.map { $0("mail.\(matter).subject", facts) }.joined(separator: " · "),
            text: languages.map { $0("mail.\(matter)", facts) + "\n" }.joined(separator: "\n"), date: clock(), name: Secret.code())
        Task { await send(letter) }
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
                try? await Task.sleep(for: .seconds(wait))
            }
        }
    }
}
