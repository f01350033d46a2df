import Engine
import Ledger
import Mounting
import Rulebook

extension InterfaceDescription {
    /// Every schema by its name: those of the kinds and acts, and the few that all share.
    var schemas: [JSON.Member] {
        var schemas = common + preparation
        for kind in house.register.kinds { schemas.append((KindSchemas.nameOfRecord(kind), ofKinds.record(kind))) }
        for kind in prepared { schemas.append((KindSchemas.nameOfEdit(kind), ofKinds.edit(kind))) }
        for act in acts { schemas += self.schemas(of: act) }
        return schemas.map { JSON.Member($0.0, $0.1.json) }
    }

    private var common: [(String, Schema)] {
        [
            ("Record", record), ("Act", act), ("Slip", slip), ("Error", error), ("Instant", Self.instant), ("Moment", Self.moment),
            ("Happened", .any([.named("Instant"), .named("Moment")])),
        ]
    }

    /// A record of any kind, told apart by its kind.
    private var record: Schema {
        .one(of: house.register.kinds.map { (word: $0.code, name: KindSchemas.nameOfRecord($0)) }, by: "kind")
    }

    /// What is sent to have anything done, told apart by the act.
    private var act: Schema {
        let names = [ActName.edit, ActName.remove] + acts.map(\.name)
        return .one(of: names.map { (word: $0.rawValue, name: ActSchemas.name($0)) }, by: "act")
    }

    /// Preparation, which makes no record that acts alone make, and takes none away.
    private var preparation: [(String, Schema)] {
        let removed = prepared.filter { house.constitution.actOnly.wayIn(to: $0.slot) == nil }
        return [(ActSchemas.name(.edit), ActSchemas.edit(prepared)), (ActSchemas.name(.remove), ActSchemas.remove(removed))]
    }

    private func schemas(of act: Act) -> [(String, Schema)] {
        guard let kind = house.register.kind(slot: act.slot) else { return [] }
        return [(ActSchemas.name(act.name), ofActs.request(act, kind)), (ActSchemas.nameOfInputs(act.name), ofActs.inputs(act, kind))]
    }

    private var slip: Schema {
        let since = Schema.named("Instant").orNull.saying("Since when it is so; null where it has always been")
        return .object([
            .must("rule", .text), .must("variant", .text), .must("severity", .words(Severity.allCases.map(\.rawValue))),
            .must("desk", .text), .must("subjects", .list(.text)), .must("since", since), .must("explanation", .text),
            .must("mend", .text), .must("waived", .flag),
        ])
    }

    private var error: Schema {
        let codes = Set(house.refusals.flatMap { $0.codes }).union(InterfaceRefusal.allCases.map(\.rawValue))
        return .object([
            .must(
                "error",
                .object([
                    .must("code", .words(codes.sorted())), .must("message", .text), .may("count", .whole),
                    .may("findings", .list(finding)),
                ]))
        ])
    }

    /// What is wrong in a pack, and where.
    private var finding: Schema {
        .object([
            .must("file", .text), .must("row", Schema.whole.orNull), .must("column", Schema.text.orNull), .must("code", .text),
            .must("place", .text), .must("message", .text),
        ])
    }

    private static let instant = Schema.text.with("format", "date-time").saying("A point in time, in UTC: 2025-10-14T01:00:00Z")
    private static let moment = Schema.text(like: #"^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?([+-]\d\d:\d\d)?\[[\w+-]+(/[\w+-]+)*\]$"#)
        .saying("A time on a place's clocks, as RFC 9557 writes it: 2025-10-25T10:00:00+07:00[Asia/Ho_Chi_Minh]")
}
