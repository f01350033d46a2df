import Ledger
package import Rulebook

extension ActName {
    /// A correction is published against a claim.
    package static let publishCorrection = ActName("publish_correction")
    /// Documents or people's data leave the house.
    package static let export = ActName("export")
}

/// The acts in the world of this room.
package let integrityActs: [Act] = [
    Act(.export, writes: Export.self) { before, after, _ in refusalToExport(before, after) },
    Act(.publishCorrection, writes: Correction.self) { before, after, picture in refusalToPublish(before, after, picture) },
]

private func refusalToExport(_ before: Export?, _ after: Export) -> Refusal? {
    let facts = [Fact("export", after.id)]
    if before?.made != nil { return Refusal("already_exported", facts) }
    if after.made == nil { return Refusal("export_without_time", facts) }
    if after.holds == .listOfPeople && after.people < 1 { return Refusal("export_of_nobody", facts) }
    return nil
}

private func refusalToPublish(_ before: Correction?, _ after: Correction, _ picture: Picture) -> Refusal? {
    let facts = [Fact("correction", after.id)]
    if before?.published != nil { return Refusal("already_published", facts) }
    if after.claim.flatMap({ picture[$0] }) == nil { return Refusal("correction_without_claim", facts) }
    if after.published == nil || after.textVietnamese.isEmpty { return Refusal("correction_incomplete", facts) }
    return nil
}
