import NIOCore
import Synchronization

/// Lets connections in, and sees that they leave: one for the whole house, asked by all its connections.
final class Doorkeeper: Sendable {
    private struct State {
        var places: Places
        var guests: [Places.Guest: any Channel] = [:]
        var isClosing = false
    }

    private let state: Mutex<State>

    init(_ bounds: Places.Bounds) { state = Mutex(State(places: Places(bounds))) }

    /// Whether there is a place for this connection. Whoever makes room for it goes at once.
    func admits(_ channel: any Channel, at now: NIODeadline) -> Bool {
        let network = Tries.network(channel.remoteAddress?.ipAddress ?? "")
        let guest = ObjectIdentifier(channel)
        let (isWelcome, leaving) = state.withLock { state -> (Bool, (any Channel)?) in
            guard !state.isClosing else { return (false, nil) }
            switch state.places.arrive(guest, from: network, at: now) {
            case .turnedAway: return (false, nil)
            case .welcome(let other):
                state.guests[guest] = channel
                return (true, other.flatMap { state.guests.removeValue(forKey: $0) })
            }
        }
        if let leaving { Doorman.dismiss(leaving) }
        return isWelcome
    }

    func waits(_ channel: any Channel, since now: NIODeadline?) {
        state.withLock { $0.places.waits(ObjectIdentifier(channel), since: now) }
    }

    /// - Parameter change: how many requests more, or fewer, are under way by this connection.
    /// - Returns: whether there is room for them. Whoever makes room goes at once.
    func visits(_ channel: any Channel, _ change: Int, at now: NIODeadline) -> Bool {
        let guest = ObjectIdentifier(channel)
        let (leaving, isOwn) = state.withLock { state -> ((any Channel)?, Bool) in
            guard let longest = state.places.visits(guest, change, at: now) else { return (nil, false) }
            return (state.guests.removeValue(forKey: longest), longest == guest)
        }
        if let leaving { Doorman.dismiss(leaving) }
        return !isOwn
    }

    func left(_ channel: any Channel) {
        state.withLock { state in
            state.places.leave(ObjectIdentifier(channel))
            state.guests[ObjectIdentifier(channel)] = nil
        }
    }

    /// Notes that somebody who has signed in asks by this connection, or by the one that carries this stream.
    func recognise(_ channel: any Channel) {
        state.withLock { state in
            if !state.places.recognise(ObjectIdentifier(channel)), let parent = channel.parent {
                state.places.recognise(ObjectIdentifier(parent))
            }
        }
    }

    func isKnown(_ channel: any Channel) -> Bool {
        state.withLock { state in
            state.places.isKnown(ObjectIdentifier(channel)) || channel.parent.map { state.places.isKnown(ObjectIdentifier($0)) } ?? false
        }
    }

    /// Lets nobody in from now on.
    func close() { state.withLock { $0.isClosing = true } }

    /// Sends away those whom the house is not busy for, once they have what it gave them.
    func dismissWaiting() { for channel in guests(\.waiting) { Doorman.dismiss(channel, onlyIfServed: true) } }

    func dismissAll() { for channel in guests(\.all) { Doorman.dismiss(channel) } }

    private func guests(_ which: (Places) -> [Places.Guest]) -> [any Channel] {
        state.withLock { state in which(state.places).compactMap { state.guests[$0] } }
    }
}
