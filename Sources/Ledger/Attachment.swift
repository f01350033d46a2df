import Crypto

/// A file that a record names: known by the hash of its bytes, by what it is and by how long it is.
///
/// This is all that a record and an entry hold of it. The bytes lie in one store beside the records, sealed (``SealedAttachment``).
public struct Attachment: Hashable, Sendable, CustomStringConvertible {
    /// What the house takes, told by its first bytes: neither its name nor the word of whoever sends it counts.
    public enum Media: String, Sendable, CaseIterable {
        case jpeg, png, pdf

        private var signature: [UInt8] {
            switch self {
            case .jpeg: [0xFF, 0xD8, 0xFF]
            case .png: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
            case .pdf: Array("%PDF-".utf8)
            }
        }

        /// Nil for whatever else the bytes may be.
        public init?(of bytes: some Collection<UInt8>) {
            guard let media = Media.allCases.first(where: { bytes.starts(with: $0.signature) }) else { return nil }
            self = media
        }
    }

    /// SHA-256 of the bytes, in sixty-four digits.
    public let hash: String
    public let media: Media
    public let length: Int

    /// Nil where the bytes are nothing that the house takes.
    public init?(of bytes: [UInt8]) {
        guard let media = Media(of: bytes) else { return nil }
        hash = Sealing.digest(bytes).hexadecimal
        self.media = media
        length = bytes.count
    }

    /// As ``description`` writes it.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].hasPrefix("sha256:"), let media = Media(rawValue: String(parts[1])), let length = Int(parts[2]),
            length > 0
        else { return nil }
        let digits = parts[0].dropFirst("sha256:".count)
        guard digits.utf8.count == 64, digits.allSatisfy({ "0123456789abcdef".contains($0) }) else { return nil }
        (hash, self.media, self.length) = (String(digits), media, length)
        guard description == text else { return nil }
    }

    /// `sha256:…/jpeg/34567`.
    public var description: String { "sha256:\(hash)/\(media.rawValue)/\(length)" }

    /// Whether these are its bytes.
    public func holds(_ bytes: [UInt8]) -> Bool { Attachment(of: bytes) == self }
}

/// What a field asks of its attachment. It holds for what is sent, and never for what is kept: what a journal holds stays readable.
public enum AttachmentUse: String, Hashable, Sendable, CaseIterable {
    case photograph, scan

    public var media: [Attachment.Media] {
        switch self {
        case .photograph: [.jpeg, .png]
        case .scan: [.pdf, .jpeg, .png]
        }
    }

    /// Bytes of one.
    public var most: Int {
        switch self {
        case .photograph: 1 << 20
        case .scan: 5 << 20
        }
    }
}

/// The attachment of a field, or none: kept as it is written, for a house has hundreds of thousands of records that have none.
public protocol AttachmentValue: FieldValue {
    static var use: AttachmentUse { get }
    var written: String { get }
    init(written: String)
}

extension AttachmentValue {
    public static var shape: Shape { .attachment(use) }
    public static var blank: Self { Self(written: "") }
    public init?(_ value: Value) {
        guard case .text(let text) = value, Attachment(text) != nil else { return nil }
        self.init(written: text)
    }
    public var value: Value { written.isEmpty ? .absent : .text(written) }
    public var attachment: Attachment? { Attachment(written) }
}

/// Somebody's photograph.
public struct Photograph: AttachmentValue {
    public static let use = AttachmentUse.photograph
    public let written: String
    public init(written: String) { self.written = written }
}

/// A paper as it was scanned.
public struct Scan: AttachmentValue {
    public static let use = AttachmentUse.scan
    public let written: String
    public init(written: String) { self.written = written }
}

extension Shape {
    /// What is asked of the attachment that a field holds; nil where it holds none.
    public var attachmentUse: AttachmentUse? { if case .attachment(let use) = self { use } else { nil } }
}

extension Kind {
    /// Its columns that hold attachments, with their places.
    public var attachmentColumns: [(place: Int, column: Column, use: AttachmentUse)] {
        columns.enumerated().compactMap { place, column in column.shape.attachmentUse.map { (place, column, $0) } }
    }

    /// The attachments that a record of this kind names.
    public func attachments(of row: any AnyRow) -> [Attachment] {
        attachmentColumns.compactMap { place, _, _ in
            if case .text(let text) = row.value(place) { Attachment(text) } else { nil }
        }
    }
}
