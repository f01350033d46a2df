import Addresses
import CommitteePages
import Furniture
import House
import HousePages
import Ledger
import PartiesPages
import ProgrammePages

extension FrontDesk {
    /// The page that stands at an address; nil where there is none for this reader.
    func page(at address: Address, for reader: Reader) async throws(JournalFailure) -> Page? {
        switch address {
        case .readiness: return ReadinessPage(for: reader).page
        case .wall: return ReadinessPage(for: reader).wall
        case .slips(let query): return SlipsPage(query, for: reader).page
        case .list(let query): return await list(query, for: reader)
        case .record(let record): return try await self.record(record, for: reader)
        case .delegations: return DelegationsPage(for: reader).page
        case .programme(let day): return ProgrammePage(day, for: reader).page
        case .committee: return CommitteePage(for: reader).page
        case .proof: return ProofPage(try await hall.verify(), for: reader).page
        case .search(let words): return await search(words, for: reader)
        case .signIn, .signOut, .language, .asset: return nil
        }
    }

    private func list(_ query: ListQuery, for reader: Reader) async -> Page? {
        let texts = query.words.isEmpty ? [:] : await self.texts(of: [query.file], for: reader)
        return try? ListModel(query, for: reader) { texts[$0.slot] }
            .page(for: reader)
    }

    private func search(_ words: String, for reader: Reader) async -> Page {
        let texts = await self.texts(of: reader.picture.register.kinds.map(\.file), for: reader)
        return SearchPage(words, for: reader) { texts[$0.slot] }.page
    }

    /// What is searched of each kind: the columns that the reader may see, and no other.
    private func texts(of files: [String], for reader: Reader) async -> [Int: SearchText] {
        var texts: [Int: SearchText] = [:]
        for kind in files.compactMap(reader.picture.register.kind(file:)) where reader.picture[slot: kind.slot].count > 0 {
            let columns = kind.columns.indices.filter { reader.sight.sees(kind.columns[$0], of: kind) }
            texts[kind.slot] = await hall.text(of: kind, in: reader.picture, asOf: reader.asOf, columns: columns)
        }
        return texts
    }

    private func record(_ address: RecordAddress, for reader: Reader) async throws(JournalFailure) -> Page? {
        guard let kind = reader.picture.register.kind(file: address.file),
            let number = reader.picture[slot: kind.slot].number(of: address.code)
        else { return nil }
        guard reader.sees(Reference(slot: kind.slot, number: number)) else { return nil }
        let alterations = try await hall.history(of: Reference(slot: kind.slot, number: number))
        let past = alterations.filter { $0.entry.happened <= reader.now }.map { alteration in
            RecordPage.Past(
                sequence: alteration.entry.sequence, happened: alteration.entry.happened, actor: alteration.entry.actor,
                act: alteration.entry.act, reason: alteration.entry.reason, before: alteration.before, after: alteration.after)
        }
        return RecordPage(address, for: reader) { _ in past }?.page
    }
}
