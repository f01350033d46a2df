import Engine
import House
import Ledger

/// One who writes, act after act, each under a key of its own; an act that was refused for want of something is sent again.
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
        while true {
            // Now and then an act is sent twice at once, as by somebody who heard nothing the first time.
            async let second = number.isMultiple(of: 10) ? attempt(request) : nil
            let first = try await attempt(request)
            if let second = try await second, let first, first != second {
                throw Unexpected(what: "\(request.idempotencyKey) is written twice: \(first), \(second)")
            }
            if first != nil { return }
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    /// The sequence under which the act was acknowledged; nil where something was wanting for it.
    private func attempt(_ request: ActRequest) async throws -> Int? {
        switch await house.perform(request) {
        case .success(let receipt):
            say("ack \(request.idempotencyKey) \(receipt.sequence)")
            return receipt.sequence
        case .failure(.noSpace):
            say("refused \(request.idempotencyKey) no_space")
            return nil
        case .failure(.journal(.notWritten)):
            say("refused \(request.idempotencyKey) not_written")
            return nil
        case .failure(.journal(let failure)): end(failure)
        case .failure(let denial): throw Unexpected(what: "\(request.idempotencyKey): \(denial)")
        }
    }

    private func request(_ number: Int) -> ActRequest {
        let key = "\(run)-\(name)-\(number)"
        return ActRequest(act: .edit, actor: "TORTURE", reason: "load", idempotencyKey: key, proposals: [proposal(number, key)])
    }

    /// Bodies that change again and again; in between persons, first without and then with a name, which needs a new key.
    private func proposal(_ number: Int, _ key: String) -> ActRequest.Proposal {
        let person = "P-\(run)-\(name)-\((number - 1) / 2)"
        return switch number % 10 {
        case 1, 3: .init(kind: "person", code: person, contents: [("synthetic", .flag(true))])
        case 2, 4: .init(kind: "person", code: person, contents: [("family_name", .text(key))])
        default:
            .init(
                kind: "body", code: "B-\(name)-\(number % 20)",
                contents: [("kind", .text("ministry")), ("name_vi", .text("Bộ \(key)")), ("name_en", .text("Ministry \(key)"))])
        }
    }
}
