import Ledger
import Parties
import RulebookTesting
import Signing
import Testing

/// A treaty of the world with its clause, the day on which its conditions were met and the day on which it entered into force.
struct KnownTreaty: Sendable, CustomTestStringConvertible {
    let name: String
    let instruments: Int
    let delay: Delay
    /// Deposit of the instrument that met the last condition.
    let met: String
    let inForce: String
    let source: String
    var testDescription: String { "\(name) (\(source))" }
}

private let known = [
    KnownTreaty(
        name: "Vienna Convention on the Law of Treaties", instruments: 35, delay: Delay(30, .days), met: "1979-12-28",
        inForce: "1980-01-27", source: "art. 84; MTDSG XXIII-1"),
    KnownTreaty(
        name: "CEDAW", instruments: 20, delay: Delay(30, .days), met: "1981-08-04", inForce: "1981-09-03", source: "art. 27; MTDSG IV-8"),
    KnownTreaty(
        name: "International Covenant on Civil and Political Rights", instruments: 35, delay: Delay(3, .months), met: "1975-12-23",
        inForce: "1976-03-23", source: "art. 49; MTDSG IV-4"),
    KnownTreaty(
        name: "UNFCCC", instruments: 50, delay: Delay(90, .days), met: "1993-12-21", inForce: "1994-03-21",
        source: "art. 23; MTDSG XXVII-7"),
    KnownTreaty(
        name: "UN Convention on the Law of the Sea", instruments: 60, delay: Delay(12, .months), met: "1993-11-16",
        inForce: "1994-11-16", source: "art. 308; MTDSG XXI-6"),
    KnownTreaty(
        name: "Chemical Weapons Convention", instruments: 65, delay: Delay(180, .days), met: "1996-10-31", inForce: "1997-04-29",
        source: "art. XXI; MTDSG XXVI-3"),
    KnownTreaty(
        name: "Anti-Personnel Mine Ban Convention", instruments: 40, delay: Delay(6, .months, landing: .firstOfMonth),
        met: "1998-09-16", inForce: "1999-03-01", source: "art. 17; MTDSG XXVI-5"),
    KnownTreaty(
        name: "Rome Statute", instruments: 60, delay: Delay(60, .days, landing: .firstOfNextMonth), met: "2002-04-11",
        inForce: "2002-07-01", source: "art. 126; MTDSG XVIII-10"),
    KnownTreaty(
        name: "UNTOC", instruments: 40, delay: Delay(90, .days), met: "2003-07-01", inForce: "2003-09-29",
        source: "art. 38; MTDSG XVIII-12"),
    KnownTreaty(
        name: "UNCAC", instruments: 30, delay: Delay(90, .days), met: "2005-09-15", inForce: "2005-12-14",
        source: "art. 68; MTDSG XVIII-14"),
    KnownTreaty(
        name: "Convention on Cluster Munitions", instruments: 30, delay: Delay(6, .months, landing: .firstOfMonth), met: "2010-02-16",
        inForce: "2010-08-01", source: "art. 17; MTDSG XXVI-6"),
    KnownTreaty(
        name: "Arms Trade Treaty", instruments: 50, delay: Delay(90, .days), met: "2014-09-25", inForce: "2014-12-24",
        source: "art. 22; MTDSG XXVI-8"),
    KnownTreaty(
        name: "Minamata Convention", instruments: 50, delay: Delay(90, .days), met: "2017-05-18", inForce: "2017-08-16",
        source: "art. 31; MTDSG XXVII-17"),
    KnownTreaty(
        name: "Treaty on the Prohibition of Nuclear Weapons", instruments: 50, delay: Delay(90, .days), met: "2020-10-24",
        inForce: "2021-01-22", source: "art. 15; MTDSG XXVI-9"),
]

private func party(_ number: Int) -> ID<Party> { ID(UInt32(number)) }

private func deposits(_ numbers: ClosedRange<Int>, on text: String) -> [Participation] {
    numbers.map { Participation(party($0), .deposit, on: day(text)) }
}

@Suite struct `Entry into force` {
    @Test(arguments: known) func `a number of instruments and a period`(_ treaty: KnownTreaty) {
        let clause = FinalClause(.instruments(treaty.instruments), delay: treaty.delay)
        let earlier = deposits(1...treaty.instruments - 1, on: "1970-01-01")
        #expect(clause.standing(after: earlier).entersIntoForceOn == nil)
        let standing = clause.standing(after: earlier + deposits(treaty.instruments...treaty.instruments, on: treaty.met))
        #expect(standing.conditionsMetOn == day(treaty.met))
        #expect(standing.entersIntoForceOn == day(treaty.inForce))
    }

    // Kyoto Protocol, art. 25 (MTDSG XXVII-7-a): 55 parties by 23 May 2002, 44.2 % of the 1990 emissions until the Russian
    // Federation brought 17.4 % on 18 November 2004.
    @Test func `Kyoto waits for a share of emissions`() {
        let weights = [party(1): 442, party(100): 174]
        let clause = FinalClause(.instruments(55), .weight(atLeast: 550, of: weights), delay: Delay(90, .days))
        let earlier = deposits(1...55, on: "2002-05-23")
        #expect(clause.standing(after: earlier).conditionsMetOn == nil)
        let standing = clause.standing(after: earlier + deposits(100...100, on: "2004-11-18"))
        #expect(standing.entersIntoForceOn == day("2005-02-16"))
    }

    // Paris Agreement, art. 21 (MTDSG XXVII-7-d): both thresholds met on 5 October 2016, in force on 4 November 2016. The
    // United Kingdom ratified on 18 November 2016. The United States gave notice on 4 November 2019 and accepted anew on
    // 20 January 2021 (C.N.575.2019, C.N.10.2021).
    @Test func `Paris: later State, withdrawal, return`() {
        let usa = party(1), unitedKingdom = party(200)
        let clause = FinalClause(
            .instruments(55), .weight(atLeast: 5500, of: [usa: 1789, party(2): 3711]), delay: Delay(30, .days),
            withdrawalDelay: Delay(12, .months))
        let standing = clause.standing(
            after: deposits(1...1, on: "2016-09-03") + deposits(2...60, on: "2016-10-05") + [
                Participation(unitedKingdom, .deposit, on: day("2016-11-18")),
                Participation(usa, .withdrawal, on: day("2019-11-04")), Participation(usa, .deposit, on: day("2021-01-20")),
            ])
        #expect(standing.entersIntoForceOn == day("2016-11-04"))
        #expect(standing.inForce(for: unitedKingdom) == day("2016-12-18"))
        #expect(standing.parties(on: day("2020-11-03")).contains(usa))
        #expect(!standing.parties(on: day("2020-11-04")).contains(usa))
        #expect(!standing.parties(on: day("2021-02-18")).contains(usa))
        #expect(standing.parties(on: day("2021-02-19")).contains(usa))
    }

    // Budapest Convention, art. 36 (CETS 185): five States with at least three members of the Council of Europe; Lithuania was
    // the fifth on 18 March 2004; Finland accepted on 24 May 2007.
    @Test func `Budapest counts members of the Council of Europe as heads`() {
        let members = Dictionary(uniqueKeysWithValues: (1...50).map { (party($0), 1) })
        let months = Delay(3, .months, landing: .firstOfNextMonth)
        let clause = FinalClause(.instruments(5), .weight(atLeast: 3, of: members), delay: months)
        let outsiders = clause.standing(after: deposits(1...2, on: "2003-01-01") + deposits(91...93, on: "2003-01-01"))
        #expect(outsiders.entersIntoForceOn == nil)
        let standing = clause.standing(
            after: deposits(1...4, on: "2003-12-04") + deposits(5...5, on: "2004-03-18") + deposits(6...6, on: "2007-05-24"))
        #expect(standing.entersIntoForceOn == day("2004-07-01"))
        #expect(standing.inForce(for: party(6)) == day("2007-09-01"))
    }

    // SOLAS 1974, art. X: 25 States with half of the world's gross tonnage, twelve months; 25 May 1979 and 25 May 1980.
    @Test func `SOLAS waits for half of the tonnage`() {
        let clause = FinalClause(.instruments(25), .weight(atLeast: 50, of: [party(1): 30, party(30): 20]), delay: Delay(12, .months))
        let standing = clause.standing(after: deposits(1...25, on: "1979-01-01") + deposits(30...30, on: "1979-05-25"))
        #expect(standing.entersIntoForceOn == day("1980-05-25"))
    }

    // Non-Proliferation Treaty, art. IX(3): the three depositaries and forty others; in force on the day, 5 March 1970.
    @Test func `the Non-Proliferation Treaty waits for named States`() {
        let depositaries: Set = [party(1), party(2), party(3)]
        let clause = FinalClause(.instruments(43), .named(depositaries), delay: Delay(0, .days))
        #expect(clause.standing(after: deposits(3...60, on: "1969-11-24")).entersIntoForceOn == nil)
        #expect(clause.standing(after: deposits(1...60, on: "1970-03-05")).entersIntoForceOn == day("1970-03-05"))
    }
}

@Suite struct `Entry into force for later States` {
    // UNCAC, art. 68(2): Viet Nam deposited on 19 August 2009 (MTDSG XVIII-14).
    @Test func `thirty days after the own deposit`() {
        let clause = FinalClause(.instruments(30), delay: Delay(90, .days), laterDelay: Delay(30, .days))
        let standing = clause.standing(after: deposits(1...30, on: "2005-09-15") + deposits(31...31, on: "2009-08-19"))
        #expect(standing.inForce(for: party(31)) == day("2009-09-18"))
    }

    // Rome Statute, art. 126(2): Japan acceded on 17 July 2007 (MTDSG XVIII-10).
    @Test func `the first day of the month after sixty days`() {
        let clause = FinalClause(.instruments(60), delay: Delay(60, .days, landing: .firstOfNextMonth))
        let standing = clause.standing(after: deposits(1...60, on: "2002-04-11") + deposits(61...61, on: "2007-07-17"))
        #expect(standing.inForce(for: party(61)) == day("2007-10-01"))
    }

    // Anti-Personnel Mine Ban Convention, art. 17(2): Afghanistan acceded on 11 September 2002 (MTDSG XXVI-5).
    @Test func `the first day of the sixth month`() {
        let clause = FinalClause(.instruments(40), delay: Delay(6, .months, landing: .firstOfMonth))
        let standing = clause.standing(after: deposits(1...40, on: "1998-09-16") + deposits(41...41, on: "2002-09-11"))
        #expect(standing.inForce(for: party(41)) == day("2003-03-01"))
    }

    // The Hanoi Convention, art. 65: ninety days, later States thirty, whichever is later.
    @Test func `not before the treaty itself`() {
        let clause = FinalClause(.instruments(40), delay: Delay(90, .days), laterDelay: Delay(30, .days))
        let standing = clause.standing(
            after: deposits(1...40, on: "2026-03-03") + deposits(41...41, on: "2026-03-10") + deposits(42...42, on: "2026-06-01"))
        #expect(standing.entersIntoForceOn == day("2026-06-01"))
        #expect(standing.inForce(for: party(41)) == day("2026-06-01"))
        #expect(standing.inForce(for: party(42)) == day("2026-07-01"))
        #expect(standing.inForce(for: party(43)) == nil)
    }
}

@Suite struct `What counts towards entry into force` {
    private let clause = FinalClause(.instruments(2), delay: Delay(30, .days))

    // The Hanoi Convention, art. 65(1), last sentence.
    @Test func `an organisation's instrument adds nothing, and binds it all the same`() {
        let union = Participation(party(9), .deposit, on: day("2026-01-02"), isOrganisation: true)
        let first = deposits(1...1, on: "2026-01-01")
        #expect(clause.standing(after: first + [union]).entersIntoForceOn == nil)
        let standing = clause.standing(after: first + [union] + deposits(2...2, on: "2026-02-01"))
        #expect(standing.entersIntoForceOn == day("2026-03-03"))
        #expect(standing.counted(on: day("2026-02-01")).count == 2)
        #expect(standing.ordinal(of: party(2)) == 2)
        #expect(standing.ordinal(of: party(9)) == nil)
        #expect(standing.inForce(for: party(9)) == day("2026-03-03"))
    }

    @Test func `a definitive signature counts only where the treaty allows it`() {
        let deeds = [
            Participation(party(1), .definitiveSignature, on: day("2026-01-01")), Participation(party(2), .deposit, on: day("2026-01-02")),
        ]
        #expect(clause.standing(after: deeds).entersIntoForceOn == nil)
        var generous = clause
        generous.allowsDefinitiveSignature = true
        #expect(generous.standing(after: deeds).entersIntoForceOn == day("2026-02-01"))
        #expect(generous.standing(after: deeds).signatories(on: day("2026-01-02")) == [party(1)])
    }

    // Summary of Practice of the Secretary-General as Depositary: an instrument may be withdrawn before entry into force.
    @Test func `an instrument withdrawn before the conditions are met does not count`() {
        let withdrawn = deposits(1...1, on: "2026-01-01") + [Participation(party(1), .withdrawal, on: day("2026-01-05"))]
        let standing = clause.standing(after: withdrawn + deposits(2...2, on: "2026-02-01"))
        #expect(standing.entersIntoForceOn == nil)
        #expect(standing.counted(on: day("2026-02-01")) == [party(2)])
        let later = clause.standing(after: withdrawn + deposits(2...3, on: "2026-02-01"))
        #expect(later.entersIntoForceOn == day("2026-03-03"))
        #expect(later.inForce(for: party(1)) == nil)
    }

    // Vienna Convention on the Law of Treaties, art. 55.
    @Test func `a withdrawal afterwards ends nothing for the others`() {
        let standing = clause.standing(
            after: deposits(1...2, on: "2026-01-01") + [Participation(party(1), .withdrawal, on: day("2026-06-01"))])
        #expect(standing.entersIntoForceOn == day("2026-01-31"))
        #expect(standing.counted(on: day("2027-12-31")).count == 2)
        #expect(standing.parties(on: day("2027-05-31")) == [party(1), party(2)])
        #expect(standing.parties(on: day("2027-06-01")) == [party(2)])
    }

    @Test func `signatories of a day, organisations among them`() {
        let standing = clause.standing(after: [
            Participation(party(1), .signature, on: day("2025-10-25")), Participation(party(2), .signature, on: day("2025-10-26")),
            Participation(party(9), .signature, on: day("2025-10-25"), isOrganisation: true),
        ])
        #expect(standing.signatories(on: day("2025-10-25")) == [party(1), party(9)])
        #expect(standing.signatories(on: day("2025-10-26")).count == 3)
    }

    @Test func `a treaty without thresholds never enters into force`() {
        let standing = FinalClause(delay: Delay(0, .days)).standing(after: deposits(1...9, on: "2026-01-01"))
        #expect(standing.entersIntoForceOn == nil)
    }
}

@Suite struct `A clause from a treaty's record` {
    @Test func `thresholds, periods and weights`() {
        let treaty = Treaty("KYO") {
            $0.instruments = 55
            $0.weightThreshold = 550
            $0.namedParties = [party(7)]
            $0.delay = 90
            $0.laterDelay = 3
            $0.laterDelayUnit = .months
            $0.laterDelayLanding = .firstOfNextMonth
            $0.withdrawalMonths = 6
        }
        let weight = ClauseWeight("W") {
            $0.party = party(7)
            $0.weight = 174
        }
        let expected = FinalClause(
            .instruments(55), .weight(atLeast: 550, of: [party(7): 174]), .named([party(7)]), delay: Delay(90, .days),
            laterDelay: Delay(3, .months, landing: .firstOfNextMonth), withdrawalDelay: Delay(6, .months))
        #expect(FinalClause(of: treaty, weights: [weight]) == expected)
    }
}
