import Committee
import Ledger
import Programme
import RulebookTesting
import Testing
import Venues

@Suite struct `PRG-14 Private sound stays private` {
    private var given = Given.programme()
    private let channel: ID<AudioChannel>
    private let microphone: ID<Microphone>
    private let phase: ID<Phase>

    init() {
        let room = given.add(Place("R01"))
        let session = given.session("MEET", in: room)
        channel = given.add(
            AudioChannel("CH-1") {
                $0.receiversIssued = 40
                $0.issuedFrom = hanoi("2025-10-25T08:00")
            })
        microphone = given.add(
            Microphone("MIC-1") { [channel] in
                $0.place = room
                $0.channels = [channel]
            })
        phase = given.add(
            Phase("PH-1") {
                $0.session = session
                $0.starts = hanoi("2025-10-25T09:00")
                $0.ends = hanoi("2025-10-25T09:40")
            })
    }

    @Test func `a microphone of the private phase reaches receivers that are out`() {
        #expect(given.finds(privateSoundStaysPrivate) == ["PRG-14:receivers PH-1 MIC-1 CH-1"])
    }

    @Test mutating func `the receivers are taken back before, or the microphone is routed later`() {
        given.change(channel) { $0.issuedUntil = hanoi("2025-10-25T09:00") }
        #expect(given.finds(privateSoundStaysPrivate) == [])
        given.change(channel) { $0.issuedUntil = nil }
        given.change(microphone) { $0.routedFrom = hanoi("2025-10-25T09:40") }
        #expect(given.finds(privateSoundStaysPrivate) == [])
    }

    @Test mutating func `a public phase may be heard`() {
        given.change(phase) { $0.publicity = .public }
        #expect(given.finds(privateSoundStaysPrivate) == [])
    }

    @Test mutating func `the pool enters before mute is confirmed`() {
        given.change(channel) { $0.receiversIssued = 0 }
        let officer = given.add(Officer("SOUND"))
        given.change(phase) {
            $0.publicity = .pool
            $0.poolEntered = hanoi("2025-10-25T09:05")
        }
        #expect(given.finds(privateSoundStaysPrivate) == ["PRG-14:mute PH-1"])
        given.change(phase) {
            $0.muteConfirmed = hanoi("2025-10-25T09:04")
            $0.muteConfirmedBy = officer
        }
        #expect(given.finds(privateSoundStaysPrivate) == [])
    }

    @Test func `handing out receivers asks again about the phase`() {
        #expect(given.asksAgain(privateSoundStaysPrivate, after: channel) { $0.receiversIssued = 41 } == ["PRG-14 PH-1"])
    }
}
