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

        package init(inAll: Int, ofNetwork: Int) {
            self.inAll = inAll
            self.ofNetwork = ofNetwork
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
    }

    private let bounds: Bounds
    private var stays: [Guest: Stay] = [:]
    private var ofNetwork: [[UInt8]: Int] = [:]

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
        guard stays[guest] != nil else { return false }
        stays[guest]?.isKnown = true
        return true
    }

    func isKnown(_ guest: Guest) -> Bool { stays[guest]?.isKnown ?? false }

    /// - Returns: whether they were here.
    @discardableResult
    package mutating func leave(_ guest: Guest) -> Bool {
        guard let stay = stays.removeValue(forKey: guest) else { return false }
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
