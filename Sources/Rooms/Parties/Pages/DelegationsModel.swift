package import Addresses
package import Furniture
import Ledger
package import Parties
import Phrases
package import Rulebook

/// Where the delegations are shown together.
package struct DelegationsPath: SinglePath {
    package static let word = "delegations"
    package init() {}
}

/// The delegations by how far they have come and by the level of their head.
package struct DelegationsModel: PageModel {
    /// One delegation as it stands on a board.
    package struct Card: Sendable {
        package let delegation: Delegation
        /// How its party is called by this reader.
        package let name: String
        /// The worst that is wrong with it; nil where nothing is.
        package let worst: Severity?
    }

    /// The delegations that have come equally far, the highest level first.
    package struct Board: Sendable {
        package let status: Delegation.Status
        package let cards: [Card]
    }

    /// Confirmed delegations by kind and level of head: the figures that are announced.
    package struct Levels: Sendable {
        package let kinds: [Delegation.Sort]
        /// How many there are of each of the kinds, level by level, the highest first.
        package let rows: [(level: Level, counts: [Int])]
        /// How many of each kind there are of all levels.
        package let sums: [Int]
    }

    /// Nil where none is confirmed.
    package let levels: Levels?
    package let boards: [Board]

    package init(_ path: DelegationsPath, for reader: Reader) {
        let delegations = reader.picture.all(Delegation.self).filter { reader.sees($0.reference) }
        levels = Self.levels(of: delegations.filter { $0.status == .confirmed })
        let worst = Self.worst(of: reader.openSlips)
        boards = [Delegation.Status.confirmed, .invited, .planned, .declined].compactMap { status in
            let cards = delegations.filter { $0.status == status }.map { delegation in
                Card(
                    delegation: delegation, name: delegation.party.map { reader.name(Reference($0)) } ?? delegation.code,
                    worst: worst[delegation.reference])
            }
            guard !cards.isEmpty else { return nil }
            let ordered = cards.map { (rank: $0.delegation.levelOfHead.rank, name: reader.phrases.order(of: $0.name), card: $0) }
                .sorted { ($0.rank, $0.name, $0.card.delegation.code) < ($1.rank, $1.name, $1.card.delegation.code) }
            return Board(status: status, cards: ordered.map(\.card))
        }
    }

    private static func levels(of confirmed: [Delegation]) -> Levels? {
        guard !confirmed.isEmpty else { return nil }
        let kinds = Delegation.Sort.allCases.filter { kind in confirmed.contains { $0.kind == kind } }
        let levels = Level.allCases.filter { level in confirmed.contains { $0.levelOfHead == level } }.sorted { $0.rank < $1.rank }
        return Levels(
            kinds: kinds,
            rows: levels.map { level in
                (level, kinds.map { kind in confirmed.count { $0.levelOfHead == level && $0.kind == kind } })
            },
            sums: kinds.map { kind in confirmed.count { $0.kind == kind } })
    }

    /// The worst that is wrong with each delegation.
    private static func worst(of slips: [Slip]) -> [Reference: Severity] {
        slips.reduce(into: [:]) { worst, slip in
            for subject in slip.subjects where subject.slot == Delegation.slot {
                worst[subject] = max(worst[subject] ?? slip.severity, slip.severity)
            }
        }
    }
}
