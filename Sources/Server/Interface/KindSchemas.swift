import Engine
import Ledger
import Phrases
import Rulebook

/// What records look like to programs: as they are read, and as preparation writes them. All of it follows from their kinds.
struct KindSchemas {
    let register: Register
    let actOnly: ActOnly
    let voice: Voice

    static func nameOfRecord(_ kind: Kind) -> String { "Record_\(kind.code)" }
    static func nameOfEdit(_ kind: Kind) -> String { "Edit_\(kind.code)" }

    /// A record as it is read: what stands in it and may be seen. What is blank is left out.
    func record(_ kind: Kind) -> Schema {
        let fields = columns(of: kind).map { column in
            let schema = named(.read(column.shape), column, of: kind)
            return Schema.Property(name: column.name, schema: schema, isRequired: column.isRequired && !column.isSealed)
        }
        let properties: [Schema.Property] = [
            .must("kind", .word(kind.code)), .must("code", .text), .must("happened", .named("Instant")),
            .must("entry", Schema.whole.saying("The entry that last changed it: what an act is told in if_entry.")),
            .must("fields", .object(fields)),
        ]
        return Schema.object(properties).titled(voice.phrases("kind.\(kind.code)"))
    }

    /// A record as preparation writes it: the columns that are given are set, the others stay as they are.
    func edit(_ kind: Kind) -> Schema {
        let columns = prepared(kind)
        let fields = columns.map { Schema.Property.may($0.name, prepared($0, of: kind)) }
        let properties: [Schema.Property] = [
            .must("kind", .word(kind.code)), .must("code", .filledText), .may("set", .object(fields)), ActSchemas.ifEntry,
        ]
        let schema = Schema.object(properties).titled(voice.phrases("kind.\(kind.code)"))
        if let act = actOnly.wayIn(to: kind.slot) { return schema.saying("A new one comes about by the act \(act.rawValue) alone.") }
        return schema.with("x-required-when-new", columns.filter(\.isRequired).map(\.name))
    }

    /// The columns that preparation writes; none where a kind is written by acts alone.
    func prepared(_ kind: Kind) -> [Kind.Column] {
        let closed = actOnly.closed(of: kind, as: nil)
        return columns(of: kind).filter { !closed.contains($0.name) && $0.shape.attachmentUse == nil }
    }

    /// What goes into a column, for an act or for preparation: null leaves it blank, where it may be.
    func written(_ column: Kind.Column, of kind: Kind, mayBeBlank: Bool) -> Schema {
        let schema = Schema.written(column.shape)
        return named(mayBeBlank ? schema.orNull : schema, column, of: kind)
    }

    func column(_ name: String, of kind: Kind) -> Kind.Column? { kind.place(of: name).map { kind.columns[$0] } }

    /// What programs are told of a kind: a record's code stands beside its fields.
    private func columns(of kind: Kind) -> [Kind.Column] { kind.columns.filter { !$0.isCode && !$0.isInner } }

    /// A column without the words that only acts set.
    private func prepared(_ column: Kind.Column, of kind: Kind) -> Schema {
        guard case .choice(let words) = column.shape, let withheld = actOnly.withheld(of: kind)[column.name] else {
            return written(column, of: kind, mayBeBlank: !column.isRequired)
        }
        let schema = Schema.words(words.filter { !withheld.contains($0) })
        return named(column.isRequired ? schema : schema.orNull, column, of: kind)
    }

    /// The schema with the column's name in plain words, and whether it is about a person.
    private func named(_ schema: Schema, _ column: Kind.Column, of kind: Kind) -> Schema {
        let titled = schema.titled(voice.field(column, of: kind))
        guard let processing = column.processing else { return titled }
        return titled.with("x-personal", .flag(true)).with("x-seen-by", processing.seenBy)
    }
}

extension Schema {
    /// What is written into a field of that shape: other records stand by their codes.
    static func written(_ shape: Shape) -> Schema {
        switch shape {
        case .text: text
        case .integer: whole
        case .flag: flag
        case .day: day
        case .moment: named("Moment")
        case .reference(let kind): text.saying("The code of a record of kind \(kind)").with("x-kind", kind)
        case .choice(let words): self.words(words)
        case .attachment: text.saying("Hash, kind and length of a file, which is set and read at an address of its own")
        case .list(let item): list(written(item))
        }
    }

    /// What is read from it: a record that the reader may not know of is null.
    static func read(_ shape: Shape) -> Schema {
        switch shape {
        case .reference: written(shape).orNull
        case .list(let item): list(read(item))
        default: written(shape)
        }
    }
}
