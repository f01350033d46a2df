package import Ledger
package import Parties

/// Where a treaty stands: who signed, who is bound and since when, and when it enters into force.
package struct Standing: Hashable, Sendable {
    /// The day on which the last condition was met.
    package let conditionsMetOn: Day?
    /// The day on which the treaty itself enters into force.
    package let entersIntoForceOn: Day?

    private let clause: FinalClause
    private let deeds: [Participation]

    init(under clause: FinalClause, after deeds: [Participation]) {
        self.clause = clause
        self.deeds = deeds.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }.map(\.element)
        conditionsMetOn = Standing.dayOfMeeting(clause, self.deeds)
        entersIntoForceOn = conditionsMetOn.map(clause.delay.end)
    }

    /// Who had signed by the end of a day, States and organisations alike.
    package func signatories(on day: Day) -> Set<ID<Party>> {
        Set(until(day).filter { $0.deed == .signature || $0.deed == .definitiveSignature }.map(\.party))
    }

    /// Whose instruments counted towards entry into force by the end of a day: organisations add nothing.
    ///
    /// Once the conditions are met, a withdrawal changes nothing any more in what fulfilled them; a party that falls away
    /// after entry into force ends nothing either (Vienna Convention on the Law of Treaties, art. 55).
    package func counted(on day: Day) -> Set<ID<Party>> {
        Standing.counted(clause, until(day), freezing: conditionsMetOn)
    }

    /// Which instrument of those that count a party's is: 40 for the fortieth; nil where it does not count.
    package func ordinal(of party: ID<Party>) -> Int? {
        var seen: Set<ID<Party>> = []
        for deed in deeds where Standing.binds(deed, under: clause) && !deed.isOrganisation {
            seen.insert(deed.party)
            if deed.party == party { return seen.count }
        }
        return nil
    }

    /// From when the treaty binds a party; nil while it has no instrument, withdrew it in time, or the conditions are not met.
    package func inForce(for party: ID<Party>) -> Day? { inForce(for: party, in: deeds) }

    /// Whom the treaty binds on a day: in force for them, and no withdrawal has taken effect.
    package func parties(on day: Day) -> Set<ID<Party>> {
        let past = until(day)
        return Set(past.map(\.party)).filter { party in
            guard let since = inForce(for: party, in: past), since <= day else { return false }
            guard let notice = withdrawal(of: party, in: past) else { return true }
            return day < clause.withdrawalDelay.end(from: notice)
        }
    }

    private func inForce(for party: ID<Party>, in deeds: [Participation]) -> Day? {
        guard let entry = entersIntoForceOn, let met = conditionsMetOn,
            let own = deeds.last(where: { $0.party == party && Standing.binds($0, under: clause) })
        else { return nil }
        if let notice = withdrawal(of: party, in: deeds), notice <= met { return nil }
        return own.day <= met ? entry : max(entry, clause.laterDelay.end(from: own.day))
    }

    /// The day of a party's notice of withdrawal, where it has not come back since.
    private func withdrawal(of party: ID<Party>, in deeds: [Participation]) -> Day? {
        let own = deeds.last { $0.party == party && ($0.deed == .withdrawal || Standing.binds($0, under: clause)) }
        return own?.deed == .withdrawal ? own?.day : nil
    }

    private func until(_ day: Day) -> [Participation] { deeds.filter { $0.day <= day } }

    private static func dayOfMeeting(_ clause: FinalClause, _ deeds: [Participation]) -> Day? {
        guard !clause.thresholds.isEmpty else { return nil }
        var bound: Set<ID<Party>> = []
        for deed in deeds where !deed.isOrganisation {
            if binds(deed, under: clause) { bound.insert(deed.party) }
            if deed.deed == .withdrawal { bound.remove(deed.party) }
            if clause.thresholds.allSatisfy({ $0.isMet(by: bound) }) { return deed.day }
        }
        return nil
    }

    private static func counted(_ clause: FinalClause, _ deeds: [Participation], freezing met: Day?) -> Set<ID<Party>> {
        var counted: Set<ID<Party>> = []
        for deed in deeds where !deed.isOrganisation {
            if binds(deed, under: clause) { counted.insert(deed.party) }
            if deed.deed == .withdrawal, met.map({ deed.day < $0 }) ?? true { counted.remove(deed.party) }
        }
        return counted
    }

    private static func binds(_ deed: Participation, under clause: FinalClause) -> Bool {
        deed.deed == .deposit || deed.deed == .definitiveSignature && clause.allowsDefinitiveSignature
    }
}
