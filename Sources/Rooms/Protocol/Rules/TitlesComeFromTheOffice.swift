package import Rulebook
import Ledger
import Parties

/// A title that is read aloud, printed or shown is the office-holder's, spelled as the delegation wrote it.
///
/// It names the office it comes from, and the office is held on the day. In Vietnamese and English it is the title in the office's
/// record, in any other language the title as given; the title as given is right everywhere. That the delegation confirmed
/// the spelling is asked for from a day before the title is due, and when it is announced. Names of persons are not looked at.
///
/// Source: S20 (Hamburg 2017: a president of another republic), S21 (London 2017: a name misspelt three times).
package let titlesComeFromTheOffice = Rule("PRO-09", .stop, about: TitleUse.self, stops: [.announceTitle], finds: Found.self) { use, see in
    guard !use.title.isEmpty else { return }
    guard let office = see[use.office] else {
        see.slip(
            on: use.reference, variant: Found.typed, facts: [Fact("use", use.id), Fact("title", use.title)],
            mend: .edit(use.id, "office"))
        return
    }
    guard let fault = fault(of: use, office, see) else { return }
    see.slip(
        on: use.reference, variant: fault.variant,
        facts: [
            Fact("use", use.id), Fact("title", use.title), Fact("office", office.id),
            Fact("right", office.title(in: use.language)),
        ],
        mend: fault.mend)
}

private enum Found: String, SlipVariant {
    case typed, former, spelling, unconfirmed
}

private func fault(of use: TitleUse, _ office: Office, _ see: See) -> (variant: Found, mend: Mend)? {
    if let day = (use.announced ?? use.due)?.day, !office.isHeld(on: day) { return (.former, .edit(use.id, "office")) }
    if use.title != office.title(in: use.language) && use.title != office.titleAsGiven {
        return (.spelling, .edit(use.id, "title"))
    }
    let isDue = use.announced != nil || use.due.map { see.hasCome($0.instant.adding(minutes: -24 * 60)) } ?? false
    return office.titleConfirmedOn == nil && isDue ? (.unconfirmed, .edit(office.id, "title_confirmed_on")) : nil
}
