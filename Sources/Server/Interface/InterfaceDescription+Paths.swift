import Addresses
import Ledger
import Mounting

extension InterfaceDescription {
    /// What can be asked, by the addresses at which the house answers.
    var paths: [JSON.Member] {
        [
            .init(path(.list(ListQuery("{file}"))), asked("get", listing)),
            .init(path(.record(RecordAddress("{file}", "{code}"))), asked("get", reading)),
            .init(
                path(.attachment(AttachmentAddress(RecordAddress("{file}", "{code}"), "{field}"))),
                .object([.init("get", fetching.json), .init("post", attaching.json)])),
            .init(path(.slips), asked("get", judging)), .init(path(.changes(after: 0)), asked("get", following)),
            .init(path(.acts), asked("post", acting)),
            .init(path(.preview), asked("post", trying)), .init(path(.packs(isPreview: false)), asked("post", loading)),
        ]
    }

    /// An address as OpenAPI writes it, with its blanks in braces.
    private func path(_ place: InterfaceAddress) -> String {
        "/" + (Spelling(place.text)?.path ?? []).joined(separator: "/")
    }

    private func asked(_ method: String, _ operation: InterfaceOperation) -> JSON { .object([.init(method, operation.json)]) }

    private var file: JSON { InterfaceOperation.blank("file", "The kind's file", .words(house.register.kinds.map(\.file))) }

    private var page: Schema { Schema.whole.with("minimum", .integer(1)).with("maximum", .integer(1_000_000)) }

    private var narrowed: InterfaceAddress { .list(ListQuery("bodies", filters: [ListQuery.Filter("kind", "ministry")])) }

    private var listing: InterfaceOperation {
        InterfaceOperation(
            id: "listRecords", summary: "A kind's records, a hundred at a time",
            description:
                "What is about persons (x-personal) is given only of an export that the account's officer asked for, while it lasts; each "
                + "page of it is noted as a copy. Any column of the kind narrows the list: \(narrowed.text)",
            parameters: [
                file, InterfaceOperation.wish("q", "Words that must all occur", .text),
                InterfaceOperation.wish("order", "A column; with a minus before it descending", .text),
                InterfaceOperation.wish("page", "From 1", page),
                InterfaceOperation.wish("export", "The code of the export that gives the fields about persons", .text),
            ],
            answer: .object([
                .must("count", .whole), .must("page", .whole), .may("copy", Schema.text.saying("Of which copy of the export it is")),
                .must("records", .list(.named("Record"))),
            ]))
    }

    private var reading: InterfaceOperation {
        InterfaceOperation(
            id: "readRecord", summary: "One record by its code",
            parameters: [file, InterfaceOperation.blank("code", "The record's code", .text)], answer: .named("Record"))
    }

    private var attachment: [JSON] {
        let fields = Set(house.register.kinds.flatMap { $0.attachmentColumns.map(\.column.name) }).sorted()
        return [
            file, InterfaceOperation.blank("code", "The record's code", .text),
            InterfaceOperation.blank("field", "A field that holds an attachment", .words(fields)),
        ]
    }

    private var fetching: InterfaceOperation {
        InterfaceOperation(
            id: "readAttachment", summary: "The file of a record's field, noted as a reading", parameters: attachment, answer: binary,
            answerContents: Attachment.Media.allCases.map { Answer.Content($0).rawValue })
    }

    private var attaching: InterfaceOperation {
        let bounds = AttachmentUse.allCases.map { use in
            "\(use.rawValue): \(use.media.map { $0.rawValue.uppercased() }.joined(separator: ", ")), \(use.most) bytes"
        }
        return InterfaceOperation(
            id: "keepAttachment", summary: "Keeps a file as a record's field, in the place of what it held",
            description: "What the file is its own bytes say. Taken, and no more of each: " + bounds.joined(separator: "; ") + ".",
            parameters: attachment, body: binary, bodyContent: "application/octet-stream",
            answer: .object([.must("entry", .whole), .must("attachment", .text), .must("written_before", .flag)]))
    }

    private var binary: Schema { Schema.text.with("format", "binary") }

    private var judging: InterfaceOperation {
        InterfaceOperation(
            id: "listSlips", summary: "What is wrong, as far as the account may know, a hundred at a time",
            parameters: [InterfaceOperation.wish("page", "From 1", page)],
            answer: .object([.must("count", .whole), .must("page", .whole), .must("slips", .list(.named("Slip")))]))
    }

    private var following: InterfaceOperation {
        let record = Schema.object([.must("kind", .text), .must("code", .text), .must("entry", .whole)])
        return InterfaceOperation(
            id: "listChanges", summary: "Which records have changed after an entry, as far as the account may know",
            description:
                "Where `everything` is true, it is too much or too long ago to be told record by record: read again what is needed.",
            parameters: [InterfaceOperation.blankWish("after", "The entry up to which it is known", .whole)],
            answer: .object([
                .must("entry", .whole), .must("everything", .flag), .must("kinds", .list(.text)), .must("changed", .list(record)),
            ]))
    }

    private var acting: InterfaceOperation {
        let proposal = Schema.text.orNull.saying("The proposal that waits for another officer; null where it is done")
        return InterfaceOperation(
            id: "performAct", summary: "Performs one act in the account's name, all of it or nothing", body: .named("Act"),
            answer: .object([
                .must("entry", .whole), .must("proposal", proposal), .must("written_before", .flag), .must("appeared", .list(.text)),
                .must("gone", .list(.text)),
            ]))
    }

    private var trying: InterfaceOperation {
        InterfaceOperation(
            id: "previewAct", summary: "Tells what an act would do, and writes nothing", body: .named("Act"),
            answer: .object([
                .must("changes", .list(.named("Record"))), .must("takes_two", .flag), .must("appeared", .list(.text)),
                .must("gone", .list(.text)),
            ]))
    }

    private var loading: InterfaceOperation {
        let kind = Schema.object([.must("kind", .text), .must("new", .whole), .must("changed", .whole), .must("removed", .whole)])
        let slips: [Schema.Property] = [.must("appeared", .list(.text)), .must("gone", .list(.text))]
        let counts: [Schema.Property] = [.must("versions", .whole), .must("unchanged", .whole)]
        let written = Schema.object([.must("entries", .whole)] + counts + [.must("entry", Schema.whole.orNull)] + slips)
        let foreseen = Schema.object([.must("kinds", .list(kind))] + counts + slips)
        return InterfaceOperation(
            id: "takePack", summary: "Takes a pack in, all of it or nothing",
            description: "A pack is a ZIP archive of lists. What its bearer could not write by a sheet is refused.",
            parameters: [InterfaceOperation.wish("preview", "With 1 it is only told what it would do", .words(["1"]))],
            body: binary, bodyContent: "application/zip", answer: .any([written, foreseen]))
    }
}
