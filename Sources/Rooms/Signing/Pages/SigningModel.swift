package import Addresses
package import Furniture
package import Ledger
package import Parties
import Phrases
import Rulebook
package import Signing

/// Where the signing register stands.
package struct SigningPath: SinglePath {
    package static let word = "signing"
    package init() {}
}

/// The signing register: each treaty's standing, and each table's queue with what entitles every signer. Only what the reader may know of is
/// listed and counted.
package struct SigningModel: PageModel {
    /// By what a party may sign.
    package enum Authority: Sendable {
        /// Nobody has said which party.
        case unknown
        /// The signer's office needs no full powers.
        case office
        /// The best of its full powers, as the treaty section has reviewed them.
        case powers(FullPowers)
        case none
    }

    /// One place in a table's queue.
    package struct Line: Sendable {
        package let slot: SigningSlot
        package let authority: Authority
        package let signature: Signature?
    }

    package struct Queue: Sendable {
        package let table: SigningTable
        package let lines: [Line]
    }

    /// Who means to sign, by whom, and whether they may.
    package struct Meant: Sendable {
        package let intention: Intention
        package let authority: Authority
    }

    /// What has become of a treaty.
    package struct Standing: Sendable {
        package let treaty: Treaty
        package let signatories: Int
        package let counted: Int
        package let inForce: Day?
        package let queues: [Queue]
        /// Before there is a queue, in the order of the parties' names.
        package let meant: [Meant]
    }

    package let treaties: [Standing]

    package init(_ path: SigningPath, for reader: Reader) {
        let seen = reader.seen
        let see = See(seen, at: reader.now)
        let today = reader.picture.zone.day(at: reader.now)
        treaties = seen.all(Treaty.self).map { treaty in
            let standing = TreatyRecords(of: treaty, see).standing
            let tables = seen.each(SigningTable.byTreaty, treaty.id)
            let register = Register(treaty: treaty, seen: seen, now: reader.now, today: today)
            return Standing(
                treaty: treaty, signatories: standing.signatories(on: today).count, counted: standing.counted(on: today).count,
                inForce: standing.entersIntoForceOn, queues: tables.map(register.queue),
                meant: tables.isEmpty ? register.meant(namedBy: reader) : [])
        }
    }

    /// What of the ceremony is about one treaty.
    private struct Register {
        let treaty: Treaty
        let seen: Picture
        let now: Instant
        let today: Day

        func queue(at table: SigningTable) -> Queue {
            let signed = Dictionary(grouping: seen.each(Signature.byTreaty, treaty.id)) { $0.party }
            let slots = seen.each(SigningSlot.byTable, table.id).sorted { ($0.position, $0.id) < ($1.position, $1.id) }
            return Queue(
                table: table,
                lines: slots.map { Line(slot: $0, authority: authority(of: $0.party), signature: signed[$0.party]?.first) })
        }

        func meant(namedBy reader: Reader) -> [Meant] {
            seen.all(Intention.self).filter { $0.treaty == treaty.id && $0.intent == .willSign }
                .map { (name: $0.party.map { reader.phrases.order(of: reader.name(Reference($0))) } ?? $0.heading.code, intention: $0) }
                .sorted { ($0.name, $0.intention.id) < ($1.name, $1.intention.id) }
                .map { Meant(intention: $0.intention, authority: authority(of: $0.intention.party)) }
        }

        private func authority(of party: ID<Party>?) -> Authority {
            guard let party else { return .unknown }
            let see = See(seen, at: now)
            let intention = seen.all(Intention.self).first { $0.party == party && $0.treaty == treaty.id }
            if let person = intention?.signer, Signer(person, for: party, of: treaty.id, on: today).signsByOffice(see) { return .office }
            let powers = seen.each(FullPowers.byParty, party).filter { $0.treaty == treaty.id || $0.form == .general }
            return powers.max { rank($0.status) < rank($1.status) }.map { .powers($0) } ?? .none
        }

        private func rank(_ status: FullPowers.Status) -> Int {
            [.withdrawn, .rejected, .expected, .received, .underReview, .accepted].firstIndex(of: status) ?? 0
        }
    }
}
