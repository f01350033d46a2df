import Engine
import Ledger
import Phrases
import Rulebook

/// What is sent to have an act done: all of it follows from what the acts say of themselves.
struct ActSchemas {
    let rules: [Rule]
    let kinds: KindSchemas

    static func name(_ act: ActName) -> String { "Act_\(act.rawValue)" }
    static func nameOfInputs(_ act: ActName) -> String { "Set_\(act.rawValue)" }

    /// The body of a request for an act, with what it means and what stops it.
    func request(_ act: Act, _ kind: Kind) -> Schema {
        let request = Self.request(act.name, for: .any(ways(act, kind)), isStopped: act.standing == .world)
            .titled(kinds.voice.phrases("act.\(act.name.rawValue)"))
            .saying("\(kinds.voice.phrases("act.\(act.name.rawValue).means")) \(act.standing.sentence)")
            .with("x-standing", act.standing.word).with("x-stopped-by", stops(of: act))
        return act.takenBackWithin.map { request.with("x-taken-back-within-minutes", .integer(Int64($0))) } ?? request
    }

    /// What may be given to an act: what it asks for, what it would fill in by itself, and what every new record says of itself.
    func inputs(_ act: Act, _ kind: Kind) -> Schema {
        var given = act.asks.compactMap { input in
            kinds.column(input.column, of: kind).map { asked($0, of: kind, input.isRequired) }
        }
        given += act.fills.compactMap { fill in kinds.column(fill.column, of: kind).map { filled($0, of: kind) } }
        if act.makesRecords { given += kind.columns.filter(\.isCommon).map { said($0, of: kind) } }
        var names: Set<String> = []
        return .object(given.filter { names.insert($0.name).inserted })
    }

    /// By what a program says which state of a record it has read.
    static let ifEntry = Schema.Property.may(
        "if_entry",
        Schema.whole.saying(
            "The record's entry as it was read, 0 for one that there was not: where another act has changed it since, nothing is written."))

    /// The body of a request of preparation: it adds and changes records, of many kinds at once.
    static func edit(_ kinds: [Kind]) -> Schema {
        let record = Schema.one(of: kinds.map { (word: $0.code, name: KindSchemas.nameOfEdit($0)) }, by: "kind")
        return request(.edit, for: record, isStopped: false).titled("Prepare").saying("Adds or changes records that are prepared.")
    }

    /// The body of a request to take records away.
    static func remove(_ kinds: [Kind]) -> Schema {
        let record = Schema.object([.must("kind", .words(kinds.map(\.code))), .must("code", .filledText), ifEntry])
        return request(.remove, for: record, isStopped: false).titled("Remove").saying("Takes away records that nothing else names.")
    }
}

extension ActSchemas {
    /// What every request says: the act, the records it is done to, and about the act itself what its sender wishes to say.
    private static func request(_ act: ActName, for record: Schema, isStopped: Bool) -> Schema {
        var members: [Schema.Property] = [.must("act", .word(act.rawValue)), .must("records", .filledList(record))]
        members.append(.may("reason", Schema.text.saying("Why it is done.")))
        members.append(.may("happened", Schema.named("Happened").saying("When it was true in the world; left out, it is now.")))
        members.append(.may("key", Schema.text.saying("Sent again with the same key, it is written once.")))
        if isStopped { members.append(.may("override", Schema.text.saying("Why stops shall be overridden, by who may."))) }
        return .object(members)
    }

    /// The ways to say what an act is done to: by what it is about, by the record that was prepared, or by a new one.
    private func ways(_ act: Act, _ kind: Kind) -> [Schema] {
        let inputs = Schema.named(Self.nameOfInputs(act.name))
        var ways: [Schema] = []
        let isOwn = act.changesRecords && !act.origins.contains(act.slot)
        let origins = (act.origins + (isOwn ? [act.slot] : [])).compactMap { kinds.register.kind(slot: $0)?.code }
        if !origins.isEmpty { ways.append(about(origins, inputs)) }
        if act.changesRecords { ways.append(there(kind, inputs)) }
        if act.makesRecords { ways.append(new(kind, act.asks.filter(\.isRequired).map(\.column), inputs)) }
        return ways
    }

    /// An act about something that is there. What is known of it need not be given.
    private func about(_ origins: [String], _ inputs: Schema) -> Schema {
        let about = Schema.text(like: "^(\(origins.joined(separator: "|")))/.+$").saying("What it is about: kind/code")
        return Schema.object([.must("about", about.with("x-kinds", origins)), .may("set", inputs), Self.ifEntry]).titled(
            "About what is there")
    }

    /// An act done to a record that is there, which may hold what the act asks for.
    private func there(_ kind: Kind, _ inputs: Schema) -> Schema {
        Schema.object([.must("kind", .word(kind.code)), .must("code", .filledText), .may("set", inputs), Self.ifEntry])
            .titled("To a record that is there")
    }

    /// An act that makes a record from nothing, and so must be given all that it means nothing without.
    private func new(_ kind: Kind, _ musts: [String], _ inputs: Schema) -> Schema {
        let code = Schema.filledText.saying("Left out, the house gives one.")
        let given = Schema.Property(name: "set", schema: inputs.requiring(musts), isRequired: !musts.isEmpty)
        return Schema.object([.must("kind", .word(kind.code)), .may("code", code), given]).titled("A new record")
    }

    private func asked(_ column: Kind.Column, of kind: Kind, _ isRequired: Bool) -> Schema.Property {
        let schema = kinds.written(column, of: kind, mayBeBlank: !isRequired)
        return .may(column.name, isRequired ? schema.with("x-must", .flag(true)) : schema)
    }

    private func filled(_ column: Kind.Column, of kind: Kind) -> Schema.Property {
        .may(column.name, kinds.written(column, of: kind, mayBeBlank: true).with("x-filled-by-act", .flag(true)))
    }

    private func said(_ column: Kind.Column, of kind: Kind) -> Schema.Property {
        .may(column.name, kinds.written(column, of: kind, mayBeBlank: true).with("x-only-when-new", .flag(true)))
    }

    /// The rules that stop the act while they are broken: none but those of acts in the world are asked.
    private func stops(of act: Act) -> [String] {
        act.standing == .world ? Set(rules.filter { $0.stops.contains(act.name) }.map(\.id)).sorted() : []
    }
}

extension Act.Standing {
    fileprivate var word: String {
        switch self {
        case .world: "world"
        case .fact: "fact"
        case .preparation: "preparation"
        }
    }

    fileprivate var sentence: String {
        switch self {
        case .world: "It is done in the world: stops are asked."
        case .fact: "It tells what happened: it is kept whatever the rules say, and judged afterwards."
        case .preparation: "It changes what is being prepared: no rule stops it."
        }
    }
}
