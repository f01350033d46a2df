package import Addresses
import Committee
package import Furniture
package import Ledger
import Phrases
package import Rulebook

/// What a slip's keeper says of it: that it need not be put right for now, or who has taken it on.
package protocol SlipDecision: Sendable {
    associatedtype Path: PagePath
    /// The word of its phrases: `waive`.
    static var word: String { get }
    /// The kind of the record in which it is kept, and the letter with which the codes of such begin.
    static var kind: Kind { get }
    static var letter: String { get }
    static func slip(_ path: Path) -> SlipName
    static func path(_ slip: SlipName) -> Path
    /// What was sent, as the fields of its record; or what is amiss.
    static func contents(
        _ sent: SentFields, by actor: String, for reader: Reader
    ) -> Result<(contents: [(column: String, value: JSON)], reason: String), Amiss>
    /// What its keeper has to say.
    static func write(_ model: SlipDecisionModel<Self>, _ reader: Reader, _ html: inout HTML)
}

/// What is amiss in what was sent, by the phrase that says so.
package struct Amiss: Error {
    let phrase: String
}

/// The page on which something is decided about a slip: the slip in plain words, and what its keeper has to say.
package struct SlipDecisionModel<Decision: SlipDecision>: FormModel {
    package typealias Path = Decision.Path

    package let slip: Slip
    private let name: SlipName
    /// What was sent and could not be written, with why: nothing of it is lost.
    private(set) var sent = SentFields()
    package private(set) var complaints: [String] = []

    /// Nil where there is no such open slip for this reader, or none that they tend.
    package init?(_ path: Path, for reader: Reader) {
        name = Decision.slip(path)
        guard let slip = reader.slip(name), reader.sight.tends(slip.desk) else { return nil }
        self.slip = slip
    }

    package func wish(_ sent: SentFields, by actor: String, for reader: Reader) -> PageWish {
        switch Decision.contents(sent, by: actor, for: reader) {
        case .failure(let amiss): return .amiss([reader.phrases(amiss.phrase)])
        case .success(let said):
            let about: [(column: String, value: JSON)] = [
                ("classification", .text(classification(reader).rawValue)), ("rule", .text(name.rule)), ("variant", .text(name.variant)),
                ("subjects", .list(name.subjects.map { .text($0) })),
            ]
            let kind = Decision.kind
            // Sent twice from one page it is the same record: its code is made of what the page had seen and of what is said.
            let seen = Int(sent[FormStart.seen]) ?? reader.sequence
            let code = "\(Decision.letter)-\(seen)-\(digest(of: said.contents))"
            let record = WishedRecord(kind: kind.code, code: code, contents: about + said.contents, isNew: true)
            let on = Address.slips(SlipsQuery(rule: name.rule, withWaived: kind.slot == Waiver.slot))
            return .write([record], reason: said.reason, then: on)
        }
    }

    package func again(_ sent: SentFields, _ complaints: [String]) -> Self {
        var other = self
        (other.sent, other.complaints) = (sent, complaints)
        return other
    }

    /// A number that is the same for the same words about the same slip (FNV-1a): it tells records apart and keeps nothing secret.
    private func digest(of contents: [(column: String, value: JSON)]) -> UInt64 {
        let text = ([name.rule, name.variant] + name.subjects + contents.map { "\($0.column) \($0.value.written)" }).joined(separator: "|")
        let hash = text.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        return hash % 10_000_000
    }

    /// What is said of a record is as secret as the record.
    private func classification(_ reader: Reader) -> Classification {
        slip.subjects.compactMap { reader.picture[$0]?.classification }.reduce(.internal) { $0.grade >= $1.grade ? $0 : $1 }
    }

    package func shown(to reader: Reader) -> PageResult {
        .page(
            Page(reader.phrases("slip.\(Decision.word).title"), isLive: false) { html in
                if !complaints.isEmpty {
                    html.element(.div, [.class("errors"), .role("alert")]) { html in
                        for complaint in complaints { html.element(.p, complaint) }
                    }
                }
                SlipText(slip, reader).write(&html)
                html.element(.form, [.class("record"), .action(Address(Decision.path(name))), .method(.post)]) { html in
                    FormStart.write(reader, &html)
                    Decision.write(self, reader, &html)
                    html.element(.div, [.class("buttons")]) { html in
                        html.element(.button, [.type("submit")], reader.phrases("slip.\(Decision.word).submit"))
                        html.element(.a, [.href(.slips(SlipsQuery()))], reader.phrases("form.leave"))
                    }
                }
            })
    }

    func field(_ name: String, _ label: String, _ attributes: [Attribute], _ html: inout HTML) {
        html.element(.div, [.class("field")]) { html in
            html.element(.label, [.for(name)], label)
            html.void(.input, [.id(name), .name(name), .value(sent[name]), .autocomplete("off")] + attributes)
        }
    }
}

extension Reader {
    /// The slip of that name, of those that the reader may know.
    fileprivate func slip(_ name: SlipName) -> Slip? {
        slips.first { $0.rule == name.rule && $0.variant == name.variant && $0.subjectNames(in: picture) == name.subjects }
    }
}
