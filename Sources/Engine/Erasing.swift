import Ledger
import Rulebook

/// What is said of an erasure stays when all that it was about is gone: so it may not say again what is erased.
enum Erasing {
    /// Shorter values are words of a language too, and are looked for as they are written.
    private static let shortest = 4

    /// - Throws: where a reason names what the act erases.
    static func refuseNaming(_ reasons: [String], of draft: Draft, in picture: Picture) throws(Refusal) {
        let said = reasons.filter { !$0.isEmpty }
        guard !said.isEmpty else { return }
        for change in draft.changes {
            guard let row = picture[change.reference], let kind = picture.register.kind(slot: row.slot) else { continue }
            for (place, column) in kind.columns.enumerated() where column.isPersonal {
                guard case .text(let value) = row.value(place), said.contains(where: { names(value, in: $0) }) else { continue }
                throw Refusal(.reasonNamesErased, [Fact("kind", .word(kind.code)), Fact("code", row.code), Fact("field", column.name)])
            }
        }
    }

    private static func names(_ value: String, in reason: String) -> Bool {
        let isShort = value.count < shortest
        let (wanted, words) = isShort ? (value, reason) : (value.folded, reason.folded)
        guard !wanted.isEmpty else { return false }
        return (" " + words.map { $0.isLetter || $0.isNumber ? String($0) : " " }.joined() + " ")
            .contains(" " + wanted.map { $0.isLetter || $0.isNumber ? String($0) : " " }.joined() + " ")
    }
}

extension Chancery {
    /// Whoever bore the code of somebody who is to be erased, in a record that was removed since: whoever was removed and added again, or
    /// whose removal was taken back, is another number, and what lies under the old one is about the same person.
    func formerSubjects(of request: ActRequest) async throws(Denial) -> Set<UInt32> {
        var erased = request.act == .erase ? request.proposals : []
        if request.act == .confirm {
            for proposal in request.proposals {
                guard let pending = picture.find(PendingAct.self, proposal.code), pending.act == ActName.erase.rawValue,
                    let inner = try? Proposing.request(of: pending)
                else { continue }
                erased += inner.proposals
            }
        }
        var subjects: Set<UInt32> = []
        for (word, proposals) in Dictionary(grouping: erased, by: \.kind) {
            guard let kind = house.register.kind(word) else { continue }
            let codes = Set(proposals.map(\.code))
            do throws(JournalFailure) {
                subjects.formUnion(try await Chancery.formerSubjects(of: kind, codes, since: picture, in: journal))
            } catch { throw .journal(error) }
        }
        return subjects
    }

    /// It reads all versions of a kind, beside the actor.
    private nonisolated static func formerSubjects(
        of kind: Kind, _ codes: Set<String>, since picture: Picture, in journal: any Journal
    ) async throws(JournalFailure) -> Set<UInt32> {
        let versions = try await journal.versions(kind: kind.code, number: nil)
        var numbers: Set<UInt32> = []
        for version in versions {
            let reference = Reference(slot: kind.slot, number: version.change.number)
            guard picture[reference] == nil, !numbers.contains(version.change.number), let body = version.change.body,
                let code = (try? JSON(parsing: body))?["code"]?.text, codes.contains(code)
            else { continue }
            numbers.insert(version.change.number)
        }
        return Set(versions.filter { numbers.contains($0.change.number) }.compactMap { $0.change.sealed?.dataSubject }).subtracting([0])
    }
}
