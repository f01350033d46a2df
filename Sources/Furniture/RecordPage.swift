package import Addresses
package import Ledger
import Phrases
import Rulebook

/// A record's whole page: its facts, its slips, what refers to it, and its history.
package struct RecordPage: Sendable {
    /// One alteration of a record, as the journal tells it.
    package struct Past: Sendable {
        package let sequence: Int
        package let happened: Instant
        /// Whoever did it, in the reader's words.
        package let signatories: String
        package let act: String
        package let reason: String
        package let before: (any AnyRow)?
        package let after: (any AnyRow)?
        /// Whether the act lets its officer take it back still.
        package var mayBeTakenBack = false
        /// Whether it erased what the record held of somebody: nothing that is left tells of it.
        package var erases = false

        package init(
            sequence: Int, happened: Instant, signatories: String, act: String, reason: String, before: (any AnyRow)?, after: (any AnyRow)?
        ) {
            self.sequence = sequence
            self.happened = happened
            self.signatories = signatories
            self.act = act
            self.reason = reason
            self.before = before
            self.after = after
        }
    }

    private let kind: Kind
    private let row: any AnyRow
    /// The columns that the reader may see.
    private let places: [Int]
    private let slips: [Slip]
    private let users: [(kind: Kind, column: Kind.Column, count: Int)]
    private let history: [Past]
    /// The acts that can be done at this record.
    private let offers: [ActOffer]
    private let remarks: [String]
    private let parts: [ToldPart]
    /// Whether nothing is to be done to it any more.
    private let isOver: Bool
    private let preview: PreviewText?
    private let reader: Reader

    /// Nil where there is no such record for this reader.
    ///
    /// - Parameters:
    ///   - remarks: what is to be said of the record beyond what it holds, and `parts` the same under labels.
    ///   - isOver: whether nothing is to be done to it any more: no act and no form is offered.
    ///   - preview: what it would do, where it is something that may be done.
    package init?(
        _ address: RecordAddress, for reader: Reader, offers: [ActOffer] = [], remarks: [String] = [], parts: [ToldPart] = [],
        preview: PreviewText? = nil, isOver: Bool = false, history: (Reference) -> [Past]
    ) {
        self.offers = offers
        self.remarks = remarks
        self.parts = parts
        self.isOver = isOver
        self.preview = preview
        guard let kind = reader.picture.register.kind(file: address.file), reader.sight.sees(kind),
            let number = reader.picture[slot: kind.slot].number(of: address.code), let row = reader.picture[slot: kind.slot][number],
            reader.sight.sees(row, of: kind)
        else { return nil }
        self.kind = kind
        self.row = row
        self.reader = reader
        written = address.written
        places = kind.columns.indices.filter { reader.sight.sees(kind.columns[$0], of: kind) }
        slips = reader.slips.filter { $0.subjects.contains(row.reference) }
        users = RecordPage.users(of: row.reference, for: reader)
        let places = places
        self.history = history(row.reference).filter { RecordPage.isSeen($0, of: kind, places, reader) }
    }

    /// Of a version that the reader may not know, and of a change that they may not see, nothing is told, not even when it was.
    private static func isSeen(_ past: Past, of kind: Kind, _ places: [Int], _ reader: Reader) -> Bool {
        guard let after = past.after else { return past.before.map { reader.sight.sees($0, of: kind) } ?? false }
        guard reader.sight.sees(after, of: kind) else { return false }
        guard let before = past.before, !past.erases else { return true }
        return reader.sight.sees(before, of: kind) && places.contains { before.value($0) != after.value($0) }
    }

    /// The entry that the reader has just written.
    private let written: Int?

    package var page: Page {
        Page(reader.name(row.reference).raised) { html in
            // An address can be made up; what it says was written is told where it was.
            if let written, written == reader.sequence || history.contains(where: { $0.sequence == written }) { receipt(written, &html) }
            state(&html)
            for remark in remarks { html.element(.p, [.class("barred"), .role("status")], remark) }
            for part in parts { part.write(reader, &html) }
            preview?.write(reader, &html)
            if !isOver, reader.sight.mends(kind) || !offers.isEmpty { acts(&html) }
            if !slips.isEmpty { slipList(&html) }
            facts(&html)
            if !users.isEmpty { references(&html) }
            if !history.isEmpty { past(&html) }
        }
    }

    private func state(_ html: inout HTML) {
        html.element(.p, [.class("state")]) { html in
            html.element(.a, [.href(.list(ListQuery(kind.file, asOf: reader.asOf)))], reader.phrases("kind.\(kind.code).many"))
            html.text(" · \(row.code) · ")
            html.element(.span, [.class("classification")], reader.phrases("word.\(row.classification.rawValue)"))
        }
        guard let assumption = reader.assumption(of: row) else { return }
        html.element(.p, [.class("assumed")], reader.phrases("record.assumed", [Fact("what", assumption)]))
    }

    /// What was just written, with the way back.
    private func receipt(_ entry: Int, _ html: inout HTML) {
        html.element(.form, [.class("receipt"), .role("status"), .action(.undo(entry: entry)), .method(.post)]) { html in
            token(reader, &html)
            // What was only asked for is not taken for done.
            let act = history.last { $0.sequence == entry }?.act ?? ""
            let phrase = "record.written.\(act)"
            html.text(reader.phrases(reader.phrases.has(phrase) ? phrase : "record.written", [Fact("entry", entry)]) + " ")
            // What was done in the world is taken back only where its act allows it.
            if mayTakeBack { html.element(.button, [.type("submit"), .class("plain")], reader.phrases("record.undo")) }
        }
    }

    private var mayTakeBack: Bool {
        guard let last = history.last, last.sequence == written else { return reader.sight.enters(kind) }
        return last.act == "edit" || last.act == "remove" ? reader.sight.enters(kind) : last.mayBeTakenBack
    }

    private func acts(_ html: inout HTML) {
        html.element(.div, [.class("acts")]) { html in
            offers.possible(reader, &html)
            if reader.sight.mends(kind) {
                html.element(.a, [.href(.edit(RecordAddress(kind.file, row.code))), .key("e")], reader.phrases("record.edit"))
                for place in places where kind.columns[place].shape.attachmentUse != nil {
                    let field = reader.voice.field(kind.columns[place], of: kind)
                    html.element(.a, [.href(.attach(attachment(place)))], reader.phrases("attachment.attach", [Fact("field", field)]))
                }
            }
            offers.barred(reader, &html)
        }
    }

    private func slipList(_ html: inout HTML) {
        html.element(.section, [.class("slips"), .aria(.labelledby, "slips")]) { html in
            html.element(.h2, [.id("slips")], reader.phrases("record.slips", [Fact("count", slips.count)]))
            html.element(.ul) { html in for slip in slips { html.element(.li) { SlipText(slip, reader).write(&$0) } } }
        }
    }

    private func facts(_ html: inout HTML) {
        // These stand beside the title already.
        let above: [Meaning?] = [.code, .classification, .assumption]
        html.element(.section, [.aria(.labelledby, "facts")]) { html in
            html.element(.h2, [.id("facts")], reader.phrases("record.facts"))
            html.element(.dl, [.class("facts")]) { html in
                for place in places where !above.contains(kind.columns[place].meaning) {
                    guard row.value(place) != .absent else { continue }
                    html.element(.dt, reader.voice.field(kind.columns[place], of: kind))
                    html.element(.dd) { fact(row, at: place, &$0) }
                }
            }
        }
    }

    /// Of a file a link under which it is fetched, as it is now.
    private func fact(_ row: any AnyRow, at place: Int, _ html: inout HTML) {
        guard kind.columns[place].shape.attachmentUse != nil, reader.asOf == nil else { return reader.write(row, place, of: kind, &html) }
        html.shown.take(kind.columns[place], of: kind, row.code)
        html.element(
            .a, [.href(.attachment(attachment(place)))],
            reader.voice.value(row.value(place), of: kind.columns[place], kind, in: reader.picture))
    }

    private func attachment(_ place: Int) -> AttachmentAddress {
        AttachmentAddress(RecordAddress(kind.file, row.code), kind.columns[place].name)
    }

    private func references(_ html: inout HTML) {
        html.element(.section, [.aria(.labelledby, "references")]) { html in
            html.element(.h2, [.id("references")], reader.phrases("record.references"))
            html.element(.ul) { html in
                for (kind, column, count) in users {
                    let query = ListQuery(kind.file, filters: [.init(column.name, row.code)], asOf: reader.asOf)
                    html.element(.li) { html in
                        html.element(.a, [.href(.list(query))], reader.phrases("kind.\(kind.code).many"))
                        html.text(" (\(reader.voice.field(column, of: kind))): \(reader.phrases.grouped(count))")
                    }
                }
            }
        }
    }

    private func past(_ html: inout HTML) {
        html.element(.section, [.class("history"), .aria(.labelledby, "history")]) { html in
            html.element(.h2, [.id("history")], reader.phrases("record.history"))
            html.element(.ol) { html in for alteration in history.reversed() { html.element(.li) { alter(alteration, &$0) } } }
        }
    }

    private func alter(_ past: Past, _ html: inout HTML) {
        let moment = Moment(past.happened, in: reader.picture.zone)
        html.element(.p) { html in
            html.element(.time, [.datetime(moment)], reader.phrases.moment(moment))
            html.text(" · ")
            html.element(.bdi, past.signatories)
            if reader.phrases.has("act.\(past.act)") { html.text(" · \(reader.phrases("act.\(past.act)"))") }
            if past.erases { html.text(" · \(reader.phrases("record.erased_here"))") }
            html.text(past.reason.isEmpty ? "" : " · \(past.reason)")
        }
        Difference(kind, past.before, past.after).write(reader, &html)
    }

    /// How many records name this one, kind by kind and column by column, of those that the reader may see.
    private static func users(of target: Reference, for reader: Reader) -> [(kind: Kind, column: Kind.Column, count: Int)] {
        let picture = reader.picture
        return picture.register.columns(naming: target.slot).compactMap { naming in
            // What the reader may not know of is not looked at either: the page would name it.
            guard let kind = picture.register.kind(slot: naming.slot), reader.sight.sees(kind) else { return nil }
            let column = kind.columns[naming.place]
            guard reader.sight.sees(column, of: kind) else { return nil }
            let table = picture[slot: kind.slot]
            let count = picture.referrers(of: target, in: naming).count { number in
                table[number].map { reader.sight.sees($0, of: kind) } ?? false
            }
            return count > 0 ? (kind, column, count) : nil
        }
    }
}
