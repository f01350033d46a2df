import Committee
import Integrity
import Ledger
import Parties
import RulebookTesting
import Testing

@Suite struct `INT-01 Invitations can be verified` {
    private var given = Given(at: "2025-10-14T03:00:00Z", kinds: committeeKinds + partiesKinds + integrityKinds)
    private let invitation: ID<Invitation>

    init() {
        given.add(
            Asset("DOMAIN") {
                $0.kind = .domain
                $0.address = "hanoiconvention.org"
                $0.isOfficial = true
            })
        invitation = given.add(
            Invitation("INV-FRA") {
                $0.sent = hanoi("2025-09-01T08:00")
                $0.verificationCode = "7K2P"
                $0.verificationLink = "https://verify.hanoiconvention.org/7K2P"
            })
    }

    @Test func `it carries a code below the official domain`() {
        #expect(given.finds(invitationsCanBeVerified) == [])
    }

    @Test mutating func `it carries no code`() {
        given.change(invitation) { $0.verificationCode = "" }
        #expect(given.finds(invitationsCanBeVerified) == ["INT-01:code INV-FRA"])
    }

    @Test mutating func `what has not been sent needs none yet`() {
        given.change(invitation) {
            $0.verificationCode = ""
            $0.sent = nil
        }
        #expect(given.finds(invitationsCanBeVerified) == [])
    }

    @Test(arguments: [
        "https://hanoiconvention.org.example/7K2P", "https://hanoi-convention.org/7K2P", "http://hanoiconvention.org/7K2P",
        "https://hanoiconvention.org@example.org/7K2P", "https://example.org/hanoiconvention.org", "",
    ]) mutating func `its link only looks official`(link: String) {
        given.change(invitation) { $0.verificationLink = link }
        #expect(given.finds(invitationsCanBeVerified) == ["INT-01:domain INV-FRA"])
    }

    @Test(arguments: ["https://hanoiconvention.org", "https://HanoiConvention.org:443/x?y", "https://hanoiconvention.org#c"])
    mutating func `its link is official`(link: String) {
        given.change(invitation) { $0.verificationLink = link }
        #expect(given.finds(invitationsCanBeVerified) == [])
    }

    @Test mutating func `nobody was told of a look-alike within four hours`() {
        let domain = given.add(
            LookalikeDomain("LD-1") {
                $0.name = "hanoi-convention.example"
                $0.seen = hanoi("2025-10-14T06:00")
            })
        #expect(given.finds(invitationsCanBeVerified) == ["INT-01:notice LD-1"])
        given.change(domain) { $0.seen = hanoi("2025-10-14T06:01") }
        #expect(given.finds(invitationsCanBeVerified) == [])
        given.change(domain) {
            $0.seen = hanoi("2025-10-13T06:00")
            $0.focalPointsTold = hanoi("2025-10-13T09:00")
        }
        #expect(given.finds(invitationsCanBeVerified) == [])
    }
}
