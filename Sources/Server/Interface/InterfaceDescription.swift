import Engine
package import Ledger
package import Mounting
package import NIOCore
import Phrases
import Rulebook
import Synchronization

/// What programs may ask, as OpenAPI 3.1: served with the house, and made from its kinds and acts, of which it keeps no copy.
package struct InterfaceDescription {
    let house: MountedHouse
    let ofKinds: KindSchemas
    let ofActs: ActSchemas
    /// What programs do and write: for the rest one proves again to be oneself, which nobody does but on the pages.
    let acts: [Act]
    let prepared: [Kind]

    package init(of house: MountedHouse) {
        self.house = house
        let voice = Voice((try? Phrases.delivered(.english)) ?? Phrases(.english, sentences: [:]))
        let kinds = KindSchemas(register: house.register, actOnly: house.constitution.actOnly, voice: voice)
        ofKinds = kinds
        ofActs = ActSchemas(rules: house.rulebook.rules, kinds: kinds)
        acts = house.acts.filter { !house.constitution.needsProof($0) }
        prepared = house.register.kinds.filter { !house.constitution.needsProof($0) && !kinds.prepared($0).isEmpty }
    }

    package var document: JSON {
        let token = JSON.object([.init("type", .text("http")), .init("scheme", .text("bearer"))])
        // A page's own script comes with both: the session of its visitor, and the token that only the house's pages carry.
        let session = key("__Host-session", in: "cookie")
        let page = key("X-Form-Token", in: "header")
        let components: [JSON.Member] = [
            .init("securitySchemes", .object([.init("token", token), .init("session", session), .init("page", page)])),
            .init("schemas", .object(schemas)),
        ]
        return .object([
            .init("openapi", .text("3.1.0")), .init("info", Self.info),
            .init(
                "security",
                .list([
                    .object([.init("token", .list([]))]), .object([.init("session", .list([])), .init("page", .list([]))]),
                ])),
            .init("paths", .object(paths)), .init("components", .object(components)),
        ])
    }

    private func key(_ name: String, in place: String) -> JSON {
        .object([.init("type", .text("apiKey")), .init("in", .text(place)), .init("name", .text(name))])
    }

    private static let info = JSON.object([
        .init("title", .text("Chancery")), .init("version", .text("1")), .init("description", .text(sentences.joined(separator: "\n"))),
    ])

    /// What is said of the whole, and of the words that are the house's own and not JSON Schema's.
    private static let sentences = [
        "Records, slips and acts of a treaty signing ceremony. Rights are those of the token's account.", "",
        "- `x-kind`, `x-kinds`: of which kinds the record is that a code names.",
        "- `x-personal`, `x-seen-by`: about a person, and given only to accounts of these desks.",
        "- `x-required-when-new`: what a record is given that is not there yet.",
        "- `x-must`: the act means nothing without it; where what it is about says it, it need not be given.",
        "- `x-filled-by-act`: the act fills it in by itself; what is given must be what it means.",
        "- `x-only-when-new`: given only with a record that the act makes.",
        "- `x-standing`, `x-stopped-by`: how the act is judged, and by which rules it is stopped while they are broken.",
        "- `x-taken-back-within-minutes`: how long its own officer may take it back, on the pages.",
    ]
}

/// The description as it is sent: made when somebody first asks, and held once by however many take it, or do not.
final class SentDescription: Sendable {
    private let house: MountedHouse
    private let made = Mutex<ByteBuffer?>(nil)

    init(of house: MountedHouse) { self.house = house }

    var bytes: ByteBuffer {
        made.withLock { made in
            let bytes = made ?? ByteBuffer(string: InterfaceDescription(of: house).document.written)
            made = bytes
            return bytes
        }
    }
}
