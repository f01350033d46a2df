import Engine
import Ledger
import Parties
package import Rulebook

/// A person's data is erased: what is about them is blank from now on in every record, and with the entry their key is destroyed, so
/// that no earlier entry and no later copy can show it again.
let erasing = Act(.erase, changes: Person.self, standing: .preparation, officers: .two) { person, doing throws(Refusal) in
    for kind in doing.picture.register.kinds where kind.seals && kind.slot != PendingAct.slot {
        doing.picture[slot: kind.slot].forEach { row in
            guard row.dataSubject == person.id.number, let bare = kind.withoutSealedFields(row) else { return }
            if let own = bare as? Row<Person> { person = own.record } else { doing.writes(bare) }
        }
    }
}
