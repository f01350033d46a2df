import Committee
import House
package import Ledger
import Phrases
import Rulebook

/// What programs may ask, as OpenAPI 3.1: served with the house, and made from its kinds and acts, of which it keeps no copy.
package enum InterfaceDescription {
    package static let written = document.written

    package static let document: JSON = {
        let token = JSON.object([.init("type", .text("http")), .init("scheme", .text("bearer"))])
        let components: [JSON.Member] = [
            .init("securitySchemes", .object([.init("token", token)])), .init("schemas", .object(schemas)),
        ]
        return .object([
            .init("openapi", .text("3.1.0")), .init("info", info),
            .init("security", .list([.object([.init("token", .list([]))])])),
            .init("paths", .object(paths)), .init("components", .object(components)),
        ])
    }()

    private static let info = JSON.object([
        .init("title", .text("Chancery")), .init("version", .text("1")),
        .init("description", .text("Records, slips and acts of a treaty signing ceremony. Rights are those of the token's account.")),
    ])

    static let ofKinds = KindSchemas(register: houseRegister, actOnly: houseActOnly, voice: voice)
    static let ofActs = ActSchemas(rules: houseRulebook.rules, kinds: ofKinds)

    /// What programs write: who may do what is changed on pages alone, where who changes it proves again who they are.
    static let prepared = houseRegister.kinds.filter { !guarded.contains($0.slot) && !ofKinds.prepared($0).isEmpty }
    static let acts = houseActs.filter { !guarded.contains($0.slot) }
    private static let guarded: Set<Int> = [Account.slot, Grant.slot, Officer.slot, Waiver.slot]

    private static let voice = Voice((try? Phrases.delivered(.english)) ?? Phrases(.english, sentences: [:]))
}
