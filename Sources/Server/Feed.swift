package import Engine
package import Ledger

/// Tells everybody who has a page open that the ceremony has changed: up to which entry, and records of which kinds, of those that they may
/// know of. It never says what changed: each page asks for itself again, and gets what its reader may see.
package actor Feed {
    private struct Listener {
        let session: [UInt8]
        /// The slots of the kinds that its reader may know of; nil for who is told of none, and renews at every change.
        let kinds: Set<Int>?
        /// Up to which classification its reader may know of records.
        let ceiling: Classification
        let events: AsyncStream<FeedEvent>.Continuation
    }

    private let chancery: Chancery
    private let register: Register
    private var listeners: [Int: Listener] = [:]
    private var count = 0
    private var told: Int
    /// Entry at which the house was opened: of what came before it is not known here which kinds it changed.
    let opened: Int

    /// Open feeds of one session: the pages of one browser share one, and each browser has a session of its own. Over HTTP/1.1 a browser
    /// opens six connections to a house: two are left for going on.
    private static let mostOfASession = 4
    /// Events that wait for a slow reader. One is enough: what is told later holds what was told before.
    private static let waiting = 1

    package init(_ chancery: Chancery, _ register: Register) async {
        self.chancery = chancery
        self.register = register
        told = chancery.published.head.sequence
        opened = told
    }

    /// Carries what the house publishes to all listeners until it is cancelled.
    package func run() async {
        for await sequence in await chancery.publications() { tell(sequence) }
    }

    private func tell(_ sequence: Int) {
        let news = news(since: told, upTo: sequence)
        told = sequence
        for listener in listeners.values { tell(news, listener) }
    }

    private func tell(_ news: FeedNews, _ listener: Listener) {
        // A reader too slow to have taken the last news gets it with these.
        guard case .dropped(let event) = listener.events.yield(event(news, for: listener)), let lost = event.news else { return }
        listener.events.yield(self.event(news.with(lost), for: listener))
    }

    /// Where time alone has changed what is wrong, it may be anything.
    private func news(since entry: Int, upTo sequence: Int) -> FeedNews {
        guard entry >= opened, sequence > entry else { return FeedNews(entry: sequence, slots: nil) }
        return FeedNews(entry: sequence, slots: Set(chancery.published.lastChanges.filter { $0.value > entry }.keys))
    }

    /// Keeps connections open through what stands between, and shows pages that the house is still there.
    func beat() {
        for listener in listeners.values {
            // A reader too slow to have taken the last news gets that again, and not the beat in its place.
            if case .dropped(let lost) = listener.events.yield(Feed.beating), lost.news != nil { listener.events.yield(lost) }
        }
    }

    /// A feed for one browser of a session; nil where that session has too many.
    ///
    /// - Parameters:
    ///   - lastEvent: what the page saw before it was cut off. If more has happened since, it is told at once.
    ///   - kinds: the slots of the kinds that its reader may know of: no other is named; nil for who is limited to a part of the ceremony, to
    ///     whom a kind's name would tell that others' records change.
    ///   - ceiling: how high what its reader may know of is classified: a kind of which there is something above is not named.
    package func listen(_ session: [UInt8], after lastEvent: Int?, of kinds: Set<Int>?, upTo ceiling: Classification) -> Answer.Feed? {
        guard listeners.values.count(where: { $0.session == session }) < Feed.mostOfASession else { return nil }
        let (events, continuation) = AsyncStream.makeStream(of: FeedEvent.self, bufferingPolicy: .bufferingNewest(Feed.waiting))
        count += 1
        let number = count
        let listener = Listener(session: session, kinds: kinds, ceiling: ceiling, events: continuation)
        listeners[number] = listener
        continuation.onTermination = { _ in Task { await self.leave(number) } }
        if let lastEvent, lastEvent < told {
            continuation.yield(event(news(since: lastEvent, upTo: told), for: listener))
        } else {
            continuation.yield(Feed.opening)
        }
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

    /// Entry up to which everybody has been told.
    package var hasTold: Int { told }

    private func event(_ news: FeedNews, for listener: Listener) -> FeedEvent {
        let known = listener.kinds.flatMap { kinds in news.slots?.intersection(kinds) }
        let picture = chancery.published.picture
        let codes = known.map { slots in
            let named = slots.filter { !picture[slot: $0].holds(above: listener.ceiling) }
            return named.compactMap { register.kind(slot: $0)?.code }.sorted() + (named.count == slots.count ? [] : [Feed.anything])
        }
        let data = JSON.object([
            .init("entry", .integer(Int64(news.entry))), .init("kinds", .list((codes ?? [Feed.anything]).map { .text($0) })),
        ])
        return FeedEvent(bytes: Array("id: \(news.entry)\nevent: changed\ndata: \(data.written)\n\n".utf8), news: news)
    }

    private static let opening = FeedEvent(bytes: Array("retry: 2000\n: \n\n".utf8), news: nil)
    private static let beating = FeedEvent(bytes: Array("event: beat\ndata: \n\n".utf8), news: nil)
    static let anything = "*"
}

/// What has happened since a listener heard last.
struct FeedNews: Sendable {
    let entry: Int
    /// The kinds of which something changed; nil where it may be anything.
    let slots: Set<Int>?

    /// Both told at once.
    func with(_ earlier: FeedNews) -> FeedNews {
        guard let slots, let others = earlier.slots else { return FeedNews(entry: entry, slots: nil) }
        return FeedNews(entry: entry, slots: slots.union(others))
    }
}

/// What is written to a listener.
package struct FeedEvent: Sendable {
    package let bytes: [UInt8]
    /// What it tells; nil for what only keeps a connection open.
    let news: FeedNews?
}
