/// Data about an identified person: readable by name only where the code says `content`, never in a log or a description.
///
/// A field of this type can be described only together with its ``Processing``: without one it does not build.
@frozen
public struct Personal<Content: FieldValue>: Hashable, Sendable, CustomStringConvertible {
    public var content: Content
    @inlinable public init(_ content: Content = .blank) { self.content = content }
    public var description: String { "•••" }
}

/// Why a personal field is held, and until when: one line of the register of processing.
public struct Processing: Hashable, Sendable {
    public enum Purpose: String, Sendable, CaseIterable {
        case accreditation, courtesies, interpretation, security, health, transport, lodging, press, treatyRecord = "treaty_record"
    }
    /// The ground in law. Which article of the host's data-protection law applies is for the host's counsel to confirm.
    public enum Basis: String, Sendable, CaseIterable {
        case publicTask = "public_task", hostAgreement = "host_agreement", vitalInterest = "vital_interest", consent
    }
    public enum Retention: Hashable, Sendable {
        /// Days after the closing of the ceremony.
        case daysAfterClosing(Int)
        /// Kept as part of the depositary's and the host's archive.
        case archive
    }

    public let purpose: Purpose
    public let basis: Basis
    /// The desks that see the field, by their codes.
    public let seenBy: [String]
    public let kept: Retention
    /// Whether the field holds the number of a passport, an identity card or the like: with it somebody can be taken for another.
    public private(set) var isDocumentNumber = false

    /// The same, for the field that holds the number of somebody's document.
    public var ofDocumentNumber: Processing {
        var processing = self
        processing.isDocumentNumber = true
        return processing
    }

    public init(_ purpose: Purpose, basis: Basis, seenBy: [String], kept: Retention) {
        self.purpose = purpose
        self.basis = basis
        self.seenBy = seenBy
        self.kept = kept
    }
}
