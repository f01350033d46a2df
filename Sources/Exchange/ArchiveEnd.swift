/// What an archive says of itself at its end, read before the library that opens archives makes something of every file in it.
enum ArchiveEnd {
    /// The record at the end, without its comment, and how far a comment can move it away from there.
    private static let length = 22
    private static let farthest = length + Int(UInt16.max)
    private static let end: [UInt8] = [0x50, 0x4B, 0x05, 0x06]
    private static let locator: [UInt8] = [0x50, 0x4B, 0x06, 0x07]
    private static let locatorLength = 20

    /// Refuses an archive that claims to hold more files than are read. There may be several ends, and any of them may be believed.
    static func refuseMany(in bytes: UnsafeBufferPointer<UInt8>, most: Int) throws(Problem) {
        guard bytes.count >= length else { return }
        for place in stride(from: bytes.count - length, through: max(0, bytes.count - farthest), by: -1) {
            guard bytes[place] == end[0], holds(end, bytes, at: place) else { continue }
            // Entries on this disk, and entries in all.
            var count = max(number(bytes, at: place + 8, bytes: 2), number(bytes, at: place + 10, bytes: 2))
            if holds(locator, bytes, at: place - locatorLength) {
                let far = number(bytes, at: place - locatorLength + 8, bytes: 8)
                guard far >= 0, far <= bytes.count - 56 else { throw .wrongFormat(.damagedArchive) }
                count = max(count, number(bytes, at: far + 24, bytes: 8), number(bytes, at: far + 32, bytes: 8))
            }
            guard count <= most else { throw .tooLarge(.entries, limit: most) }
        }
    }

    private static func holds(_ mark: [UInt8], _ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
        place >= 0 && place + mark.count <= bytes.count && bytes[place..<(place + mark.count)].elementsEqual(mark)
    }

    /// A number with its lowest byte first. One that is larger than any file is as large as can be.
    private static func number(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int, bytes count: Int) -> Int {
        let number = bytes[place..<(place + count)].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return Int(clamping: number)
    }
}
