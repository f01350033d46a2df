import Ledger
import Rulebook

/// How long what is said with an act may be. It stands in the journal for ever, and on pages that everybody opens.
package enum ActBounds {
    /// Letters of a reason, and of the reason of an override.
    package static let reason = 2_000
    /// Bytes of the key under which a program sends an act again; printable ASCII.
    package static let key = 128
    /// Bytes of a key as it is kept, with the code of the account whose it is before it.
    package static let keptKey = 400
    /// Bytes of the code of a record that is made.
    package static let code = 200
    /// Bytes of whatever an act names by a word: acts, kinds, fields, and codes of records that may not be there.
    package static let name = 1_000
    /// Records in one act: more of them go in as a pack.
    package static let records = 2_000

    /// Bytes of all texts that one act writes anew: one that says the same of two thousand records writes it two thousand times, for ever.
    package static let bytes = 4 << 20
    /// Records up to which what is sent is bound enough.
    private static let few = 4

    /// Refuses an act that writes more than anybody meant to.
    static func refuseOversized(_ draft: Draft, before picture: Picture) throws(Refusal) {
        guard draft.changes.count > few else { return }
        var bytes = 0
        for change in draft.changes {
            guard let row = change.row else { continue }
            let values = row.values
            let known = picture[change.reference]?.values
            for (place, value) in values.enumerated() where known?[place] != value { bytes += value.textBytes }
            guard bytes <= ActBounds.bytes else { throw Refusal(.actTooLarge, [Fact("most", ActBounds.bytes >> 20)]) }
        }
    }

    /// Refuses a reason that is longer than anybody reads.
    static func refuseOverlong(_ reason: String) throws(Refusal) {
        // Bytes are counted first: of a text of a megabyte nobody counts the letters.
        guard reason.utf8.count <= ActBounds.reason || reason.utf8.count <= ActBounds.reason * 4 && reason.count <= ActBounds.reason else {
            throw Refusal(.reasonTooLong, [Fact("longest", ActBounds.reason)])
        }
    }
}

extension ActRequest {
    /// Refuses what is too long, before anything is looked up by it or told with it: asked by whatever way an act comes.
    func refuseOverlong() throws(Refusal) {
        try ActBounds.refuseOverlong(reason)
        try ActBounds.refuseOverlong(overrideReason)
        guard idempotencyKey.utf8.count <= ActBounds.keptKey,
            idempotencyKey.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F })
        else { throw Refusal(.badKey, [Fact("longest", ActBounds.key)]) }
        guard proposals.count <= ActBounds.records else {
            throw Refusal(.tooManyRecords, [Fact("count", proposals.count), Fact("most", ActBounds.records)])
        }
        var names = [act.rawValue, actor]
        for proposal in proposals {
            names += [proposal.kind, proposal.code]
            names += proposal.contents.map(\.column)
            names += proposal.values.map(\.column)
        }
        guard names.allSatisfy({ $0.utf8.count <= ActBounds.name }) else { throw Refusal(.nameTooLong, [Fact("longest", ActBounds.name)]) }
    }

    /// Refuses a key that a program could not have meant: it is compared byte by byte, and kept for ever.
    func refuseBadKey() throws(Refusal) {
        guard idempotencyKey.utf8.count <= ActBounds.key, idempotencyKey.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else {
            throw Refusal(.badKey, [Fact("longest", ActBounds.key)])
        }
    }
}

extension Chancery {
    /// Whether somebody may have anything written at all, asked before what they sent is read.
    package nonisolated func mayAct(_ authority: Authority) throws(Denial) {
        let permitting = Permitting(authority, in: published.picture, of: house, now: clock())
        guard permitting.rights.isAnything else { throw .refused(Refusal(.mayChangeNothing)) }
    }
}

extension Value {
    /// Bytes of what is text in it.
    fileprivate var textBytes: Int {
        switch self {
        case .text(let text): text.utf8.count
        case .list(let items): items.reduce(0) { $0 + $1.textBytes }
        default: 0
        }
    }
}
