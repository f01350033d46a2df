import House
import Ledger

/// One who writes, act after act, each under a key of its own; an act that was refused for want of space is sent again.
struct Client {
    struct Unexpected: Error { let what: String }

    let house: Chancery
    let name: String
    /// Tells the keys of one run from those of another on the same journal.
    let run: Int

    func work(acts: Int) async throws {
        var number = 0
        while number < acts {
            number += 1
            try await perform(number)
        }
    }

    private func perform(_ number: Int) async throws {
        let request = request(number)
        let key = request.idempotencyKey
        while true {
            switch try await attempt(request, twice: number.isMultiple(of: 10)) {
            case .success(let receipt): return say("ack \(key) \(receipt.sequence)")
            case .failure(.noSpace):
                say("refused \(key) no_space")
                try await Task.sleep(for: .milliseconds(20))
            case .failure(.journal(let failure)): end(failure)
            case .failure(let denial): throw Unexpected(what: "\(key): \(denial)")
            }
        }
    }

    /// Sends an act, or sends it twice at once: whoever is told that it is written must be told the same entry.
    private func attempt(_ request: ActRequest, twice: Bool) async throws -> Result<Chancery.Receipt, Denial> {
        guard twice else { return await house.perform(request) }
        async let second = house.perform(request)
        let first = await house.perform(request)
        if case .success(let left) = first, case .success(let right) = await second, left.sequence != right.sequence {
            throw Unexpected(what: "\(request.idempotencyKey) is written twice: \(left.sequence), \(right.sequence)")
        }
        return first
    }

    private func request(_ number: Int) -> ActRequest {
        let key = "\(run)-\(name)-\(number)"
        return ActRequest(act: .edit, actor: "TORTURE", reason: "load", idempotencyKey: key, proposals: [proposal(number, key)])
    }

    /// Bodies that change again and again; in between persons, first without and then with a name, which needs a new key.
    private func proposal(_ number: Int, _ key: String) -> ActRequest.Proposal {
        switch number % 10 {
        case 4: .init(kind: "person", code: "P-\(run)-\(name)-\(number / 10)", contents: [("synthetic", .flag(true))])
        case 5: .init(kind: "person", code: "P-\(run)-\(name)-\(number / 10)", contents: [("family_name", .text(key))])
        default:
            .init(
                kind: "body", code: "B-\(name)-\(number % 20)",
                contents: [("kind", .text("ministry")), ("name_vi", .text("Bộ \(key)")), ("name_en", .text("Ministry \(key)"))])
        }
    }
}
