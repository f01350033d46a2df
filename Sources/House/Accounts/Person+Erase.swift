import Engine
import Integrity
import Ledger
import Parties
import Rulebook
import Signing

/// A person's data is erased: what is about them is blank from now on in every record, and with the entry their key is destroyed, so
/// that no earlier entry and no later copy can show it again. Whose data must be kept is not erased; and who signed a treaty, with what title,
/// is public record, which the signature itself says from then on.
let erasing = Act(
    .erase, changes: Person.self, standing: .preparation, officers: .two,
    // Who answers for personal data can have it erased without asking whoever keeps it.
    alsoAt: ["DAT"],
    unless: { person, doing throws(Refusal) in
        let hold = doing.picture.each(Hold.byPerson, person.id).first { $0.keeps(on: doing.day) }
        guard let hold else { return }
        throw Refusal(HouseRefusal.erasedWhileHeld, [Fact("person", person.id), Fact("hold", hold.id)])
    }
) { person, doing throws(Refusal) in
    for signature in doing.picture.signaturesKeeping({ $0 == person.id }) { doing.writes(signature) }
    for kind in doing.picture.register.kinds where kind.seals && kind.slot != PendingAct.slot {
        doing.picture[slot: kind.slot].forEach { row in
            guard row.dataSubject == person.id.number, let bare = kind.withoutSealedFields(row) else { return }
            if let own = bare as? Row<Person> { person = own.record } else { doing.writes(bare) }
        }
    }
}
