package import Addresses
import Engine
package import Furniture
import Ledger
import Phrases
package import Rulebook

/// The acts that chores find due and that the reader may do, each at the page where it is done.
package struct DueActs: PageFragment {
    /// An act that has become due, and what it is about.
    package struct DueAct: Sendable {
        package let act: ActName
        package let about: RecordAddress
    }

    package static let name = "due"
    /// The first of them.
    package let named: [DueAct]
    package let count: Int

    package init(_ path: ReadinessPath, for reader: Reader) {
        let due = Self.due(reader)
        count = due.count
        named = due.prefix(Self.most).compactMap { proposed in
            guard let kind = reader.picture.register.kind(slot: proposed.about.slot), let code = reader.picture.code(of: proposed.about)
            else { return nil }
            return DueAct(act: proposed.act, about: RecordAddress(kind.file, code))
        }
    }

    /// That are named one by one.
    private static let most = 10

    private static func due(_ reader: Reader) -> [Chore.Proposed] {
        guard reader.asOf == nil else { return [] }
        let setting = Chore.Setting(picture: reader.picture, slips: reader.slips, now: reader.now)
        return houseChores.flatMap { $0.proposed(setting) }.filter { proposed in
            let kind = houseConstitution.act(proposed.act).flatMap { reader.picture.register.kind(slot: $0.slot) }
            return kind.map(reader.sight.changes) ?? false && reader.sees(proposed.about)
        }
    }

    package var attributes: [Attribute] { count > 0 ? [.class("waiting")] : [] }

    package func write(for reader: Reader, _ html: inout HTML) {
        guard count > 0 else { return }
        html.element(.p, reader.phrases("readiness.due_acts", [Fact("count", count)]))
        html.element(.ul) { html in
            for due in named {
                html.element(.li) { html in
                    html.element(
                        .a, [.href(.act(ActAddress(due.act.rawValue, about: due.about)))],
                        "\(reader.phrases("act.\(due.act.rawValue)")) · \(due.about.code)")
                }
            }
        }
    }
}
