import Engine
import Integrity
import Ledger
import Rulebook

/// What is kept past its date is to be erased: one act for everybody, proposed to those who may, who hear of it. It is theirs to do, and takes
/// two of them.
let keptTooLong = Chore("kept_too_long", proposes: erasures) { setting in
    let due = erasures(setting)
    guard !due.isEmpty else { return [:] }
    let terms = DataDue(setting.picture, on: setting.picture.zone.day(at: setting.now)).due.terms
    return setting.offices { _, rights in
        guard houseConstitution.lets(rights, do: erasingDue) else { return [] }
        // As each further date comes there is something new to hear.
        return Set(terms.flatMap { kind, days in days.map { "\(kind) \($0)" } })
    }
}

/// Erasing what nobody said may be kept longer. It is worked out from the ceremony, for a slip names the first few alone.
@Sendable private func erasures(_ setting: Chore.Setting) -> [Chore.Proposed] {
    let slips = setting.slips.filter { $0.rule == personalFieldsAreNotKeptTooLong.id }
    let isWaived = !slips.isEmpty && slips.allSatisfy { setting.picture.waiver(for: $0, at: setting.now) != nil }
    guard !isWaived, let ceremony = setting.picture.ceremony,
        DataDue(setting.picture, on: setting.picture.zone.day(at: setting.now)).records > 0
    else { return [] }
    return [Chore.Proposed(.eraseDue, about: ceremony.reference)]
}
