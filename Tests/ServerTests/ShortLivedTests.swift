import Addresses
import Engine
import Foundation
import House
import Ledger
import Phrases
import Rulebook
import Server
import Synchronization
import Testing

/// Two clocks of one machine that are set by hand: one that may be set wrongly, and one that runs on.
final class Hands: Sendable {
    private let times: Mutex<(wall: Instant, ticks: Int64)>

    init(_ wall: Instant) { times = Mutex((wall, 0)) }

    var wall: Instant { times.withLock { $0.wall } }
    var ticks: Int64 { times.withLock { $0.ticks } }

    /// Time passes, and both clocks tell it.
    func pass(minutes: Int) {
        times.withLock { $0 = ($0.wall.adding(minutes: minutes), $0.ticks + Int64(minutes) * 60_000) }
    }

    /// Somebody sets the wall clock.
    func set(minutes: Int) { times.withLock { $0.wall = $0.wall.adding(minutes: minutes) } }

    func watch() -> Watch { Watch(wall: { self.wall }, ticks: { self.ticks }) }
}

@Suite struct `The clock of a house that is open` {
    private let start = Instant("2025-10-14T01:00:00Z")!

    private func clock(_ hands: Hands) -> SteadyClock { SteadyClock(wall: { hands.wall }, ticks: { hands.ticks }) }

    @Test(arguments: [525_600, 60, -60, -525_600]) func `takes no notice of a leap that does not last`(minutes: Int) {
        let hands = Hands(start)
        let clock = clock(hands)
        hands.pass(minutes: 1)
        hands.set(minutes: minutes)
        #expect(clock.now == start.adding(minutes: 1))
        hands.pass(minutes: 9)
        #expect(clock.now == start.adding(minutes: 10))
        hands.set(minutes: -minutes)
        hands.pass(minutes: 1)
        #expect(clock.now == start.adding(minutes: 11))
    }

    @Test(arguments: [525_600, -60]) func `believes a leap that lasts ten minutes`(minutes: Int) {
        let hands = Hands(start)
        let clock = clock(hands)
        hands.set(minutes: minutes)
        #expect(clock.now == start)
        hands.pass(minutes: 10)
        #expect(clock.now == start.adding(minutes: 10 + minutes))
        hands.pass(minutes: 1)
        #expect(clock.now == start.adding(minutes: 11 + minutes))
    }

    @Test func `follows small steps at once, and what passes while nobody asks`() {
        let hands = Hands(start)
        let clock = clock(hands)
        for _ in 0..<20 {
            hands.set(minutes: 1)
            hands.pass(minutes: 600)
            #expect(clock.now == hands.wall)
        }
    }

    @Test func `believes none of many leaps, however long they go on together`() {
        let hands = Hands(start)
        let clock = clock(hands)
        for round in 1...6 {
            let minutes = round.isMultiple(of: 2) ? 600 : -525_600
            hands.set(minutes: minutes)
            #expect(clock.now == start.adding(minutes: 4 * (round - 1)))
            hands.pass(minutes: 4)
            #expect(clock.now == start.adding(minutes: 4 * round))
            hands.set(minutes: -minutes)
        }
        #expect(clock.now == hands.wall)
    }

    @Test func `takes a leap that comes again for a new one`() {
        let hands = Hands(start)
        let clock = clock(hands)
        for _ in 0..<3 {
            hands.set(minutes: 300)
            #expect(clock.now < start.adding(minutes: 100))
            hands.pass(minutes: 9)
            hands.set(minutes: -300)
            #expect(clock.now == hands.wall)
        }
    }
}

@Suite struct `The time by which what is short-lived ends` {
    private let start = Instant("2025-10-14T01:00:00Z")!

    @Test func `runs on where the clock is set back`() {
        let hands = Hands(start)
        let watch = hands.watch()
        hands.set(minutes: -120)
        #expect(watch.now == start)
        hands.pass(minutes: 31)
        #expect(watch.now == start.adding(minutes: 31))
    }

    @Test func `catches up with a clock that is ahead, as after hours in which the machine was held, and never goes back`() {
        let hands = Hands(start)
        let watch = hands.watch()
        hands.set(minutes: 60)
        #expect(watch.now == start.adding(minutes: 60))
        hands.set(minutes: -60)
        #expect(watch.now == start.adding(minutes: 60))
        hands.pass(minutes: 5)
        #expect(watch.now == start.adding(minutes: 65), "what was begun since ends when it should")
        // Forward and back again costs nothing more.
        hands.set(minutes: 60)
        _ = watch.now
        hands.set(minutes: -60)
        #expect(watch.now == start.adding(minutes: 65))
    }

    private func house(_ hands: Hands) async throws -> OpenHouse {
        try await OpenHouse(realClock: { hands.wall }, ticks: { hands.ticks })
    }

    private let clerk = Sessions.Holder.account("CLERK")

    /// The reviewer's run: two hours back, then 117 minutes in which nobody did anything; and thirteen hours back, then twelve.
    @Test(arguments: [(-120, 117), (-13 * 60, 12 * 60), (-120, 31)])
    func `ends a session though the clock was set back`(back: Int, idle: Int) async throws {
        let hands = Hands(OpenHouse.now)
        let house = try await house(hands)
        defer { house.close() }
        let token = try await house.token(clerk)
        #expect(await house.get(.readiness, token).status == .fine)
        hands.set(minutes: back)
        hands.pass(minutes: 20)
        #expect(await house.get(.readiness, token).status == .fine, "it does not end because of it")
        hands.pass(minutes: idle)
        #expect(await house.get(.readiness, token).status == .seeOther)
    }

    @Test func `ends an invitation, a token and a proof though the clock was set back`() async throws {
        let hands = Hands(OpenHouse.now)
        let house = try await house(hands)
        defer { house.close() }
        let code = await house.opened.invitation(to: "CLERK")
        let session = try await house.token(.account("CLERK"))
        let made = try await house.post(.credentials, session, [("token-name", "t"), ("scope", "read"), ("act", "token")])
        let token = String(try #require(made.text.firstMatch(of: /chancery_[A-Z2-9]{52}/)).output)
        hands.set(minutes: -3 * 24 * 60)
        hands.pass(minutes: 16)
        let again = try await house.post(.credentials, session, [("token-name", "t"), ("scope", "read"), ("act", "token")])
        #expect(again.status == .seeOther || again.status == .forbidden, "a quarter of an hour later it is asked again who it is")
        hands.pass(minutes: 24 * 60)
        #expect(await house.desk.answer(Visit(.post, "/sign-in", form: Form(["code": code]))).status == .forbidden)
        func ask() async -> Answer.Status {
            await house.desk.answer(Visit(.get, InterfaceAddress.slips.text, language: "en", bearer: token)).status
        }
        #expect(await ask() == .fine)
        hands.pass(minutes: 92 * 24 * 60)
        #expect(await ask() == .unauthorized)
    }
}
