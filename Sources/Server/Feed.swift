package import Engine
package import House
import Ledger

/// Tells everybody who has a page open that the ceremony has changed. It says that something changed and never what: each page
/// asks for itself again, and gets what its reader may see.
package actor Feed {
    private struct Listener {
        let session: [UInt8]
        let events: AsyncStream<[UInt8]>.Continuation
    }

    private let chancery: Chancery
    private var listeners: [Int: Listener] = [:]
    private var count = 0
    /// Entry up to which everybody has been told.
    private var told: Int

    /// Open pages of one session that listen. Browsers open six connections to a house over HTTP/1.1: two are left for going on.
    private static let mostOfASession = 4
    /// Events that wait for a slow reader. One is enough: every event says the same, and the last says it best.
    private static let waiting = 1

    package init(_ chancery: Chancery) async {
        self.chancery = chancery
        told = chancery.published.head.sequence
    }

    /// Carries what the house publishes to all listeners until it is cancelled.
    package func run() async {
        for await sequence in await chancery.publications() { tell(sequence) }
    }

    private func tell(_ sequence: Int) {
        told = sequence
        let event = Feed.event(sequence)
        for listener in listeners.values { listener.events.yield(event) }
    }

    /// Keeps connections open through what stands between, and shows pages that the house is still there.
    func beat() {
        let beat = Array("event: beat\ndata: \n\n".utf8)
        for listener in listeners.values {
            // A reader too slow to have taken the last news gets that again, and not the beat in its place.
            if case .dropped(let lost) = listener.events.yield(beat), lost != beat { listener.events.yield(lost) }
        }
    }

    /// A feed for one open page of a session; nil where that session has too many.
    ///
    /// - Parameter lastEvent: what the page saw before it was cut off. If more has happened since, it is told at once.
    package func listen(_ session: [UInt8], after lastEvent: Int?) -> Answer.Feed? {
        guard listeners.values.count(where: { $0.session == session }) < Feed.mostOfASession else { return nil }
        let (events, continuation) = AsyncStream.makeStream(of: [UInt8].self, bufferingPolicy: .bufferingNewest(Feed.waiting))
        count += 1
        let number = count
        listeners[number] = Listener(session: session, events: continuation)
        continuation.onTermination = { _ in Task { await self.leave(number) } }
        let isBehind = lastEvent.map { $0 < told } ?? false
        continuation.yield(isBehind ? Feed.event(told) : Array("retry: 2000\n: \n\n".utf8))
        return Answer.Feed(events: events) { await self.leave(number) }
    }

    private func leave(_ number: Int) { listeners.removeValue(forKey: number)?.events.finish() }

    /// Ends every feed of a session: who may not see any more does not go on listening.
    func close(_ session: [UInt8]) {
        for (number, listener) in listeners where listener.session == session {
            listener.events.finish()
            listeners[number] = nil
        }
    }

    /// The sessions whose pages are open.
    var sessions: Set<[UInt8]> { Set(listeners.values.map(\.session)) }

    package var listening: Int { listeners.count }

    private static func event(_ sequence: Int) -> [UInt8] { Array("id: \(sequence)\nevent: changed\ndata: \(sequence)\n\n".utf8) }
}
