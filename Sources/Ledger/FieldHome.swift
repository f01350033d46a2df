/// Where in a record a field lives.
///
/// The key path of a stored property is only a distance from the record's start. Reading there takes a tenth of the time that the
/// key path takes, and a table of all delegates has tens of thousands of fields. A computed property is asked by its key path.
@usableFromInline
struct FieldHome<Record, Content>: Sendable {
    @usableFromInline let path: any (WritableKeyPath<Record, Content> & Sendable)
    /// Bytes from the record's start; nil for what is computed.
    @usableFromInline let distance: Int?

    @inlinable
    init(_ path: any (WritableKeyPath<Record, Content> & Sendable)) {
        self.path = path
        distance = MemoryLayout<Record>.offset(of: path)
    }

    @inlinable
    func content(at record: UnsafePointer<Record>) -> Content {
        guard let distance else { return record.pointee[keyPath: path] }
        return UnsafeRawPointer(record).load(fromByteOffset: distance, as: Content.self)
    }

    @inlinable
    func content(of record: Record) -> Content { withUnsafePointer(to: record) { content(at: $0) } }

    @inlinable
    func set(_ content: Content, in record: inout Record) {
        guard let distance else { return record[keyPath: path] = content }
        withUnsafeMutableBytes(of: &record) { bytes in
            bytes.baseAddress?.advanced(by: distance).assumingMemoryBound(to: Content.self).pointee = content
        }
    }
}
