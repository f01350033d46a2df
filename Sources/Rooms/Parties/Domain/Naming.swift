package import Rulebook
import Ledger

/// What is wrong with how a text names a party.
package enum NamingFault: Hashable, Sendable {
    /// It says a name that is forbidden for the party.
    case forbidden(String)
    /// It says a name that the party has not approved in that language.
    case unapproved(String)
    /// It says none of the approved names.
    case unnamed
}

extension Party {
    /// What is wrong with how a text names the party.
    ///
    /// Approved are the official names that the party approved in that language and, once it confirmed its names, those of the
    /// register. They are taken out of the text before it is searched for others.
    package func namingFaults(in text: String, _ language: Language, _ see: See) -> [NamingFault] {
        let official = see.each(OfficialName.byParty, id).filter { $0.language == language }
        let registered = [name(in: language), language == .english ? nameAtDepositary : ""]
        let approved = official.filter(\.isApproved).map(\.text) + (namesStatus == .confirmed ? registered : [])
        let said = Wording(text, in: language)
        let names = approved.map { Wording($0, in: language) }.filter(said.says)
        let rest = names.sorted { $0.count > $1.count }.reduce(said) { $0.leavingOut($1) }
        let forbidden = forbiddenAliases.filter { rest.says(Wording($0, in: language)) }
        let others = registered + official.map(\.text) + aliases
        let unapproved = others.filter { !forbidden.contains($0) && rest.says(Wording($0, in: language)) }.prefix(1)
        let faults = forbidden.prefix(1).map(NamingFault.forbidden) + unapproved.map(NamingFault.unapproved)
        return names.isEmpty && faults.isEmpty ? [.unnamed] : faults
    }
}
