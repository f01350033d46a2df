import Server
import Testing

@Suite struct `What is sent at once` {
    private let size = 1 << 20

    /// Holds so many bytes of a sender while something is done; says whether there was room.
    private func hold(_ luggage: Luggage, _ bytes: Int, of sender: String, while work: @Sendable () async -> Void = {}) async -> Bool {
        await luggage.carry(bytes, of: .account(sender)) { await work() } != nil
    }

    @Test func `finds room up to the bound of all, and again when some was answered`() async {
        let luggage = Luggage(most: 3 * size, mostOfOne: 3 * size)
        let outer = await hold(luggage, size, of: "A") {
            _ = await hold(luggage, size, of: "B") {
                let (fits, isTooMuch) = (await hold(luggage, size, of: "C"), await hold(luggage, size + 1, of: "C"))
                #expect(fits && !isTooMuch)
            }
            let isFree = await hold(luggage, 2 * size, of: "B")
            #expect(isFree)
        }
        #expect(outer)
    }

    @Test func `of one sender takes no more than their part, and leaves the others theirs`() async {
        let luggage = Luggage(most: 10 * size, mostOfOne: 2 * size)
        _ = await hold(luggage, 2 * size, of: "A") {
            let (more, another) = (await hold(luggage, size, of: "A"), await hold(luggage, 2 * size, of: "B"))
            #expect(!more && another)
            let small = await hold(luggage, 1_000, of: "A")
            #expect(small, "a form of usual size is always read")
        }
        let again = await hold(luggage, 2 * size, of: "A")
        #expect(again)
    }

    @Test func `gives room back where reading fails`() async {
        struct Broken: Error {}
        let luggage = Luggage(most: size, mostOfOne: size)
        await #expect(throws: Broken.self) {
            _ = try await luggage.carry(size, of: .network([])) { () async throws -> Int in throw Broken() }
        }
        let isFree = await hold(luggage, size, of: "A")
        #expect(isFree)
    }
}
