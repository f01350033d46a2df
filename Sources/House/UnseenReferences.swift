package import Ledger
import Phrases
package import Rulebook

extension ActRequest {
    /// Refuses a field that names a record its sender may not know of, in the words in which one is refused that names none: of what is
    /// hidden nothing is told, not even that it is there.
    package func refuseUnseen(in picture: Picture, sees: (Reference) -> Bool) throws(Refusal) {
        // What is given to an act are columns of the record that it writes, whatever record it is about.
        let written = houseActs.first { $0.name == act }.flatMap { picture.register.kind(slot: $0.slot) }
        for proposal in proposals {
            guard let kind = written ?? picture.register.kind(proposal.kind) else { continue }
            for (name, value) in proposal.contents {
                guard let column = kind.columns.first(where: { $0.name == name }), let code = column.shape.target,
                    let target = picture.register.kind(code)
                else { continue }
                for named in value.list ?? [value] {
                    guard let text = named.text, let number = picture[slot: target.slot].number(of: text),
                        !sees(Reference(slot: target.slot, number: number))
                    else { continue }
                    throw Drafting.unknownReference(text, to: code, in: name, of: proposal)
                }
            }
        }
    }
}
