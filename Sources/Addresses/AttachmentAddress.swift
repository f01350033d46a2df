/// The attachment of a record's field: by its kind's file, its own code, and the field.
public struct AttachmentAddress: Hashable, Sendable {
    public let record: RecordAddress
    public let field: String

    public init(_ record: RecordAddress, _ field: String) {
        self.record = RecordAddress(record.file, record.code)
        self.field = field
    }

    var path: [String] { [record.file, record.code, field] }
}
