import Addresses
import Engine
import Furniture
import Ledger
import Mounting
import Paperwork
import Phrases
import Rulebook

extension FrontDesk {
    /// The page that stands at an address; nil where there is none for this reader.
    func page(at address: Address, for reader: Reader, _ visitor: Visitor) async throws(JournalFailure) -> Page? {
        switch address {
        case .list(let query):
            guard let model = await model(of: query, for: reader, visitor) else { return nil }
            guard await noteReading(of: model, reader, visitor) else { return nil }
            return model.page(
                for: reader, kept: await keptLists(of: query.file, visitor),
                asks: house.constitution.lets(visitor.rights, do: house.exports.asking),
                offers: offers(making: model.kind, for: reader), acts: actsOfMany(model.kind, for: reader, visitor),
                formats: formatsOfLists(for: reader))
        case .record(let record): return try await self.record(record, for: reader, visitor)
        case .proof:
            guard reader.sight.administers || reader.sight.audits else { return nil }
            return ProofPage(try await served.verify(), missingHeads: served.soundness.missingHeads, for: reader).page
        case .search(let words): return await search(words, for: reader, visitor)
        case .new(let file): return form(file, nil, for: reader)?.page(for: reader)
        case .edit(let record):
            return form(record.file, record.code, for: reader)?.page(for: reader)
        case .attach(let place): return await attachmentPage(place, for: reader, visitor)
        case .act(let act): return await actForm(act, for: reader, visitor)?.page(for: reader)
        case .take(let file): return takePage(file, for: reader)
        case .packs: return packsPage(for: reader)
        case .credentials:
            guard let session = visitor.session else { return nil }
            return await credentialsPage(visitor, session)
        case .confirm(let back): return await confirmPage(visitor, on: back)
        case .administration: return await administrationPage(for: reader, visitor)
        case .readings(let query): return await readingsPage(query, for: reader)
        case .signIns(let query): return await signInsPage(query, for: reader)
        case .askExport(let query): return await askExportPage(query, for: reader, visitor)
        case .exports(let query): return await exportsPage(query, for: reader, visitor)
        case .export(let code): return try await exportPage(code, for: reader, visitor)
        case .keys: return KeysPage(menu, for: reader).page
        case .page, .signIn, .signOut, .language, .asset, .attachment, .feed, .sheet, .bulk, .undo, .views, .invite, .endSessions, .hooks:
            return nil
        }
    }

    /// The list of a query; nil where it asks for what is not there or not to be known.
    func model(of query: ListQuery, for reader: Reader, _ visitor: Visitor) async -> ListModel? {
        let make: @Sendable (ListAnswer?) async -> ListAnswer? = { former in
            let kind = reader.picture.register.kind(file: query.file)
            let searched = [query.file] + [kind?.parties(in: reader.picture.register)?.file].compactMap(\.self)
            let texts = query.words.isEmpty ? [:] : await self.texts(of: Set(searched), for: reader, visitor)
            return try? ListAnswer(query, for: reader, texts: { texts[$0.slot] }, following: former)
        }
        // An answer that is kept is made of the same kinds.
        for slot in ListAnswer.slots(query, in: reader.picture.register) { reader.picture.reads?.note(slot) }
        let answer: ListAnswer?
        if let key = listKey(query, reader, visitor) { answer = await served.list(key, make: make) } else { answer = await make(nil) }
        return answer.flatMap { try? ListModel(query, for: reader, numbers: $0.numbers) }
    }

    /// Under what a list's answer is kept: nil for one as of a past day, and for one that asks what this reader may not see.
    private func listKey(_ query: ListQuery, _ reader: Reader, _ visitor: Visitor) -> ServedCeremony.ListKey? {
        guard reader.asOf == nil, let kind = reader.picture.register.kind(file: query.file), reader.sight.sees(kind) else { return nil }
        let seen = kind.columns.indices.filter { reader.sight.sees(kind.columns[$0], of: kind) }
        let asked = query.filters.map(\.column) + (query.order.isEmpty ? [] : [query.order])
        guard asked.allSatisfy({ name in kind.place(of: name).map(seen.contains) ?? false }) else { return nil }
        var whole = query
        whole.page = 1
        // Whose a record is may change with any other: within a scope every change may be one of the list's.
        let version =
            visitor.rights.scope == nil
            ? ListAnswer.slots(query, in: reader.picture.register).map { reader.lastChanges[$0] ?? 0 }.max() ?? 0 : reader.sequence
        return ServedCeremony.ListKey(
            query: whole, ceiling: visitor.rights.ceiling,
            rights: visitor.rights.scope != nil || kind.slot == PendingAct.slot ? visitor.rights : nil,
            language: query.order.isEmpty ? nil : reader.phrases.language,
            columns: query.words.isEmpty ? [] : seen, version: version)
    }

    private func search(_ words: String, for reader: Reader, _ visitor: Visitor) async -> Page {
        var texts = await self.texts(of: reader.picture.register.kinds.map(\.file), for: reader, visitor)
        // That something is found by what is sensitive says what stands there: it is a reading. What cannot be noted is not searched.
        for kind in reader.picture.register.kinds where !words.trimmed.isEmpty && texts[kind.slot] != nil && reader.sight.sees(kind) {
            let narrowing = Narrowing(ListQuery(kind.file, words: words), of: kind, for: reader)
            guard narrowing.tells else { continue }
            guard await note(narrowing.fields, of: kind.code + narrowing.text, visitor) else {
                texts[kind.slot] = nil
                continue
            }
        }
        let searched = texts
        return SearchPage(words, for: reader) { searched[$0.slot] }.page
    }

    /// What is searched of each kind: the columns that the reader may see, and no other.
    private func texts(of files: some Sequence<String>, for reader: Reader, _ visitor: Visitor) async -> [Int: SearchText] {
        var texts: [Int: SearchText] = [:]
        for kind in files.compactMap(reader.picture.register.kind(file:)) where reader.picture[slot: kind.slot].count > 0 {
            let columns = kind.columns.indices.filter { reader.sight.sees(kind.columns[$0], of: kind) }
            reader.picture.reads?.note(kind.slot)
            let isWhole = reader.asOf == nil && visitor.rights.scope == nil
            let version = isWhole ? reader.lastChanges[kind.slot] ?? 0 : reader.sequence
            texts[kind.slot] = await served.text(
                of: kind, in: reader.picture, version: version, asOf: reader.asOf, columns: columns,
                rights: visitor.rights.scope == nil ? nil : visitor.rights)
        }
        return texts
    }

    private func record(_ address: RecordAddress, for reader: Reader, _ visitor: Visitor) async throws(JournalFailure) -> Page? {
        guard let kind = reader.picture.register.kind(file: address.file),
            let number = reader.picture[slot: kind.slot].number(of: address.code)
        else { return nil }
        guard reader.sees(Reference(slot: kind.slot, number: number)) else { return nil }
        reader.picture.reads?.note(kind.slot)
        let alterations = try await served.history(of: Reference(slot: kind.slot, number: number))
        let known = alterations.filter { $0.entry.happened <= reader.now }
        var told: [RecordPage.Past] = []
        for alteration in known.suffix(ServerBounds.alterations) {
            var past = RecordPage.Past(
                sequence: alteration.entry.sequence, happened: alteration.entry.happened,
                signatories: reader.phrases.signatories(of: alteration.entry, office: reader.office),
                act: alteration.entry.act, reason: try await reason(of: alteration, reader, visitor), before: alteration.before,
                after: alteration.after)
            past.mayBeTakenBack = mayBeTakenBack(alteration.entry, visitor, reader)
            past.erases = try await erases(alteration)
            told.append(past)
        }
        let past = told
        var offers = offers(at: Reference(slot: kind.slot, number: number), for: reader, visitor)
        guard reader.asOf == nil, let pending = reader.picture[ID<PendingAct>(number)], kind.slot == PendingAct.slot, pending.state == .open
        else {
            var remarks = touched(number, of: kind, reader) + leftOut(of: known.count, reader)
            let erasure = try await erasure(of: number, kind, known, reader, visitor)
            if let erasure { remarks.insert(erasure, at: 0) }
            let decided = kind.slot == PendingAct.slot ? reader.picture[ID<PendingAct>(number)] : nil
            var parts: [ToldPart] = []
            if let decided { parts = try await whatWasDone(by: decided, known, reader, visitor) }
            return RecordPage(
                address, for: reader, offers: erasure == nil ? offers : [], remarks: remarks, parts: parts, isOver: erasure != nil
            ) { _ in past }?.page
        }
        let leaving = await whatLeaves(by: pending, reader)
        let (remarks, preview) = await whatIsProposed(pending, besides: leaving, reader)
        if let place = offers.firstIndex(where: { $0.address.name == ActName.confirm.rawValue && $0.bar == nil }) {
            offers[place] = ActOffer(offers[place].address, bar: await whyNotConfirmed(pending, reader, visitor))
        }
        let who = remarks.isEmpty ? await whoMayConfirm(pending, reader, visitor) : []
        return RecordPage(
            address, for: reader, offers: offers, remarks: remarks + who, parts: leaving, preview: preview
        ) { _ in past }?.page
    }

    /// That nothing is left of a person, since when, by whom and why; nil of whoever was not erased, or was written anew since.
    private func erasure(
        of number: UInt32, _ kind: Kind, _ past: [Alteration], _ reader: Reader, _ visitor: Visitor
    ) async throws(JournalFailure) -> String? {
        guard let people = reader.picture.register.people, kind.slot == people.slot, let row = reader.picture[slot: kind.slot][number],
            kind.columns.indices.allSatisfy({ !kind.columns[$0].isSealed || row.value($0) == kind.blank($0) }),
            let alteration = try await lastErasing(past)
        else { return nil }
        let reason = try await self.reason(of: alteration, reader, visitor)
        let facts = [
            Fact("at", Moment(alteration.entry.happened, in: reader.picture.zone)), Fact("entry", alteration.entry.sequence),
            Fact("who", reader.phrases.signatories(of: alteration.entry, office: reader.office)), Fact("reason", reason),
        ]
        return reader.phrases(reason.isEmpty ? "record.erased_unexplained" : "record.erased", facts)
    }

    /// That a record was altered more often than its page shows.
    private func leftOut(of alterations: Int, _ reader: Reader) -> [String] {
        guard alterations > ServerBounds.alterations else { return [] }
        return [reader.phrases("record.altered_often", [Fact("count", alterations), Fact("shown", ServerBounds.alterations)])]
    }

    private func lastErasing(_ past: [Alteration]) async throws(JournalFailure) -> Alteration? {
        for alteration in past.reversed() {
            if try await erases(alteration) { return alteration }
        }
        return nil
    }

    /// Whether an alteration erased somebody. Preparation erases nobody: the journal is asked only of what else was done.
    private func erases(_ alteration: Alteration) async throws(JournalFailure) -> Bool {
        guard ![ActName.edit, .remove, .load].contains(ActName(alteration.entry.act)) else { return false }
        return try await served.erases(alteration.entry.sequence)
    }

    /// What was said of an entry is as secret as the highest of the records that it changed: whoever may not see one of them is told that
    /// something was said, and not what.
    private func reason(of alteration: Alteration, _ reader: Reader, _ visitor: Visitor) async throws(JournalFailure) -> String {
        guard alteration.words?.areBlank != true else { return "" }
        for change in try await served.changed(by: alteration.entry.sequence) {
            guard let kind = reader.picture.register.kind(change.kind) else { continue }
            let reference = Reference(slot: kind.slot, number: change.number)
            guard reference != alteration.reference else { continue }
            guard try await sees(reference, of: kind, reader, visitor) else { return reader.phrases("record.reason_unseen") }
        }
        return reader.phrases.reason(alteration.words)
    }

    /// Whether a reader may know of a record, be it gone: then as high as it ever was.
    private func sees(_ reference: Reference, of kind: Kind, _ reader: Reader, _ visitor: Visitor) async throws(JournalFailure) -> Bool {
        guard reader.sight.sees(kind) else { return false }
        if reader.picture[reference] != nil { return reader.sees(reference) }
        guard visitor.rights.scope == nil, let strictest = try await served.strictest(of: reference) else { return false }
        return strictest.grade <= visitor.rights.ceiling.grade
    }

    /// Whether an entry of this visitor's own may be taken back still, as its act says.
    private func mayBeTakenBack(_ entry: EntryHead, _ visitor: Visitor, _ reader: Reader) -> Bool {
        guard entry.actor == visitor.actor, let act = house.constitution.act(ActName(entry.act)) else { return false }
        return act.lets(entry, beTakenBackAt: reader.now)
    }

    /// By what of people a list was asked for is a reading: it says what stands there even of what is not on the page.
    func noteReading(of list: ListModel, _ reader: Reader, _ visitor: Visitor) async -> Bool {
        let narrowing = list.narrowing(for: reader)
        guard narrowing.tells else { return true }
        return await note(narrowing.fields, of: list.kind.code + narrowing.text, visitor)
    }

    /// Who is told what is sensitive of somebody in another way than on a page is written down too: which fields of what, never their content.
    ///
    /// - Parameter only: the one field that is told; nil for all that the reader may see.
    /// - Returns: whether it is written down, or need not be. What cannot be noted is not told.
    func noteReading(
        of kind: Kind, _ what: String, only: Kind.Column? = nil, _ reader: Reader, _ visitor: Visitor
    ) async -> Bool {
        let fields = kind.columns.filter { $0.isPersonal && (only == nil || $0 == only) && reader.sight.sees($0, of: kind) }
        return fields.isEmpty ? true : await note(fields.map(\.name), of: what, visitor)
    }

    private func note(_ fields: [String], of what: String, _ visitor: Visitor) async -> Bool {
        do {
            try await credentials.note(visitor.account ?? visitor.actor, read: fields, of: what, at: clockNow)
            return true
        } catch {
            return false
        }
    }
}
