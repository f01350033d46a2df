import Addresses
package import Engine
import Exchange
import Furniture
package import Ledger
package import Mounting
import Paperwork
import Phrases
package import Rulebook

/// The ceremony as it is served: what everybody looks at, now or as of a past day, with what is made of it once for all.
package struct ServedCeremony: Sendable {
    /// What a page is made of: a whole ceremony at one moment.
    package struct View: Sendable {
        package let picture: Picture
        let ordered: OrderedSlips
        /// What is wrong, in the order of rules and subjects.
        package var slips: [Slip] { ordered.all }
        package let now: Instant
        /// The journal's entry up to which it is.
        package let sequence: Int
        /// See ``Chancery/Published/lastChanges``.
        let lastChanges: [Int: Int]
        /// The day at whose end it was; nil for now.
        package let asOf: Day?
        /// What became of it since; nil for now.
        let since: Since?
        /// Of what whole the picture is a part, for who is limited to one party's or body's records.
        var within: Within?

        /// The same moment, of which somebody sees only this much.
        func within(_ within: Within, _ picture: Picture) -> View {
            var part = View(
                picture: picture, ordered: ordered, now: now, sequence: sequence, lastChanges: lastChanges, asOf: asOf, since: since)
            part.within = within
            return part
        }
    }

    /// To whose records somebody is limited, and the whole ceremony by which it is told whose a record is.
    struct Within: Sendable {
        let scope: Scope
        let whole: Picture
    }

    /// The ceremony as it stands today, for who looks at a past day: what is secret now is not shown as of a day on which it was not.
    struct Since: Sendable {
        let today: Picture
        /// How high a record that is gone was ever classified, of those that stood on that day.
        let removed: [Reference: Classification]

        /// How a record is classified now; nil for one that is not known.
        func classification(of reference: Reference) -> Classification? {
            today[reference]?.classification ?? removed[reference]
        }

        func references(above ceiling: Classification) -> [Reference] {
            today.references(above: ceiling) + removed.filter { $0.value.grade > ceiling.grade }.map(\.key)
        }
    }

    /// Under what a list's answer is kept: for who may see the same of it, as long as nothing has changed on which it depends.
    struct ListKey: Hashable {
        let query: ListQuery
        let ceiling: Classification
        /// All that they may do, where that says what they see of the list.
        let rights: Rights?
        /// By whose alphabet it is ordered; nil where it is not.
        let language: Language?
        /// The columns that were searched; none where no words were asked for.
        let columns: [Int]
        /// The last change of a kind on which the list depends.
        let version: Int

        /// Entries after which what a list showed is of no use for what it shows.
        private static let reach = 5_000

        /// Whether it is of the same list at an earlier time.
        func follows(_ other: ListKey) -> Bool {
            other.version < version && query == other.query && ceiling == other.ceiling && rights == other.rights
                && language == other.language && columns == other.columns
        }

        /// Whether the other is of no use any more.
        func overtakes(_ other: ListKey) -> Bool { follows(other) || other.version + ListKey.reach < version }
    }

    private struct TextKey: Hashable {
        let slot: Int
        /// The kind's last change; as of a past day the ceremony's.
        let version: Int
        let asOf: Day?
        let columns: [Int]
        /// The rights of who is limited to a part of the ceremony; nil for who is not.
        let rights: Rights?

        /// Whether it is of the same text at an earlier time.
        func follows(_ other: TextKey) -> Bool {
            other.version < version && slot == other.slot && asOf == other.asOf && columns == other.columns && rights == other.rights
        }

        /// Whether the other is of no use any more.
        func overtakes(_ other: TextKey) -> Bool {
            follows(other) || other.asOf != nil && slot == other.slot && rights == other.rights && other.version < version
        }
    }

    private struct DayKey: Hashable {
        let day: Day
        let sequence: Int
    }

    private let journal: any Journal
    private let chancery: Chancery
    private let house: MountedHouse
    private let clock: @Sendable () -> Instant
    private let days = MadeOnce<DayKey, Result<View, JournalFailure>>(most: 4, atOnce: 1)
    private let proofs = MadeOnce<Head, Result<Verification, JournalFailure>>(most: 1)
    package let soundness = Soundness()
    private let texts = MadeOnce<TextKey, SearchText>(most: 400)
    let scoped = ScopedPictures()
    private let lists = MadeOnce<ListKey, ListAnswer?>(most: 100)
    let packs = PackShelf()

    private let missingHeads: @Sendable () async throws(JournalFailure) -> Int

    /// - Parameter missingHeads: how much of what was kept with heads is not in the journal, or in the records beside it.
    package init(
        _ chancery: Chancery, of house: MountedHouse, journal: any Journal, clock: @escaping @Sendable () -> Instant,
        missingHeads: @escaping @Sendable () async throws(JournalFailure) -> Int = { () throws(JournalFailure) in 0 }
    ) {
        self.missingHeads = missingHeads
        self.chancery = chancery
        self.house = house
        self.journal = journal
        self.clock = clock
    }

    /// The ceremony as it stands.
    package func now() async -> View {
        let published = await chancery.current()
        await dropErased()
        return View(
            picture: published.picture, ordered: published.slips, now: clock(), sequence: published.head.sequence,
            lastChanges: published.lastChanges, asOf: nil, since: nil)
    }

    /// The ceremony as it was at the end of a day, and what the rules found then.
    ///
    /// - Parameter who: the account that asks: each waits behind its own, and in turn with the others.
    package func asOf(_ day: Day, for who: String = "") async throws(JournalFailure) -> View {
        let today = await now()
        let end = Instant(milliseconds: today.picture.zone.start(of: day.adding(days: 1)).milliseconds - 1)
        guard end < today.now else { return today }
        let key = DayKey(day: day, sequence: today.sequence)
        let (journal, house) = (journal, house)
        let view = await days.value(of: key, for: who, droppingWhere: { $0.sequence < key.sequence }) {
            await ServedCeremony.looking(back: day, end, from: today, in: journal, of: house)
        }
        switch view {
        case .failure: await days.forget(key)
        case .success(let view): if isOvertaken(view.picture) { await days.forget(key) }
        }
        return try view.get()
    }

    private static func looking(
        back day: Day, _ end: Instant, from today: View, in journal: any Journal, of house: MountedHouse
    ) async -> Result<View, JournalFailure> {
        do throws(JournalFailure) {
            var picture = try await LoadedCeremony.opened(journal, register: house.register, view: .happened(end), now: end).picture
            // Where the ceremony has moved since, the day that is asked for is still one of its days as they are counted now.
            picture.zone = today.picture.zone
            var removed: [Reference: Classification] = [:]
            for gone in picture.missing(from: today.picture) {
                removed[gone] = try await Historian(journal, register: house.register).strictest(of: gone)
            }
            return .success(
                View(
                    picture: picture, ordered: OrderedSlips(house.rulebook.check(picture, at: end)), now: end, sequence: today.sequence,
                    lastChanges: [:], asOf: day, since: Since(today: today.picture, removed: removed)))
        } catch {
            return .failure(error)
        }
    }

    /// Writes an act; returns when it is durable.
    func perform(_ request: ActRequest) async -> Result<Receipt, Denial> {
        let result = await chancery.perform(request)
        await dropErased()
        return result
    }

    /// Drops what is kept at hand where somebody was erased since: days of the past, what is searched, by which words a list was asked for,
    /// parts of the ceremony, packs that wait.
    func dropErased() async {
        let last = chancery.published.lastErasure
        guard scoped.empty(before: last) else { return }
        await days.empty()
        await texts.empty()
        await lists.empty()
        await packs.empty()
    }

    /// How much of what could hold words of somebody is kept at hand.
    package var keptAtHand: Int {
        get async { await days.count + texts.count + lists.count + packs.count + scoped.count }
    }

    /// Keeps that an act was tried, if the house refuses it too; it is not done in any case.
    func noteTry(_ request: ActRequest) async { await chancery.noteTry(request) }

    /// What a proposal would do, as whoever made it asked for it; nothing is written.
    func preview(_ pending: PendingAct) async -> Result<Preview, Denial> { await chancery.preview(pending) }

    /// What an act would do; nothing is written.
    func preview(_ request: ActRequest) async -> Result<Preview, Denial> { await chancery.preview(request) }

    /// Whether somebody may have anything written at all, asked before what they sent is read.
    func mayAct(_ authority: Authority) throws(Denial) { try chancery.mayAct(authority) }

    /// Whether somebody may have anything of a pack written, asked before it is read.
    func mayLoad(_ authority: Authority) async throws(Denial) { try await chancery.mayLoad(authority) }

    /// What packs would do; nothing is written.
    ///
    /// - Parameter happened: when a row happened that does not say.
    func foresee(
        _ packs: [Pack], by authority: Authority, happened: Instant, _ vocabulary: Vocabulary
    ) async throws(Denial) -> Chancery.Foreseen {
        try await chancery.foresee(packs, into: house.ceremony, by: authority, happened: happened, vocabulary: vocabulary, limits: .pack)
    }

    /// Writes packs; returns when they are durable.
    ///
    /// - Parameters:
    ///   - happened: when a row happened that does not say; nil for now.
    ///   - tally: what their bearer was shown.
    func take(
        _ packs: [Pack], by authority: Authority, reason: String, happened: Instant? = nil, as tally: Foresight.Tally? = nil,
        _ vocabulary: Vocabulary
    ) async throws(Denial) -> Chancery.Taken {
        try await chancery.take(
            packs, into: house.ceremony, by: authority, reason: reason, happened: happened ?? clock(), as: tally, vocabulary: vocabulary,
            limits: .pack)
    }

    /// Records in an entry above which it is not taken back from a page.
    static let mostTakenBack = 500

    /// What it takes to make things as they were before an entry; nil where it is not this actor's, or too large.
    func takingBack(_ entry: Int, by actor: String) async throws(JournalFailure) -> TakingBack? {
        guard
            let alterations = try await Historian(journal, register: house.register).alterations(
                of: entry, by: actor, atMost: ServedCeremony.mostTakenBack)
        else {
            return nil
        }
        return TakingBack(entry, alterations, in: chancery.published.picture)
    }

    package func history(of reference: Reference) async throws(JournalFailure) -> [Alteration] {
        guard let kind = house.register.kind(slot: reference.slot) else { return [] }
        return try await Historian(journal, register: house.register).alterations(kind: kind.code, number: reference.number, upTo: clock())
    }

    /// Which records an entry changed.
    func changed(by entry: Int) async throws(JournalFailure) -> [ChangedRecord] { try await journal.changed(by: entry, limit: .max) }

    /// Whether an entry erased somebody: its changes alone say what they leave, and not what is gone.
    func erases(_ entry: Int) async throws(JournalFailure) -> Bool {
        let found = try await journal.entries(after: entry - 1, limit: 1).first
        return found.map { $0.sequence == entry && !$0.erases.isEmpty } ?? false
    }

    /// The bytes of an attachment that a record names; nil where they were erased.
    func bytes(of attachment: Attachment, kind: Kind, number: UInt32) async throws(JournalFailure) -> [UInt8]? {
        try await journal.bytes(of: attachment, kind: kind.code, number: number)
    }

    /// Under which codes people stood who were erased.
    func erasedCodes() async throws(JournalFailure) -> ErasedCodes {
        try await ErasedCodes(journal, house.register, try await journal.keys())
    }

    /// How high a record was ever classified; nil where there is nothing of it.
    func strictest(of reference: Reference) async throws(JournalFailure) -> Classification? {
        try await Historian(journal, register: house.register).strictest(of: reference)
    }

    /// A list's records; nil where they cannot be told.
    ///
    /// - Parameter make: is handed what it showed before, where that is still at hand.
    func list(_ key: ListKey, make: @escaping @Sendable (ListAnswer?) async -> ListAnswer?) async -> ListAnswer? {
        let erased = chancery.published.lastErasure
        let answer = await lists.value(of: key, following: key.follows, droppingWhere: key.overtakes) { await make($0 ?? nil) }
        if chancery.published.lastErasure != erased { await lists.forget(key) }
        return answer
    }

    /// What is searched of a kind by somebody who sees these columns.
    func text(of kind: Kind, in picture: Picture, version: Int, asOf: Day?, columns: [Int], rights: Rights?) async -> SearchText {
        let key = TextKey(slot: kind.slot, version: version, asOf: asOf, columns: columns, rights: rights)
        // What an act has overtaken is not kept: it may hold what was erased.
        let text = await texts.value(of: key, following: key.follows, droppingWhere: key.overtakes) { former in
            if let former { return former.following(picture[slot: kind.slot]) }
            let seen = Set(columns.map { kind.columns[$0].name })
            return SearchText(picture[slot: kind.slot], of: kind) { seen.contains($0.name) }
        }
        if isOvertaken(picture) { await texts.forget(key) }
        return text
    }

    /// Whether somebody was erased since a picture was made: nothing that is made of it is kept.
    private func isOvertaken(_ picture: Picture) -> Bool { picture.sequence < chancery.published.lastErasure }

    /// The proof that the record is whole now. It reads everything; however many ask at the same time, it is made once.
    package func verify() async throws(JournalFailure) -> Verification {
        let head = chancery.published.head
        let journal = journal
        let proof = await proofs.value(of: head) {
            do throws(JournalFailure) { return .success(try await journal.verify()) } catch { return .failure(error) }
        }
        // Whoever asks later is told what is so then: somebody may alter a file under a journal to which nothing is added.
        await proofs.forget(head)
        if case .success(let verification) = proof { soundness.found(verification.damage.count) }
        _ = try await holdHeads()
        return try proof.get()
    }

    /// Holds the journal and the records beside it against what was kept with heads.
    func holdHeads() async throws(JournalFailure) -> Int {
        let missing = try await missingHeads()
        soundness.lacks(heads: missing)
        return missing
    }
}

extension Picture {
    /// The records that stand here and not in the other.
    fileprivate func missing(from other: Picture) -> [Reference] {
        register.kinds.flatMap { kind in
            var gone: [Reference] = []
            self[slot: kind.slot].forEach { if other[$0.reference] == nil { gone.append($0.reference) } }
            return gone
        }
    }
}
