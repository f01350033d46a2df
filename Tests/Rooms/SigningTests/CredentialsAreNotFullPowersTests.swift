import Ledger
import Parties
import RulebookTesting
import Signing
import Testing

@Suite struct `SGN-03 Credentials are not full powers` {
    private var scene = SigningScene()
    private let party: ID<Party>
    private let signer: ID<Person>
    private let document: ID<FullPowers>

    init() {
        party = scene.party("FRA")
        signer = scene.person("AMB", of: party, .ambassador)
        document = scene.given.add(
            FullPowers("CR") {
                $0.form = .credentials
                $0.status = .received
            })
        scene.given.change(document) { [party, signer] in
            $0.party = party
            $0.person = signer
        }
    }

    @Test func `a delegate has credentials and is not to sign`() {
        #expect(scene.given.finds(credentialsAreNotFullPowers) == [])
    }

    @Test mutating func `a named signer has nothing else`() {
        scene.intention("I", of: party, by: signer)
        #expect(scene.given.finds(credentialsAreNotFullPowers) == ["SGN-03:relied_on CR FRA"])
        scene.powers("FP", of: party, for: signer)
        #expect(scene.given.finds(credentialsAreNotFullPowers) == [])
    }

    @Test mutating func `somebody signed on them`() {
        scene.signature("S", of: party, by: signer)
        #expect(scene.given.finds(credentialsAreNotFullPowers) == ["SGN-03:relied_on CR FRA"])
    }

    @Test mutating func `they were accepted as authority`() {
        scene.given.change(document) { $0.status = .accepted }
        #expect(scene.given.finds(credentialsAreNotFullPowers) == ["SGN-03:accepted CR FRA"])
    }
}
