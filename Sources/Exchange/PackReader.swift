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
    private let formats: FileFormats
    private let sees: @Sendable (Reference) -> Bool

    /// - Parameters:
    ///   - picture: the house that the packs are read into; its zone is meant where no manifest names another.
    ///   - happened: when a row happened that does not say.
    ///   - sees: which records of the house who brings the packs may know of: no cell can name others.
    ///   - zoneOfTimes: where times are meant that name no zone, as those that a spreadsheet shows; nil refuses them.
    package init(
        into picture: Picture, happened: Instant, zoneOfTimes: TimeZone? = nil, vocabulary: Vocabulary = Vocabulary(),
        limits: ReadingLimits = ReadingLimits(), formats: FileFormats = fileFormats,
        sees: @escaping @Sendable (Reference) -> Bool = { _ in true }
    ) {
        self.picture = picture
        self.happened = happened
        self.zoneOfTimes = zoneOfTimes
        self.vocabulary = vocabulary
        self.limits = limits
        self.formats = formats
        self.sees = sees
    }

    package func read(_ pack: Pack) -> PackReading { read([pack]) }

    package func read(_ packs: [Pack]) -> PackReading {
        var work = taken(packs)
        return finished(&work)
    }

    /// Reads packs of somebody who may not know of everything: before anything is compared with the house, it is asked whether it is for
    /// them. Headers and codes are understood then as they are understood afterwards.
    ///
    /// - Parameter isOneSheet: whether there must be no more than one table.
    package func read(
        _ packs: [Pack], isOneSheet: Bool = false, seesKind: (Kind) -> Bool = { _ in true }, seesColumn: (Kind.Column) -> Bool
    ) throws(NotToBeRead) -> PackReading {
        var work = taken(packs)
        guard !isOneSheet || work.tablesRead <= 1 else { throw .severalSheets }
        if let what = work.notFor(seesKind: seesKind, seesColumn: seesColumn) { throw .notForReader(what) }
        return finished(&work)
    }

    private func taken(_ packs: [Pack]) -> PackWork {
        var work = PackWork(
            picture: picture, happened: happened, zoneOfTimes: zoneOfTimes, vocabulary: vocabulary, limits: limits,
            formats: formats, sees: sees)
        // People look for a finding in a file; of several packs they must know in which.
        let prefixes = packs.map { packs.count == 1 ? "" : $0.name + "/" }
        for (pack, prefix) in zip(packs, prefixes) { work.takeManifest(of: pack, prefix) }
        for (place, pack) in packs.enumerated() { work.takeTables(of: pack, at: place, prefixes[place]) }
        work.takeRows()
        return work
    }

    private func finished(_ work: inout PackWork) -> PackReading {
        work.leaveOutReplaced()
        let versions = work.versions()
        guard work.findings.isEmpty else { return .refused(work.findingsInOrder) }
        return .read(PackContent(manifest: work.manifest, versions: versions, unchanged: work.unchanged))
    }
}

/// Why packs are not read any further.
package enum NotToBeRead: Error, Hashable, Sendable {
    /// The first file, header of a column, or code of a record, that whoever brings them may not know of.
    case notForReader(String)
    case severalSheets

    /// By what it is called; empty where there is nothing to be called.
    package var what: String {
        switch self {
        case .notForReader(let what): what
        case .severalSheets: ""
        }
    }
}
