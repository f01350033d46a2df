package import Ledger

/// An office that somebody holds for a party, from the day it was taken: where titles and ranks come from.
package struct Office: Entity {
    package static let slot = 33
    package static let code = "office"
    package static let file = "offices"
    package static let fields = Fields<Office>(
        Field("person", \.person, means: .holder),
        Field("party", \.party, means: .party),
        Field("level", \.level, .required),
        Field("is_foreign_minister", \.isForeignMinister),
        Field("is_interim", \.isInterim),
        Field("interim_stated", \.isInterimStated),
        Field("title_vi", \.titleVietnamese, means: .title(in: "vi")),
        Field("title_en", \.titleEnglish, means: .title(in: "en")),
        Field("title_as_given", \.titleAsGiven).sealed,
        Field("title_confirmed_on", \.titleConfirmedOn),
        Field("taken_on", \.takenOn, means: .starts),
        Field("left_on", \.leftOn, means: .ends))
    package static func dataSubject(of record: Office) -> UInt32? { record.person?.number }
    package static let indexes = [byPerson, byParty]
    package static let byPerson = Index<Office>(0) { $0.person }
    package static let byParty = Index<Office>(1) { $0.party }

    package var heading = Heading<Office>()
    package var person: ID<Person>?
    package var party: ID<Party>?
    package var level = Level.other
    /// Whether it is the office of the minister for foreign affairs; the level of such an office is `minister`.
    package var isForeignMinister = false
    /// Whether the holder only acts for the time being.
    package var isInterim = false
    /// Whether the party itself stated that the holder acts ad interim.
    package var isInterimStated = false
    package var titleVietnamese = ""
    package var titleEnglish = ""
    /// The title exactly as the delegation wrote it.
    package var titleAsGiven = ""
    /// The day on which the delegation confirmed the title's spelling.
    package var titleConfirmedOn: Day?
    package var takenOn: Day?
    package var leftOn: Day?

    package init() {}

    /// Whether the office is held on a day.
    package func isHeld(on day: Day) -> Bool {
        (takenOn ?? day) <= day && day <= (leftOn ?? day)
    }

    /// Whether who holds it signs a treaty without full powers: head of State, head of Government, minister for foreign
    /// affairs, or who acts as one of them with the interim stated (Vienna Convention on the Law of Treaties, art. 7).
    package var speaksForItsState: Bool {
        let isOneOfThree = level == .headOfState || level == .headOfGovernment || isForeignMinister
        return isOneOfThree && (!isInterim || isInterimStated)
    }
}
