import Committee
package import Engine
package import Ledger
import Mounting
package import Rulebook
import Venues

/// Who holds which office and what power in this house: read from its officers, accounts and grants.
package struct HouseOffices: Offices {
    package let guarded: Set<Int> = [Account.slot, Grant.slot, Officer.slot, Waiver.slot]
    package let administered: Set<Int> = [Account.slot, Grant.slot]
    /// Every desk of the house, in its order.
    private let desks: [String]

    package init(desks: [String]) { self.desks = desks }

    package func rights(of account: String, in picture: Picture, on day: Day) -> Rights? { Rights.of(account, in: picture, on: day) }

    package func accounts(in picture: Picture) -> [String] { picture.all(Account.self).map(\.heading.code) }

    package func isStaffed(_ picture: Picture) -> Bool { picture[slot: Officer.slot].count > 0 }

    package func isOfficer(_ code: String, in picture: Picture) -> Bool { picture.find(Officer.self, code) != nil }

    package func isOnePerson(_ officer: String, _ other: String, in picture: Picture) -> Bool {
        let person = picture.find(Officer.self, officer)?.person ?? .blank
        return person != .blank && person == picture.find(Officer.self, other)?.person
    }

    /// Only the head or a deputy of a body does.
    package func mayOverride(_ officer: String, in picture: Picture, on day: Day) -> Bool {
        guard let officer = picture.find(Officer.self, officer) else { return false }
        return officer.isValid(on: day) && [.head, .deputy].contains(officer.role)
    }

    package func refuseMeaningless(_ draft: Draft) throws(Refusal) {
        try refuseMeaninglessAccounts(draft)
        try refuseUnknownZones(draft)
    }

    package func refuseSelfMade(_ draft: Draft, by bearer: Permitting) throws(Refusal) { try PowerFromOthers(bearer).refuse(draft) }

    package func kindsOfPower(in draft: Draft, by bearer: Permitting) -> [Kind] { PowerFromOthers(bearer).kinds(in: draft) }
}

extension HouseOffices {
    /// A grant at a desk that there is not would open nothing, and a letter to what is no address arrive nowhere; nobody would see why.
    private func refuseMeaninglessAccounts(_ draft: Draft) throws(Refusal) {
        for change in draft.changes {
            if let mail = (change.row as? Row<Account>)?.record.mail, !mail.isEmpty, !MailAddress.isOne(mail) {
                throw Refusal(.noMailAddress, [Fact("field", "mail"), Fact("value", mail)])
            }
            guard let grant = (change.row as? Row<Grant>)?.record, !grant.desk.isEmpty, !desks.contains(grant.desk) else { continue }
            throw Refusal(
                .unknownDesk, [Fact("field", "desk"), Fact("desk", grant.desk), Fact("desks", desks.joined(separator: ", "))])
        }
    }

    /// A day begins and ends on the clocks of a zone: of one that there is not, nobody could say when.
    private func refuseUnknownZones(_ draft: Draft) throws(Refusal) {
        for change in draft.changes {
            let zone = (change.row as? Row<Ceremony>)?.record.zone ?? (change.row as? Row<Place>)?.record.timeZone
            guard let zone, Zones.named(zone) == nil else { continue }
            throw Refusal(.unknownZone, [Fact("field", "zone"), Fact("zone", zone)])
        }
    }
}
