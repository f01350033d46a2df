package import Exchange

/// How much the house does for one visitor, and shows at once.
package enum ServerBounds {
    /// Requests of one account under way at once, and how many more may wait for a place.
    package static let underWay = 8
    package static let waiting = 24
    /// Files of all accounts that wait to be read, one at a time; of one account one is read or waits.
    package static let readingsWaiting = 4
    /// Bytes of bodies that are held at once, of all and of one sender; a body of no more than the last is not counted.
    package static let luggage = 48 << 20
    package static let luggageOfOne = 20 << 20
    package static let handLuggage = 64 << 10
    /// Fields of one form.
    package static let fields = 5_000
    /// Bytes of cells that are pasted; more come as a file.
    package static let pasted = 1 << 20
    /// Bytes of pasted cells that are shown again where they were refused.
    package static let pastedAgain = 100_000
    /// Bytes of a form around the file that it brings.
    package static let aroundAttachment = 64 << 10
    /// Letters of a token's name, and of the address of a system that is told; and how many of these there are at most.
    package static let tokenName = 80
    package static let hookAddress = 2_000
    package static let hooks = 20
    /// Records and slips that a program gets at once.
    package static let page = 100
    /// Changed records that are told one by one to who asks what has changed since an entry.
    package static let changes = 500
    /// Alterations that a record's page shows.
    package static let alterations = 200
}

extension ReadingLimits {
    /// Of a pack that is brought to a house in use: more than twice the example's ceremony. What is larger goes into a closed house.
    package static let pack: ReadingLimits = {
        var limits = ReadingLimits()
        limits.bytes = 16 << 20
        limits.archiveBytes = 24 << 20
        limits.markupBytes = 64 << 20
        limits.entries = 200
        limits.sheets = 100
        limits.rows = 50_000
        limits.cells = 1_000_000
        limits.textBytes = 16 << 20
        limits.cellBytes = 100_000
        limits.rowsUnderWrongHeader = 0
        return limits
    }()

    /// Of one sheet: of its rows no more than ``ActBounds/records`` may be new or changed, the others are as they were.
    package static let sheet: ReadingLimits = {
        var limits = pack
        limits.rows = 20_000
        limits.cells = 500_000
        limits.textBytes = 8 << 20
        return limits
    }()
}
