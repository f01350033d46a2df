package import Rulebook
import Ledger
import Parties

/// Who greets a delegation ranks at least as high as the courtesies for its head's level ask for.
///
/// The greeter's level is that of the office named, else the one the record gives. Where no courtesies are set for the level, nothing
/// is asked. That nobody is named to greet is found from three days before the arrival.
///
/// Source: field practice; Circular 71/2018/TT-BTC of the Ministry of Finance, 10 August 2018, art. 5 to 8, orders the courtesies
/// (flowers, lounge, cars, rooms, meals) by the guest's class.
package let greetersMeetTheGuestsLevel = Rule("PRO-07", .fix, about: Greeting.self, finds: Found.self) { greeting, see in
    guard let delegation = see[greeting.delegation], delegation.status != .declined,
        let courtesy = see.each(Courtesy.byLevel, delegation.levelOfHead.rawValue).first(where: { $0.level == delegation.levelOfHead })
    else { return }
    let facts = [
        Fact("greeting", greeting.id), Fact("delegation", delegation.id), Fact("level", .word(delegation.levelOfHead.rawValue)),
        Fact("needed", .word(courtesy.greeterLevel.rawValue)),
    ]
    guard greeting.hasGreeter else {
        guard let at = greeting.at, see.hasCome(at.instant.adding(minutes: -3 * 24 * 60)) else { return }
        see.slip(on: greeting.reference, variant: Found.nobody, facts: facts, mend: .edit(greeting.id, "greeter_office"))
        return
    }
    let level = see[greeting.greeterOffice]?.level ?? greeting.greeterLevel
    guard level.rank > courtesy.greeterLevel.rank else { return }
    see.slip(
        on: greeting.reference, variant: Found.rank, facts: facts + [Fact("greeter_level", .word(level.rawValue))],
        mend: .edit(greeting.id, "greeter_office"))
}

private enum Found: String, SlipVariant {
    case nobody, rank
}
