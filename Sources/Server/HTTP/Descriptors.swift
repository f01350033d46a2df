import Foundation

/// How many files and connections this process may have open, and how many of them visitors get.
package enum Descriptors {
    /// More than this no ceremony needs, and each costs memory.
    private static let most = 4096
    /// Kept for the house's own files: journal, keys, sheets in the making, letters under way.
    private static let reserve = 64
    /// Those of each thread that carries connections.
    private static let ofThread = 4
    /// With fewer nobody could work.
    private static let fewest = 16

    /// Raises what the system sets for a start to what it allows, as far as it is of use.
    ///
    /// - Returns: how many may be open.
    package static func raised() -> Int {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return most }
        let wished = min(limit.rlim_max, rlim_t(most))
        if limit.rlim_cur < wished {
            limit.rlim_cur = wished
            _ = setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
            _ = getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        }
        return Int(min(limit.rlim_cur, rlim_t(most)))
    }

    /// The places of visitors where so many descriptors may be open.
    package static func places(of descriptors: Int, threads: Int) -> Int {
        max(fewest, min(descriptors, most) - reserve - ofThread * threads)
    }
}
