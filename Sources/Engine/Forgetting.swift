import Ledger
import Rulebook

/// What lies beside the journal - lists that people keep under a name - may hold the words of whom an act erases. It is emptied of them before
/// the entry is written, for after it nobody knows them any more: a kill in between leaves a list too few, and never a word too many.
extension Chancery {
    /// By which words those whom an act erases are told from everybody else, of all that was ever written of them; nil where it erases nobody,
    /// would be refused or only be proposed.
    func wordsErased(by request: ActRequest) async throws(Denial) -> ErasedWords? {
        guard let people = house.register.people, request.act == .erase || request.act == .confirm else { return nil }
        let erased = subjectsErased(by: request, people)
        guard !erased.isEmpty, case .success(let preview) = await preview(request), !preview.takesTwo else { return nil }
        let versions: [StoredRecord]
        do throws(JournalFailure) { versions = try await journal.versions(kind: people.code, number: nil) } catch { throw .journal(error) }
        let (picture, keys) = (picture, scribe.keys)
        return await Task.detached { Chancery.words(of: erased, versions, people, picture, keys) }.value
    }

    /// Empties what lies beside of these words.
    ///
    /// - Throws: where it cannot be written: then nobody is erased either.
    func forgetBeside(_ words: ErasedWords?) async throws(Denial) {
        guard let words else { return }
        do { try await forget(words) } catch { throw .journal(.notWritten("\(error)")) }
    }

    private func subjectsErased(by request: ActRequest, _ people: Kind) -> Set<UInt32> {
        let codes = erased(by: request).filter { $0.kind == people.code }.map(\.code)
        let standing = codes.compactMap { picture[slot: people.slot].number(of: $0) }
        return request.former.subjects.union(standing)
    }

    private nonisolated static func words(
        of erased: Set<UInt32>, _ versions: [StoredRecord], _ people: Kind, _ picture: Picture, _ keys: KeyRing
    ) -> ErasedWords? {
        let texts = people.columns.indices.filter { people.columns[$0].isPersonal && people.columns[$0].shape == .text }
        func words(of row: any AnyRow) -> Set<String> {
            texts.reduce(into: []) { words, place in if case .text(let text) = row.value(place) { words.formUnion(text.soughtWords) } }
        }
        var found: [UInt32: Set<String>] = [:]
        for version in versions where erased.contains(version.change.number) {
            guard let row = try? picture.register.row(version, keys: keys) else { continue }
            found[version.change.number, default: []].formUnion(words(of: row))
        }
        var others: [Set<String>] = []
        picture[slot: people.slot].forEach { row in if !erased.contains(row.number) { others.append(words(of: row)) } }
        let own = found.values.filter { !$0.isEmpty }
        return own.isEmpty ? nil : ErasedWords(Array(own), besides: others)
    }
}

extension String {
    /// Its words as they are compared: without accents and capitals, letters and digits alone.
    package var soughtWords: Set<String> {
        Set(folded.split { !$0.isLetter && !$0.isNumber }.map(String.init))
    }
}
