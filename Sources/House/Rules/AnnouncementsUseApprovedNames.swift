import Engine
import Ledger
import Parties
import Programme
package import Rulebook

/// What a cue has read aloud about a party uses a name that this party approved, and none that is forbidden for it.
///
/// It looks at the Vietnamese and the English words of cues at which a party stands. Words that name no party at all are in
/// order. Printed texts have a rule of their own under the same number.
///
/// Source: S19 ("Republic of China" announced at the White House, 2006).
package let announcementsUseApprovedNames = Rule("PTY-02", .stop, about: Cue.self, stops: [.callCue], finds: Found.self) { cue, see in
    guard let party = see[cue.party] else { return }
    for (text, language, field) in [(cue.textVietnamese, Language.vietnamese, "text_vi"), (cue.textEnglish, .english, "text_en")]
    where !text.isEmpty {
        for fault in party.namingFaults(in: text, language, see) {
            guard let found = Found(fault, in: language) else { continue }
            see.slip(
                on: cue.reference, party.reference, variant: found,
                facts: [Fact("text", cue.id), Fact("party", party.id), Fact("name", fault.name)], mend: .edit(cue.id, field))
        }
    }
}

private enum Found: String, SlipVariant {
    case forbiddenInVietnamese = "forbidden_vi", forbiddenInEnglish = "forbidden_en"
    case unapprovedInVietnamese = "unapproved_vi", unapprovedInEnglish = "unapproved_en"

    /// Words that name no party at all are in order.
    init?(_ fault: NamingFault, in language: Language) {
        switch fault {
        case .forbidden: self = language == .vietnamese ? .forbiddenInVietnamese : .forbiddenInEnglish
        case .unapproved: self = language == .vietnamese ? .unapprovedInVietnamese : .unapprovedInEnglish
        case .unnamed: return nil
        }
    }
}
