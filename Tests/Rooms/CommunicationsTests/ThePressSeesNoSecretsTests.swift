import Committee
import Communications
import Ledger
import Programme
import RulebookTesting
import Testing
import Venues

@Suite struct `COM-04 The press sees no secrets` {
    private var given = Given(at: "2025-10-24T02:00:00Z", kinds: committeeKinds + venuesKinds + programmeKinds + communicationsKinds)
    private let room: ID<Place>
    private let visit: ID<PressVisit>

    init() {
        let room = given.add(Place("OPS"))
        visit = given.add(
            PressVisit("V-1") {
                $0.rooms = [room]
                $0.starts = hanoi("2025-10-24T09:30")
                $0.ends = hanoi("2025-10-24T10:30")
                $0.clearedRooms = [room]
                $0.cleared = hanoi("2025-10-24T08:00")
            })
        self.room = room
    }

    @Test func `the room was cleared this morning`() {
        #expect(given.finds(thePressSeesNoSecrets) == [])
    }

    @Test mutating func `a room was not cleared`() {
        let other = given.add(Place("CYBER"))
        given.change(visit) { $0.rooms.append(other) }
        #expect(given.finds(thePressSeesNoSecrets) == ["COM-04:room V-1 CYBER"])
    }

    @Test mutating func `an hour and more before the visit there is still time`() {
        given.now = hanoi("2025-10-24T08:29").instant
        given.change(visit) { $0.clearedRooms = [] }
        #expect(given.finds(thePressSeesNoSecrets) == [])
    }

    @Test(arguments: ["2025-10-23T21:00", "2025-10-24T09:45"]) mutating func `it was cleared too early or too late`(time: String) {
        given.change(visit) { $0.cleared = hanoi(time) }
        #expect(given.finds(thePressSeesNoSecrets) == ["COM-04:clearance V-1"])
    }

    @Test mutating func `the credentials were not changed afterwards`() {
        given.now = hanoi("2025-10-24T22:30").instant
        #expect(given.finds(thePressSeesNoSecrets) == ["COM-04:credentials V-1"])
        given.change(visit) { $0.credentialsChanged = hanoi("2025-10-24T12:00") }
        #expect(given.finds(thePressSeesNoSecrets) == [])
    }

    @Test mutating func `receivers are handed out during a private phase`() {
        let session = given.add(Session("S"))
        given.add(
            Phase("S-1") {
                $0.session = session
                $0.publicity = .private
                $0.starts = hanoi("2025-10-24T09:00")
                $0.ends = hanoi("2025-10-24T10:00")
            })
        given.change(visit) {
            $0.session = session
            $0.receiversGiven = hanoi("2025-10-24T09:57")
        }
        #expect(given.finds(thePressSeesNoSecrets) == ["COM-04:receivers V-1 S"])
        given.change(visit) { $0.receiversGiven = hanoi("2025-10-24T10:00") }
        #expect(given.finds(thePressSeesNoSecrets) == [])
    }

    @Test mutating func `a restricted session without phases is never public`() {
        let session = given.add(
            Session("S") {
                $0.access = .restricted
                $0.starts = hanoi("2025-10-24T10:00")
                $0.ends = hanoi("2025-10-24T11:00")
            })
        given.change(visit) {
            $0.session = session
            $0.receiversGiven = hanoi("2025-10-24T09:30")
        }
        #expect(given.finds(thePressSeesNoSecrets) == ["COM-04:receivers V-1 S"])
        given.change(visit) { $0.receiversBack = hanoi("2025-10-24T10:00") }
        #expect(given.finds(thePressSeesNoSecrets) == [])
    }
}
