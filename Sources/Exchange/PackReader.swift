package import Foundation
package import Ledger

/// What a list of packs comes to: everything, or all that is wrong and nothing else.
package enum PackReading: Sendable {
    case refused([Finding])
    case read(PackContent)
}

package struct PackContent: Sendable {
    /// The manifest of the last pack that has one.
    package let manifest: PackManifest?
    /// New versions of records, by when they happened; at one instant in the order in which they were written down.
    package let versions: [Version]
    /// How many rows say only what the house knows already.
    package let unchanged: Int
}

/// Reads packs into versions of records: the one way in for tables.
///
/// - A row is a version of the record of its code. Rows of the same code are its history, by their `happened`.
/// - Columns that a table lacks keep what they hold, in the row before or in the house. Blank cells make blank.
/// - Records refer to one another by code, within all tables of all packs and to the house.
/// - New codes get the next free numbers of their kind, in the order in which they first appear.
/// - Of several packs, a later one replaces every row of the same record in the earlier ones.
/// - Versions that the house has already are left out, so importing an export changes nothing.
package struct PackReader: Sendable {
    private let picture: Picture
    private let happened: Instant
    private let zoneOfTimes: TimeZone?
    private let vocabulary: Vocabulary
    private let limits: ReadingLimits

    /// - Parameters:
    ///   - picture: the house that the packs are read into; its zone is meant where no manifest names another.
    ///   - happened: when a row happened that does not say.
    ///   - zoneOfTimes: where times are meant that name no zone, as those that a spreadsheet shows; nil refuses them.
    package init(
        into picture: Picture, happened: Instant, zoneOfTimes: TimeZone? = nil, vocabulary: Vocabulary = Vocabulary(),
        limits: ReadingLimits = ReadingLimits()
    ) {
        self.picture = picture
        self.happened = happened
        self.zoneOfTimes = zoneOfTimes
        self.vocabulary = vocabulary
        self.limits = limits
    }

    package func read(_ pack: Pack) -> PackReading { read([pack]) }

    package func read(_ packs: [Pack]) -> PackReading {
        var work = PackWork(picture: picture, happened: happened, zoneOfTimes: zoneOfTimes, vocabulary: vocabulary)
        // People look for a finding in a file; of several packs they must know in which.
        let prefixes = packs.map { packs.count == 1 ? "" : $0.name + "/" }
        for (pack, prefix) in zip(packs, prefixes) { work.takeManifest(of: pack, prefix) }
        for (place, pack) in packs.enumerated() { work.takeTables(of: pack, at: place, prefixes[place], limits) }
        work.takeRows()
        let versions = work.versions()
        guard work.findings.isEmpty else { return .refused(work.findingsInOrder) }
        return .read(PackContent(manifest: work.manifest, versions: versions, unchanged: work.unchanged))
    }
}
