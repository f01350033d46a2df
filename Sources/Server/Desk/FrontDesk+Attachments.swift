import Addresses
import Engine
import Furniture
import Ledger
import Mounting
import Phrases
import Rulebook

/// The files that records name: fetched by whoever may see the field, and sent by whoever may change it.
extension FrontDesk {
    /// The field of a record that holds an attachment, as a reader may know it.
    struct AttachedField {
        let kind: Kind
        let row: any AnyRow
        let place: Int
        let use: AttachmentUse

        var column: Kind.Column { kind.columns[place] }
        var value: Value { row.value(place) }
        var attachment: Attachment? { if case .text(let text) = value { Attachment(text) } else { nil } }

        /// A name that steers nothing, whatever the record is called.
        fileprivate func fileName(_ attachment: Attachment) -> String {
            let plain = row.code.unicodeScalars.map { scalar in
                scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)) ? Character(scalar) : "-"
            }
            return "\(String(plain.prefix(60)))-\(column.name).\(attachment.media.rawValue)"
        }
    }

    /// Nil where there is no such field for this reader.
    func attachedField(_ address: AttachmentAddress, for reader: Reader) -> AttachedField? {
        guard reader.asOf == nil, let kind = reader.picture.register.kind(file: address.record.file), reader.sight.sees(kind),
            let number = reader.picture[slot: kind.slot].number(of: address.record.code), let row = reader.picture[slot: kind.slot][number],
            reader.sight.sees(row, of: kind), let place = kind.place(of: address.field), let use = kind.columns[place].shape.attachmentUse,
            reader.sight.sees(kind.columns[place], of: kind)
        else { return nil }
        return AttachedField(kind: kind, row: row, place: place, use: use)
    }

    /// The same, where the reader may also change it.
    func changedField(_ address: AttachmentAddress, for reader: Reader) -> AttachedField? {
        guard let field = attachedField(address, for: reader), reader.sight.changes(field.kind),
            !house.constitution.actOnly.closed(of: field.kind, as: field.row).contains(field.column.name)
        else { return nil }
        return field
    }

    /// The bytes, for whoever may see the field: as a file to be kept, and never as a page. It is a reading, and noted as one.
    func attachment(_ address: AttachmentAddress, for reader: Reader, _ visitor: Visitor) async throws(JournalFailure) -> Answer? {
        guard let field = attachedField(address, for: reader), let attachment = field.attachment,
            await noteReading(of: field.kind, "\(field.kind.code)/\(field.row.code)", only: field.column, reader, visitor),
            let bytes = try await served.bytes(of: attachment, kind: field.kind, number: field.row.number)
        else { return nil }
        var answer = Answer(.fine, Answer.Content(attachment.media), bytes: bytes)
        answer.fileName = field.fileName(attachment)
        answer.isForeign = true
        return answer
    }

    /// Where a file is sent; nil where the visitor may not.
    func attachmentPage(_ address: AttachmentAddress, for reader: Reader, _ visitor: Visitor) async -> Page? {
        guard let field = changedField(address, for: reader),
            await noteReading(of: field.kind, "\(field.kind.code)/\(field.row.code)", only: field.column, reader, visitor)
        else { return nil }
        return AttachmentPage(address, field.kind, field.column, held: field.value, for: reader)?.page
    }

    /// Keeps the file that was sent from the page, or takes away the one that is there.
    func attach(_ sent: Form, _ address: AttachmentAddress, _ visitor: Visitor) async throws -> Answer {
        let reader = reader(visitor, await view(of: visitor), at: .attach(address))
        guard let field = changedField(address, for: reader) else {
            return await refused(.notFound, "error.not_found", visitor, at: .attach(address))
        }
        let reason = sent["reason"]?.trimmed ?? ""
        func again(_ problems: [String]) -> Answer {
            AttachmentPage(
                address, field.kind, field.column, held: field.value, reason: String(reason.prefix(ActBounds.reason)), problems: problems,
                for: reader
            ).map { document($0.page, for: reader, .refused) } ?? Answer(.notFound)
        }
        let bytes: [UInt8]?
        if sent["act"] == "remove" {
            bytes = nil
        } else {
            guard let file = sent.files.first(where: { $0.field == "file" }), !file.bytes.isEmpty else {
                return again([reader.phrases("attachment.none")])
            }
            bytes = file.bytes
        }
        let was = sent["was"].map { $0.isEmpty ? Value.absent : .text($0) }
        switch await attach(bytes, to: field, was: was, reason: reason, visitor) {
        case .success(let receipt):
            if let instead = try await settle(receipt, visitor) { return instead }
            let record = address.record
            return .seeOther(.record(RecordAddress(record.file, record.code, written: receipt.wasWritten ? nil : receipt.sequence)))
        case .failure(.needsProof): return .proofNeeded
        case .failure(let denial): return again(lines(denial, reader))
        }
    }

    /// Writes the file into its field, or leaves the field blank.
    ///
    /// - Parameter was: what the field held when the file was chosen; nil where nobody says.
    func attach(
        _ bytes: [UInt8]?, to field: AttachedField, was: Value?, reason: String, _ visitor: Visitor
    ) async -> Result<Receipt, Denial> {
        var value = Value.absent
        var files: [AttachedFile] = []
        if let bytes {
            guard let file = AttachedFile(bytes) else {
                let named = [Fact("kind", .word(field.kind.code)), Fact("code", field.row.code), Fact("field", field.column.name)]
                return .failure(.refused(Refusal(.fileNotTaken, named)))
            }
            value = .text(file.attachment.description)
            files = [file]
        }
        var proposal = ActRequest.Proposal(kind: field.kind.code, code: field.row.code, values: [(field.column.name, value)])
        if let was { proposal.expected = [(field.column.name, was)] }
        var request = ActRequest(act: .edit, by: visitor.authority(at: realNow), reason: reason, proposals: [proposal])
        request.files = files
        return await served.perform(request)
    }

    /// Bytes that may be sent to the place of an attachment by whoever may change its field; nil for everybody else, and elsewhere.
    package func mostAttached(at path: String, session: String?, bearer: String?) async -> Int? {
        let address: AttachmentAddress
        let visitor: Visitor?
        if case .attachment(let place)? = path.hasPrefix("/api/") ? InterfaceAddress(path) : nil {
            address = place
            guard let bearer, let known = try? await credentials.bearer(of: bearer, now: realNow), known.scope == .write else { return nil }
            visitor = Visitor(known.account, token: known.number, house, await served.now(), phrases("", or: .vietnamese), peer: "")
        } else if case .attach(let place)? = path.hasPrefix("/attach/") ? Address(path) : nil {
            address = place
            guard let session, let known = await sessions.session(session, now: realNow, wakes: false) else { return nil }
            visitor = Visitor(known, token: session, house, await served.now(), phrases("", or: .vietnamese), peer: "")
        } else {
            return nil
        }
        guard let visitor else { return nil }
        let reader = reader(visitor, await view(of: visitor), at: .attach(address))
        return changedField(address, for: reader).map { $0.use.most + ServerBounds.aroundAttachment }
    }
}

extension Answer.Content {
    init(_ media: Attachment.Media) {
        switch media {
        case .jpeg: self = .jpeg
        case .png: self = .png
        case .pdf: self = .pdf
        }
    }
}
