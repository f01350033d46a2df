import Engine
import Integrity
import Ledger
import Rulebook

/// Whose data is kept past its date is to be erased: proposed to those who may, who hear of it. It is theirs to do, and takes two of them.
let keptTooLong = Chore("kept_too_long", proposes: erasures) { setting in
    let due = erasures(setting)
    return setting.offices { _, rights in
        guard rights.does(erasing) else { return [] }
        let theirs = due.filter { proposed in setting.picture[proposed.about].map { rights.sees($0, in: setting.picture) } ?? false }
        return Set(theirs.map { "\($0.about.number)" })
    }
}

/// Erasing everybody whom the rule names and nobody said may be kept longer.
@Sendable private func erasures(_ setting: Chore.Setting) -> [Chore.Proposed] {
    setting.slips.filter { $0.rule == personalFieldsAreNotKeptTooLong.id && setting.picture.waiver(for: $0, at: setting.now) == nil }
        .flatMap(\.subjects).filter { $0.slot == erasing.slot }.map { Chore.Proposed(.erase, about: $0) }
}
