package import Ledger
package import Rulebook

/// The kinds of this room.
package let integrityKinds: [Kind] = [
    Kind(Claim.self), Kind(OfficialSource.self), Kind(Correction.self), Kind(LookalikeDomain.self), Kind(Asset.self),
    Kind(CyberIncident.self), Kind(Fallback.self), Kind(RestoreDrill.self), Kind(Export.self), Kind(Hold.self),
    Kind(Erasure.self),
]

/// The rules of this room.
package let integrityRules: [Rule] = [
    personalFieldsAreNotKeptTooLong,  // DAT-01
    exportsAreAnsweredFor,  // DAT-02
    invitationsCanBeVerified,  // INT-01
    claimsAreAboutFacts,  // INT-02
    criticalFunctionsAreDrilledWithoutNetwork,  // INT-03
    aRestoreWasProved,  // INT-04
]

/// The acts of this room.
package let integrityActs: [Act] = [exporting, exportingList, endingExport, publishingCorrection]

extension ActName {
    /// What is kept no longer is erased, of everybody at once. It is decided where all rooms are known; here a rule leads to it.
    package static let eraseDue = ActName("erase_due")
}
