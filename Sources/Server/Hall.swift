import Addresses
package import House
package import Ledger
package import Phrases
package import Rulebook

/// The ceremony as it is served: what everybody looks at, now or as of a past day, with what is made of it once for all.
package actor Hall {
    /// What a page is made of: a whole ceremony at one moment.
    package struct View: Sendable {
        package let picture: Picture
        package let slips: [Slip]
        package let now: Instant
        /// The journal's entry up to which it is.
        package let sequence: Int
        /// See ``Chancery/Published/lastChanges``.
        let lastChanges: [Int: Int]
        /// The day at whose end it was; nil for now.
        package let asOf: Day?
        /// The ceremony as it stands today: what is secret now is not shown as of a day on which it was not.
        package let today: Picture
    }

    private let journal: any Journal
    private let chancery: Chancery
    private let clock: @Sendable () -> Instant
    private var past: [Day: View] = [:]
    private var proof: (head: Head, verification: Verification)?
    private var texts: [TextKey: SearchText] = [:]

    private struct TextKey: Hashable {
        let slot: Int
        let sequence: Int
        let asOf: Day?
        let columns: [Int]
    }

    /// Past days that are kept at hand.
    /// What a list showed, for who may see the same of it, as long as nothing has changed on which it depends.
    struct ListKey: Hashable {
        let query: ListQuery
        let ceiling: Classification
        /// The columns that were searched; none where no words were asked for.
        let columns: [Int]
        /// The last change of a kind on which the list depends.
        let version: Int
    }

    private var lists: [ListKey: [UInt32]] = [:]
    private static let listsKept = 100

    func list(_ key: ListKey) -> [UInt32]? { lists[key] }

    func keep(_ numbers: [UInt32], of key: ListKey) {
        if lists.count >= Hall.listsKept { lists.removeAll() }
        lists[key] = numbers
    }

    private static let daysKept = 4
    private static let textsKept = 400

    package init(_ chancery: Chancery, journal: any Journal, clock: @escaping @Sendable () -> Instant) {
        self.chancery = chancery
        self.journal = journal
        self.clock = clock
    }

    /// The ceremony as it stands.
    package func now() async -> View {
        await chancery.advance()
        let published = await chancery.published
        return View(
            picture: published.picture, slips: published.slips.all, now: clock(), sequence: published.head.sequence,
            lastChanges: published.lastChanges, asOf: nil,
            today: published.picture)
    }

    /// The ceremony as it was at the end of a day, and what the rules found then.
    package func asOf(_ day: Day) async throws(JournalFailure) -> View {
        let today = await now()
        let end = Instant(milliseconds: today.picture.zone.start(of: day.adding(days: 1)).milliseconds - 1)
        guard end < today.now else { return today }
        if let known = past[day], known.picture.sequence == today.picture.sequence { return known }
        let opening = try await Opening.opened(journal, view: .happened(end), now: end)
        let view = View(
            picture: opening.picture, slips: houseRulebook.check(opening.picture, at: end), now: end,
            sequence: today.sequence, lastChanges: [:], asOf: day, today: today.picture)
        if past.count >= Hall.daysKept { past.removeAll() }
        past[day] = view
        return view
    }

    /// Writes an act; returns when it is durable.
    func perform(_ request: ActRequest) async -> Result<Chancery.Receipt, Denial> { await chancery.perform(request) }

    /// Records in an entry above which it is not taken back from a page.
    private static let mostTakenBack = 500

    /// What it takes to make things as they were before an entry; nil where it is not this actor's, or too large.
    func takingBack(_ entry: Int, by actor: String) async throws(JournalFailure) -> TakingBack? {
        guard let alterations = try await Historian(journal).alterations(of: entry, by: actor, atMost: Hall.mostTakenBack) else {
            return nil
        }
        return TakingBack(entry, alterations, in: await chancery.published.picture)
    }

    package func history(of reference: Reference) async throws(JournalFailure) -> [Alteration] {
        guard let kind = houseRegister.kind(slot: reference.slot) else { return [] }
        return try await Historian(journal).alterations(kind: kind.code, number: reference.number, upTo: clock())
    }

    /// What is searched of a kind by somebody who sees these columns.
    func text(of kind: Kind, in picture: Picture, asOf: Day?, columns: [Int]) -> SearchText {
        let key = TextKey(slot: kind.slot, sequence: picture.sequence, asOf: asOf, columns: columns)
        if let known = texts[key] { return known }
        let seen = Set(columns.map { kind.columns[$0].name })
        let text = SearchText(picture[slot: kind.slot], of: kind) { seen.contains($0.name) }
        // What an act has overtaken is not kept: it may hold what was erased.
        texts = texts.filter { $0.key.sequence == picture.sequence }
        if texts.count >= Hall.textsKept { texts.removeAll() }
        texts[key] = text
        return text
    }

    /// The proof that the record is whole. It reads everything, and is made once for each entry that is the last.
    package func verify() async throws(JournalFailure) -> Verification {
        let head = await chancery.published.head
        if let proof, proof.head == head { return proof.verification }
        let verification = try await journal.verify()
        proof = (head, verification)
        return verification
    }
}
