import Ledger
import Testing
import Venues

@Suite struct `How many people a zone safely holds` {
    private func zone(_ fill: (inout Zone) -> Void) -> Zone { Zone("HALL", fill) }

    @Test func `is unknown while nothing is known of it`() {
        #expect(zone { _ in }.safeCapacity == nil)
    }

    @Test func `is two persons to the square metre`() {
        #expect(zone { $0.area = 400 }.safeCapacity == 800)
    }

    @Test func `is what the exits let out in eight minutes with the widest of them blocked`() {
        #expect(zone { $0.exitWidths = [200, 300, 200] }.safeCapacity == 2624)
    }

    @Test func `is less over steps`() {
        #expect(
            zone {
                $0.exitWidths = [200, 300, 200]
                $0.hasSteppedExits = true
            }.safeCapacity == 2112)
    }

    @Test func `is nobody where there is one exit only`() {
        #expect(zone { $0.exitWidths = [300] }.safeCapacity == 0)
    }

    @Test func `is the lowest of the three`() {
        #expect(
            zone {
                $0.capacity = 900
                $0.area = 400
                $0.exitWidths = [200, 300, 200]
            }.safeCapacity == 800)
    }
}
