import NIOCore
import Server
import Testing

private final class Someone {}

@Suite struct `Places in the house` {
    private let people = (0..<100).map { _ in Someone() }

    private func guest(_ number: Int) -> Places.Guest { ObjectIdentifier(people[number]) }
    private func second(_ number: Int64) -> NIODeadline { .uptimeNanoseconds(1) + .seconds(number) }

    private func arrive(_ places: inout Places, _ guest: Places.Guest, from network: [UInt8], at now: NIODeadline) -> Places.Admission {
        places.arrive(guest, from: network, at: now)
    }

    @Test func `below the bound nobody makes room`() {
        var places = Places(Places.Bounds(inAll: 4, ofNetwork: 4))
        for number in 0..<4 {
            #expect(arrive(&places, guest(number), from: [1], at: second(Int64(number))) == .welcome(inPlaceOf: nil))
        }
        #expect(places.count == 4)
    }

    @Test func `in a full house whoever has waited longest makes room`() {
        var places = Places(Places.Bounds(inAll: 3, ofNetwork: 3))
        for number in 0..<3 { _ = arrive(&places, guest(number), from: [UInt8(number)], at: second(Int64(number))) }
        places.waits(guest(0), since: nil)
        places.waits(guest(0), since: second(9))
        #expect(arrive(&places, guest(3), from: [9], at: second(10)) == .welcome(inPlaceOf: guest(1)))
        #expect(places.count == 3)
    }

    @Test func `who has signed in makes room after all strangers`() {
        var places = Places(Places.Bounds(inAll: 2, ofNetwork: 2))
        _ = arrive(&places, guest(0), from: [1], at: second(0))
        places.recognise(guest(0))
        _ = arrive(&places, guest(1), from: [2], at: second(5))
        #expect(arrive(&places, guest(2), from: [3], at: second(6)) == .welcome(inPlaceOf: guest(1)))
        places.recognise(guest(2))
        #expect(arrive(&places, guest(3), from: [4], at: second(7)) == .welcome(inPlaceOf: guest(0)))
    }

    @Test func `where everybody is being served a newcomer is turned away`() {
        var places = Places(Places.Bounds(inAll: 2, ofNetwork: 2))
        for number in 0..<2 {
            _ = arrive(&places, guest(number), from: [UInt8(number)], at: second(0))
            places.waits(guest(number), since: nil)
        }
        #expect(arrive(&places, guest(2), from: [9], at: second(1)) == .turnedAway)
        places.leave(guest(0))
        #expect(arrive(&places, guest(2), from: [9], at: second(1)) == .welcome(inPlaceOf: nil))
    }

    @Test func `a network that holds all it may makes room out of its own`() {
        var places = Places(Places.Bounds(inAll: 9, ofNetwork: 2))
        _ = arrive(&places, guest(0), from: [1], at: second(0))
        _ = arrive(&places, guest(1), from: [2], at: second(1))
        _ = arrive(&places, guest(2), from: [2], at: second(2))
        #expect(arrive(&places, guest(3), from: [2], at: second(3)) == .welcome(inPlaceOf: guest(1)))
        #expect(arrive(&places, guest(4), from: [1], at: second(3)) == .welcome(inPlaceOf: nil))
        for number in [2, 3] { places.waits(guest(number), since: nil) }
        #expect(arrive(&places, guest(5), from: [2], at: second(4)) == .turnedAway)
    }

    @Test func `who has left holds no place of the network`() {
        var places = Places(Places.Bounds(inAll: 9, ofNetwork: 1))
        for number in 0..<50 {
            #expect(arrive(&places, guest(number), from: [1], at: second(0)) == .welcome(inPlaceOf: nil))
            places.leave(guest(number))
        }
        #expect(places.count == 0)
    }

    @Test func `of a network whose strangers keep too many answers waiting, whoever has done so longest goes`() {
        var places = Places(Places.Bounds(inAll: 99, ofNetwork: 99, visitsOfNetwork: 4, visitsInAll: 99))
        for number in 0..<4 { _ = arrive(&places, guest(number), from: [1], at: second(0)) }
        for number in [1, 0] { #expect(places.visits(guest(number), 2, at: second(Int64(9 - number))) == nil) }
        #expect(places.visits(guest(2), 1, at: second(10)) == guest(1))
        #expect(places.count == 3)
        // Each moment in which nothing is under way begins anew.
        for round in 11..<99 {
            #expect(places.visits(guest(3), 1, at: second(Int64(round))) == nil)
            #expect(places.visits(guest(3), -1, at: second(Int64(round))) == nil)
        }
        #expect(places.visits(guest(3), 9, at: second(99)) == guest(0))
        #expect(places.visits(guest(3), 1, at: second(99)) == guest(2))
        #expect(places.visits(guest(3), 1, at: second(99)) == guest(3), "and at last themselves")
    }

    @Test func `who has signed in is answered however many strangers are not, and another network's go only where all are too many`() {
        var places = Places(Places.Bounds(inAll: 99, ofNetwork: 99, visitsOfNetwork: 4, visitsInAll: 6))
        for number in 0..<4 { _ = arrive(&places, guest(number), from: [UInt8(number / 2)], at: second(0)) }
        #expect(places.visits(guest(0), 4, at: second(1)) == nil)
        #expect(places.visits(guest(1), 99, at: second(2)) == guest(0))
        places.recognise(guest(1))
        #expect(places.visits(guest(1), 99, at: second(3)) == nil)
        #expect(places.visits(guest(2), 4, at: second(4)) == nil)
        _ = arrive(&places, guest(4), from: [9], at: second(5))
        #expect(places.visits(guest(4), 2, at: second(5)) == nil)
        #expect(places.visits(guest(4), 1, at: second(6)) == guest(2), "of the network that has most")
    }

    @Test(arguments: [(256, 2, 184), (1024, 2, 952), (4096, 2, 4024), (20000, 2, 4024), (20, 2, 16)])
    func `visitors get what the house does not keep for its own files`(descriptors: Int, threads: Int, places: Int) {
        #expect(Descriptors.places(of: descriptors, threads: threads) == places)
    }

    @Test func `the start's soft limit is raised`() {
        #expect(Descriptors.raised() > 64)
    }
}

@Suite struct `Patience with a connection` {
    private let limits = Patience.Limits()
    private func second(_ number: Int64) -> NIODeadline { .uptimeNanoseconds(1) + .seconds(number) }

    private func isExhausted(_ patience: inout Patience, at now: Int64, written: Int = 0, unsent: Int = 0) -> Bool {
        patience.isExhausted(at: second(now), written: written, unsent: unsent)
    }

    private func isTooSlow(_ pace: inout Pace, at now: NIODeadline) -> Bool { pace.isTooSlow(at: now) }

    @Test func `a header has ten seconds, however many bytes come`() {
        var patience = Patience(limits, isSecured: true, at: second(0))
        for now in 1...9 {
            patience.heard(at: second(Int64(now)))
            #expect(!isExhausted(&patience, at: Int64(now)))
        }
        #expect(isExhausted(&patience, at: 10))
    }

    @Test func `a handshake has ten seconds, and the header after it its own`() {
        var patience = Patience(limits, isSecured: false, at: second(0))
        #expect(!isExhausted(&patience, at: 9))
        patience.secured(isShared: false, at: second(9))
        #expect(!isExhausted(&patience, at: 18))
        #expect(isExhausted(&patience, at: 19))
    }

    @Test func `a connection rests for a minute, and a further header has its ten seconds`() {
        var patience = Patience(limits, isSecured: true, at: second(0))
        patience.visitBegan()
        #expect(!isExhausted(&patience, at: 500))
        patience.visitEnded(at: second(500))
        #expect(!isExhausted(&patience, at: 559))
        var other = patience
        #expect(isExhausted(&other, at: 560))
        patience.heard(at: second(559))
        #expect(!isExhausted(&patience, at: 568))
        #expect(isExhausted(&patience, at: 569))
    }

    @Test func `where requests are carried beside one another, frames between them buy no time`() {
        var patience = Patience(limits, isSecured: false, at: second(0))
        patience.secured(isShared: true, at: second(1))
        patience.visitBegan()
        patience.visitEnded(at: second(2))
        for now in stride(from: Int64(3), to: 62, by: 1) {
            patience.heard(at: second(now))
            #expect(!isExhausted(&patience, at: now))
        }
        #expect(isExhausted(&patience, at: 62))
    }

    @Test func `an answer must be taken at a fair pace, and one that waits for nothing lives on`() {
        var patience = Patience(limits, isSecured: true, at: second(0))
        patience.visitBegan()
        let share = limits.pace.share
        #expect(!isExhausted(&patience, at: 1, written: 10 * share, unsent: 10 * share))
        #expect(!isExhausted(&patience, at: 31, written: 10 * share, unsent: 9 * share))
        #expect(isExhausted(&patience, at: 61, written: 10 * share, unsent: 8 * share + 1))
        var feed = Patience(limits, isSecured: true, at: second(0))
        feed.visitBegan()
        for now in stride(from: Int64(10), to: 10_000, by: 10) {
            #expect(!isExhausted(&feed, at: now, written: Int(now), unsent: now.isMultiple(of: 20) ? 1 : 0))
        }
    }

    @Test func `each stretch of a body brings its share or is the last`() {
        var pace = Pace(limits.pace, at: second(0))
        pace.came(limits.pace.share - 1)
        #expect(!isTooSlow(&pace, at: second(29)))
        var slow = pace
        #expect(isTooSlow(&slow, at: second(30)))
        pace.came(1)
        #expect(!isTooSlow(&pace, at: second(30)))
        #expect(!isTooSlow(&pace, at: second(59)))
        #expect(isTooSlow(&pace, at: second(60)))
    }
}

@Suite struct `The name the house is asked by` {
    @Test(
        arguments: [
            ("localhost", "localhost", nil), ("LE-KY.example:8443", "le-ky.example", 8443), ("[::1]:80", "::1", 80), ("[::1]", "::1", nil),
            ("127.0.0.1:0", "127.0.0.1", 0), ("le-ky.example:", "le-ky.example", nil),
        ] as [(String, String, Int?)])
    func `is taken apart`(text: String, name: String, port: Int?) {
        let read = HostName(text)
        #expect(read?.name == name)
        #expect(read?.port == port)
    }

    @Test(arguments: [
        "", ":80", "localhost:1@evil", "user@localhost", "localhost:port", "localhost:70000", "localhost/x", "local host", "[::1", "[]",
        "[::1]x", "localhost:80:80", "localhost\u{0}", "lễký.example",
    ])
    func `is no nonsense`(text: String) { #expect(HostName(text) == nil) }

    @Test func `an origin is compared with its port, the usual one where none is said`() throws {
        let house = try #require(HostName("le-ky.example"))
        #expect(house.isOrigin("https://le-ky.example"))
        #expect(house.isOrigin("https://LE-KY.example:443"))
        #expect(!house.isOrigin("https://le-ky.example:8443"))
        #expect(!house.isOrigin("ftp://le-ky.example"))
        #expect(!house.isOrigin("null"))
        let other = try #require(HostName("le-ky.example:8443"))
        #expect(other.isOrigin("https://le-ky.example:8443"))
        #expect(!other.isOrigin("https://le-ky.example"))
        #expect(!other.isOrigin("https://le-ky.example:8443@evil.example"))
    }
}

@Suite struct `Characters that steer machines` {
    @Test(arguments: ["/search?q=%00", "/search?q=a%1Bb", "/records/bodies?q=%C2%9B", "/records/bodies/%7F", "/search?%01=a"])
    func `are refused in what is asked`(target: String) async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        #expect(await house.desk.answer(Visit(.get, target)).status == .badRequest)
    }

    @Test func `are refused in forms, and line ends are not`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        for (text, status) in [("en\u{0}", Answer.Status.badRequest), ("en", .seeOther)] {
            let form = Form([("language", "en"), ("back", "/"), ("note", "two\r\nlines\tand \(text)")])
            #expect(await house.desk.answer(Visit(.post, "/language", form: form)).status == status)
        }
    }
}
