import Addresses
import Engine
import Furniture
import Ledger
import Phrases
import Rulebook

/// Attachments for programs: the bytes themselves, as the body of what is asked and of the answer.
extension InterfaceDesk {
    func attachment(_ address: AttachmentAddress, _ reader: Reader, _ visitor: Visitor) async -> Answer {
        do throws(JournalFailure) { return try await desk.attachment(address, for: reader, visitor) ?? notFound } catch {
            return refused(.journal(error), reader)
        }
    }

    func attach(_ visit: Visit, _ address: AttachmentAddress, _ visitor: Visitor, _ reader: Reader) async -> Answer {
        guard let field = desk.changedField(address, for: reader) else { return notFound }
        switch await desk.attach(visit.body, to: field, was: nil, reason: "", visitor) {
        case .success(let receipt):
            return fine([
                .init("entry", .integer(Int64(receipt.sequence))),
                .init("attachment", Attachment(of: visit.body).map { .text($0.description) } ?? .null),
                .init("written_before", .flag(receipt.wasWritten)),
            ])
        case .failure(let denial): return refused(denial, reader)
        }
    }
}
