package import Rulebook
import Ledger

/// Where two parties are easily taken for one another, a second officer confirms each thing chosen for a confirmed delegation.
///
/// The things are the party itself and its name plate, flag and anthem, each as soon as it exists. Who confirms is another
/// officer than who chose, and says so on a day. What is read aloud comes from approved names, which have a rule of their own.
///
/// Source: W08 (look-alike Vietnamese names: Áo/Úc, Triều Tiên/Hàn Quốc, Slovakia/Slovenia, Dominica/Dominicana, the two
/// Congos), S12 (the flag at Hampden Park, 2012).
package let lookAlikesAreConfirmedTwice = Rule(
    "PTY-03", .fix, about: Delegation.self, finds: LookAlikeConfirmation.Item.self
) { delegation, see in
    guard delegation.status == .confirmed, let party = delegation.party,
        let pair = see.each(LookAlike.byParty, party).first
    else { return }
    let confirmations = see.each(LookAlikeConfirmation.byDelegation, delegation.id)
    let confirmed = Set(confirmations.filter(\.isBySecondOfficer).flatMap(\.items))
    for item in itemsInUse(of: party, see) where !confirmed.contains(item) {
        let begun = confirmations.first { $0.items.contains(item) }
        see.slip(
            on: delegation.reference, variant: item,
            facts: [
                Fact("delegation", delegation.id), Fact("party", party), Fact("other", pair.party == party ? pair.other : pair.party),
            ],
            mend: begun.map { .edit($0.id, "confirmed_by") } ?? .add(LookAlikeConfirmation.self))
    }
}

extension LookAlikeConfirmation.Item: SlipVariant {}

private func itemsInUse(of party: ID<Party>, _ see: See) -> [LookAlikeConfirmation.Item] {
    let kinds = Set(see.each(Symbol.byParty, party).map(\.kind))
    return [.party] + Symbol.Sort.allCases.filter(kinds.contains).map(\.item)
}

extension Symbol.Sort {
    fileprivate var item: LookAlikeConfirmation.Item {
        switch self {
        case .flag: .flag
        case .anthem: .anthem
        case .namePlate: .namePlate
        }
    }
}
