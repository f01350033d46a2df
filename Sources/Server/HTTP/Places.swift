package import NIOCore

/// Who stands in the house at this moment, and who makes room when it is full.
///
/// A full house does not shut its door, for then idle strangers would keep out those who work in it. Whoever has waited longest without asking
/// anything goes, strangers before those who have signed in; only where everybody is being served is a newcomer turned away. One network
/// that holds all the places it may makes room out of its own, so that it never drives out another.
package struct Places {
    package struct Bounds: Hashable, Sendable {
        package let inAll: Int
        package let ofNetwork: Int
        /// Requests of strangers that may be under way at once, with answers that are not taken yet: of one network, and of all. Each takes
        /// memory that nobody but who asked can give back.
        package let visitsOfNetwork: Int
        package let visitsInAll: Int

        package init(inAll: Int, ofNetwork: Int, visitsOfNetwork: Int = 128, visitsInAll: Int = 512) {
            self.inAll = inAll
            self.ofNetwork = ofNetwork
            self.visitsOfNetwork = visitsOfNetwork
            self.visitsInAll = visitsInAll
        }
    }

    package enum Admission: Equatable {
        /// Let in; the other goes instead.
        case welcome(inPlaceOf: Guest?)
        case turnedAway
    }

    package typealias Guest = ObjectIdentifier

    private struct Stay {
        let network: [UInt8]
        /// Nil while the house is busy with what they asked.
        var waitsSince: NIODeadline?
        /// Whether they have asked in the name of somebody who has signed in.
        var isKnown = false
        var visits = 0
        /// Since when there was no moment in which nothing of theirs was under way.
        var visitsSince = NIODeadline.uptimeNanoseconds(0)
    }

    private let bounds: Bounds
    private var stays: [Guest: Stay] = [:]
    private var ofNetwork: [[UInt8]: Int] = [:]
    /// Requests of strangers that are under way.
    private var visitsOfNetwork: [[UInt8]: Int] = [:]
    private var visits = 0

    package init(_ bounds: Bounds) { self.bounds = bounds }

    package var count: Int { stays.count }
    /// Those that the house is not busy for.
    var waiting: [Guest] { stays.filter { $0.value.waitsSince != nil }.map(\.key) }
    var all: [Guest] { Array(stays.keys) }

    package mutating func arrive(_ guest: Guest, from network: [UInt8], at now: NIODeadline) -> Admission {
        var leaving: Guest?
        if ofNetwork[network, default: 0] >= bounds.ofNetwork {
            guard let longest = longestWaiting(where: { $0.network == network }) else { return .turnedAway }
            leaving = longest
        } else if stays.count >= bounds.inAll {
            guard let longest = longestWaiting(where: { _ in true }) else { return .turnedAway }
            leaving = longest
        }
        if let leaving { leave(leaving) }
        stays[guest] = Stay(network: network, waitsSince: now)
        ofNetwork[network, default: 0] += 1
        return .welcome(inPlaceOf: leaving)
    }

    /// - Parameter now: nil where the house begins to work for them.
    package mutating func waits(_ guest: Guest, since now: NIODeadline?) { stays[guest]?.waitsSince = now }

    /// - Returns: whether they are here.
    @discardableResult
    package mutating func recognise(_ guest: Guest) -> Bool {
        guard let stay = stays[guest] else { return false }
        if !stay.isKnown { count(-stay.visits, of: stay.network) }
        stays[guest]?.isKnown = true
        return true
    }

    /// - Parameter change: how many requests more, or fewer, are under way by their connection.
    /// - Returns: the stranger who goes where there are too many: whose requests have been under way the longest, of their network, or of the one
    ///   that has most. An honest one is answered in a moment, so that whoever keeps answers waiting does not keep the others behind
    ///   the same address out.
    package mutating func visits(_ guest: Guest, _ change: Int, at now: NIODeadline) -> Guest? {
        guard let stay = stays[guest] else { return nil }
        stays[guest]?.visits += change
        if stay.visits == 0 { stays[guest]?.visitsSince = now }
        guard !stay.isKnown else { return nil }
        count(change, of: stay.network)
        guard change > 0 else { return nil }
        let isOverfull = visitsOfNetwork[stay.network, default: 0] > bounds.visitsOfNetwork
        guard isOverfull || visits > bounds.visitsInAll else { return nil }
        let network = isOverfull ? stay.network : visitsOfNetwork.max { $0.value < $1.value }?.key
        let strangers = stays.filter { $0.value.network == network && !$0.value.isKnown && $0.value.visits > 0 }
        guard let longest = strangers.min(by: { $0.value.visitsSince < $1.value.visitsSince })?.key else { return nil }
        leave(longest)
        return longest
    }

    private mutating func count(_ change: Int, of network: [UInt8]) {
        visits += change
        let now = visitsOfNetwork[network, default: 0] + change
        visitsOfNetwork[network] = now == 0 ? nil : now
    }

    func isKnown(_ guest: Guest) -> Bool { stays[guest]?.isKnown ?? false }

    /// - Returns: whether they were here.
    @discardableResult
    package mutating func leave(_ guest: Guest) -> Bool {
        guard let stay = stays.removeValue(forKey: guest) else { return false }
        if !stay.isKnown { count(-stay.visits, of: stay.network) }
        let rest = ofNetwork[stay.network, default: 1] - 1
        ofNetwork[stay.network] = rest == 0 ? nil : rest
        return true
    }

    private func longestWaiting(where isMeant: (Stay) -> Bool) -> Guest? {
        var longest: (guest: Guest, isKnown: Bool, since: NIODeadline)?
        for (guest, stay) in stays where isMeant(stay) {
            guard let since = stay.waitsSince else { continue }
            if let found = longest, (found.isKnown ? 1 : 0, found.since) <= (stay.isKnown ? 1 : 0, since) { continue }
            longest = (guest, stay.isKnown, since)
        }
        return longest?.guest
    }
}
