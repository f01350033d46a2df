import Ledger
import Rulebook

/// What lies beside the journal - lists that people keep under a name - may hold the words of whom an act erases. It is emptied of them before
/// the entry is written, for after it nobody knows them any more: a kill in between leaves a list too few, and never a word too many.
extension Chancery {
    /// By which words those whom an act erases are told from everybody else, of all that was ever written of them; nil where it erases nobody,
    /// would be refused or only be proposed.
    func wordsErased(by request: ActRequest) async throws(Denial) -> ErasedWords? {
        guard let people = house.register.people, !erased(by: request).isEmpty || forgetsByDate(request) else { return nil }
        let preview: Preview
        switch await self.preview(request) {
        case .success(let seen): preview = seen
        // It would be done all the same, and the lists would stay.
        case .failure(let denial) where denial.isBusy: throw denial
        case .failure: return nil
        }
        guard !preview.takesTwo, !preview.erases.isEmpty || preview.due.terms[people.code] != nil else { return nil }
        let versions: [StoredRecord]
        do throws(JournalFailure) { versions = try await journal.versions(kind: people.code, number: nil) } catch { throw .journal(error) }
        let (picture, keys) = (picture, scribe.keys)
        return await Task.detached { Chancery.words(of: preview.erases, preview.due, versions, people, picture, keys) }.value
    }

    /// Empties what lies beside of these words.
    ///
    /// - Throws: where it cannot be written: then nobody is erased either.
    func forgetBeside(_ words: ErasedWords?) async throws(Denial) {
        guard let words else { return }
        do { try await forget(words) } catch { throw .journal(.notWritten("\(error)")) }
    }

    /// - Parameter due: what goes of everybody else.
    private nonisolated static func words(
        of erased: Set<UInt32>, _ due: Due, _ versions: [StoredRecord], _ people: Kind, _ picture: Picture, _ keys: KeyRing
    ) -> ErasedWords? {
        let texts = people.columns.indices.filter {
            people.columns[$0].isPersonal && [.text, .list(.text)].contains(people.columns[$0].shape)
        }
        let days = due.terms[people.code] ?? []
        let terms = texts.filter { people.term(at: $0).map(days.contains) ?? false }
        let rest = texts.filter { !terms.contains($0) }
        func words(of row: any AnyRow, at places: [Int]) -> Set<String> {
            places.reduce(into: []) { $0.formUnion(row.value($1).soughtWords) }
        }
        var found: [UInt32: Set<String>] = [:]
        for version in versions {
            let number = version.change.number
            let places = erased.contains(number) ? texts : due.sparing.contains(number) ? [] : terms
            guard !places.isEmpty, let row = try? picture.register.row(version, keys: keys) else { continue }
            found[number, default: []].formUnion(words(of: row, at: places))
        }
        var others: [Set<String>] = []
        picture[slot: people.slot].forEach { row in
            guard !erased.contains(row.number) else { return }
            others.append(words(of: row, at: due.sparing.contains(row.number) ? texts : rest))
        }
        let own = found.values.filter { !$0.isEmpty }
        return own.isEmpty ? nil : ErasedWords(Array(own), besides: others)
    }
}

extension Value {
    /// The words of its texts.
    fileprivate var soughtWords: Set<String> {
        switch self {
        case .text(let text): text.soughtWords
        case .list(let items): items.reduce(into: []) { $0.formUnion($1.soughtWords) }
        default: []
        }
    }
}

extension String {
    /// Its words as they are compared: without accents and capitals, letters and digits alone.
    package var soughtWords: Set<String> {
        Set(folded.split { !$0.isLetter && !$0.isNumber }.map(String.init))
    }
}
