import Engine
import Ledger
import Parties
import Programme
package import Rulebook

/// A printed text that is about a party uses a name that this party approved, and none that is forbidden for it.
///
/// Approved are the official names approved in the text's language and, once the party confirmed its names, those of the register.
/// A name plate must say one of them; any other text may also name nobody. Names are looked for as whole words, marks
/// included, in what is left of the text without the approved ones. It does not look at texts that are about no party, nor at
/// languages that the register has no names in. What is read aloud has a rule of its own under the same number.
///
/// Source: S20 (White House readouts of the G20 in Hamburg, 2017).
package let printedTextsUseApprovedNames = Rule(
    "PTY-02", .stop, about: PrintedText.self, stops: [.printText], finds: Found.self
) { text, see in
    guard let party = see[text.party], let language = Language(rawValue: text.language), !text.text.isEmpty else { return }
    for fault in party.namingFaults(in: text.text, language, see) where fault != .unnamed || text.kind == .namePlate {
        see.slip(
            on: text.reference, party.reference, variant: Found(fault),
            facts: [Fact("text", text.id), Fact("party", party.id), Fact("name", fault.name)], mend: .edit(text.id, "text"))
    }
}

private enum Found: String, SlipVariant {
    case forbidden, unapproved, unnamed

    init(_ fault: NamingFault) {
        self =
            switch fault {
            case .forbidden: .forbidden
            case .unapproved: .unapproved
            case .unnamed: .unnamed
            }
    }
}

extension NamingFault {
    /// The name that should not be said.
    var name: String {
        switch self {
        case .forbidden(let name), .unapproved(let name): name
        case .unnamed: ""
        }
    }
}
