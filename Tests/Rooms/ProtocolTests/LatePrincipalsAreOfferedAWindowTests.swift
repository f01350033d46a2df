import Ledger
import Programme
import Protocol
import RulebookTesting
import Testing

@Suite struct `PRO-10 Late principals are offered a window` {
    private var given = Given.ceremonial()
    private let session: ID<Session>
    private let procession: ID<Procession>
    private let entry: ID<ProcessionEntry>

    init() {
        session = given.opening()
        procession = given.add(
            Procession("PROC") { [session] in
                $0.session = session
                $0.starts = hanoi("2025-10-25T08:40")
                $0.started = hanoi("2025-10-25T08:41")
            })
        entry = given.add(ProcessionEntry("E1") { [procession] in $0.procession = procession })
    }

    private mutating func window(_ code: String, _ opens: String) -> ID<EntryWindow> {
        given.add(
            EntryWindow(code) { [session] in
                $0.session = session
                $0.opens = hanoi("2025-10-25T\(opens)")
            })
    }

    @Test mutating func `somebody is put into the procession that is under way`() {
        given.change(entry) { $0.joined = hanoi("2025-10-25T08:43") }
        #expect(given.finds(latePrincipalsAreOfferedAWindow) == ["PRO-10:inserted E1"])
        given.change(procession) { $0.ended = hanoi("2025-10-25T08:42") }
        #expect(given.finds(latePrincipalsAreOfferedAWindow) == [])
    }

    @Test mutating func `who joined before it set out is in time`() {
        given.change(entry) { $0.joined = hanoi("2025-10-25T08:39") }
        #expect(given.finds(latePrincipalsAreOfferedAWindow) == [])
    }

    @Test mutating func `a late principal is offered the next window and no other`() {
        given.change(entry) {
            $0.seatBy = hanoi("2025-10-25T08:35")
            $0.expected = hanoi("2025-10-25T09:05")
        }
        let early = window("W1", "09:00")
        #expect(given.finds(latePrincipalsAreOfferedAWindow) == ["PRO-10:no_window E1"])
        let next = window("W2", "09:20")
        given.change(entry) { $0.offered = early }
        #expect(given.finds(latePrincipalsAreOfferedAWindow) == ["PRO-10:window E1"])
        given.change(entry) { $0.offered = next }
        #expect(given.finds(latePrincipalsAreOfferedAWindow) == [])
    }

    @Test mutating func `who is expected in time needs no window`() {
        given.change(entry) { $0.expected = hanoi("2025-10-25T08:41") }
        #expect(given.finds(latePrincipalsAreOfferedAWindow) == [])
    }
}
