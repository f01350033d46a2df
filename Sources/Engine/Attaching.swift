package import Ledger
import Rulebook

/// A file that is sent with an act, and names itself by what it holds.
package struct AttachedFile: Sendable {
    package let attachment: Attachment
    package let bytes: [UInt8]

    /// Nil where it is nothing that the house takes.
    package init?(_ bytes: [UInt8]) {
        guard let attachment = Attachment(of: bytes) else { return nil }
        self.attachment = attachment
        self.bytes = bytes
    }
}

/// What a record says of an attachment comes with its bytes, in the same act: so the store holds nothing that no entry names, and no entry
/// names what is not there.
enum Attaching {
    /// Bytes of all attachments that one record names or has named.
    static let mostOfRecord = 20 << 20
    /// Bytes of all attachments of the house: a copy of the journal carries them, and is made in memory.
    static let mostOfAll = 512 << 20

    /// Refuses an attachment whose bytes are not sent, or that its field does not take.
    static func refuse(_ draft: Draft, with files: [AttachedFile], before picture: Picture) throws(Refusal) {
        let sent = Set(files.map(\.attachment))
        for change in draft.changes {
            guard let row = change.row, let kind = picture.register.kind(slot: row.slot) else { continue }
            let before = picture[change.reference]
            for (place, column, use) in kind.attachmentColumns {
                guard case .text(let text) = row.value(place), row.value(place) != before?.value(place) else { continue }
                let named = [Fact("kind", .word(kind.code)), Fact("code", row.code), Fact("field", column.name)]
                guard let attachment = Attachment(text), sent.contains(attachment) else { throw Refusal(.bytesMissing, named) }
                try refuse(attachment, as: use, named)
            }
        }
    }

    static func refuse(_ attachment: Attachment, as use: AttachmentUse, _ named: [Fact]) throws(Refusal) {
        guard use.media.contains(attachment.media) else { throw Refusal(.fileNotTaken, named) }
        guard attachment.length <= use.most else { throw Refusal(.fileTooLarge, named + [Fact("most", use.most >> 20)]) }
    }

    /// The files as they are kept, each sealed under the key that seals the field that names it.
    static func sealed(
        _ files: [AttachedFile], of changes: [Change], _ register: Register, _ keys: KeyRing
    ) throws(Unstorable) -> [SealedAttachment] {
        guard !files.isEmpty else { return [] }
        var sealed: [SealedAttachment] = []
        for change in changes {
            guard let row = change.row, let kind = register.kind(slot: row.slot) else { continue }
            for (place, _, _) in kind.attachmentColumns {
                guard case .text(let text) = row.value(place), let named = Attachment(text),
                    let file = files.first(where: { $0.attachment == named })
                else { continue }
                guard let key = keys[kind.keyOwner(of: row, at: place)], let one = SealedAttachment(file.attachment, file.bytes, under: key)
                else {
                    throw Unstorable(reference: change.reference)
                }
                sealed.append(one)
            }
        }
        return sealed
    }
}

extension Chancery {
    /// Bytes of attachments that one entry brings back; more are brought back in parts.
    private static let mostRecalled = 64 << 20

    /// Refuses more than the store of attachments holds, of one record or of all. What two send at the same moment is not counted together:
    /// how much may be on its way at once is bounded where it comes in.
    func refuseOverfull(_ request: ActRequest) async throws(Denial) {
        let all = request.files.reduce(0) { $0 + $1.bytes.count }
        for proposal in request.proposals where all > 0 {
            let coming = request.files.filter { proposal.names($0.attachment) }.reduce(0) { $0 + $1.bytes.count }
            guard coming > 0, let kind = house.register.kind(proposal.kind) else { continue }
            let number = picture[slot: kind.slot].number(of: proposal.code) ?? 0
            let held: (record: Int, all: Int)
            do throws(JournalFailure) { held = try await journal.attachedBytes(kind: kind.code, number: number) } catch {
                throw .journal(error)
            }
            guard held.record + coming <= Attaching.mostOfRecord else {
                let named = [Fact("kind", .word(kind.code)), Fact("code", proposal.code)]
                throw .refused(Refusal(.recordHoldsTooMuch, named + [Fact("most", Attaching.mostOfRecord >> 20)]))
            }
            guard held.all + all <= Attaching.mostOfAll else {
                throw .refused(Refusal(.houseHoldsTooMuch, [Fact("most", Attaching.mostOfAll >> 20)]))
            }
        }
    }

    /// What a request takes back, with the bytes of the attachments that it names again, from the records that named them then. Those that were
    /// erased since stay away.
    func recalling(_ request: ActRequest, _ alterations: [Alteration]) async throws(Denial) -> ActRequest {
        var request = request
        var bytes = 0
        for alteration in alterations {
            guard let kind = house.register.kind(slot: alteration.reference.slot), let before = alteration.before else { continue }
            let stays = Set(alteration.after.map(kind.attachments) ?? [])
            for attachment in kind.attachments(of: before) where !stays.contains(attachment) {
                let found: [UInt8]?
                do throws(JournalFailure) {
                    found = try await journal.bytes(of: attachment, kind: kind.code, number: alteration.reference.number)
                } catch { throw .journal(error) }
                guard let file = found.flatMap({ AttachedFile($0) }) else { continue }
                request.files.append(file)
                bytes += file.bytes.count
                guard bytes <= Self.mostRecalled else {
                    throw .refused(Refusal(.noTakeBack, [Fact("entry", alteration.entry.sequence), Fact("act", alteration.entry.act)]))
                }
            }
        }
        let here = Set(request.files.map { Value.text($0.attachment.description) })
        for place in request.proposals.indices {
            let columns = house.register.kind(request.proposals[place].kind)?.attachmentColumns.map(\.column.name) ?? []
            request.proposals[place].values = request.proposals[place].values.map { column, value in
                (column, columns.contains(column) && !here.contains(value) ? .absent : value)
            }
        }
        return request
    }
}

extension ActRequest.Proposal {
    fileprivate func names(_ attachment: Attachment) -> Bool {
        let text = attachment.description
        return values.contains { $0.value == .text(text) } || contents.contains { $0.value == .text(text) }
    }
}
