import Committee
import Engine
import Foundation
import House
import Ledger
import Paperwork
import Phrases
import Rulebook
import Server

/// Acts performed, or only tried, on a house that is not served.
struct ActRunning {
    private let options: DataOptions
    private let voice: Voice

    init(_ options: DataOptions, _ voice: Voice) {
        self.options = options
        self.voice = voice
    }

    /// Performs acts one after another, and ends at the first that is refused.
    @discardableResult
    func perform(_ requests: [ActRequest]) async throws -> [Receipt] {
        let house = try await house()
        var receipts: [Receipt] = []
        for (place, request) in requests.enumerated() {
            switch await house.perform(request) {
            case .success(let receipt):
                receipts.append(receipt)
                await tell(receipt, request, house)
            case .failure(let denial):
                let picture = house.published.picture
                throw Stop(
                    voice.phrases("cli.apply.denied", [Fact("place", place + 1), Fact("count", requests.count)]) + "\n"
                        + voice.denial(denial, in: picture))
            }
        }
        return receipts
    }

    /// The ceremony as it stands.
    func picture() async throws -> Picture { try await house().published.picture }

    private func house() async throws -> Chancery {
        let journal = try options.openExisting()
        do {
            let opening = try await LoadedCeremony.opened(journal, now: machineClock())
            return Chancery(
                opening, journal: journal, clock: machineClock,
                forget: { [folder = options.data] in try Credentials.forget($0, in: folder) }
            ) { [voice] failure in
                warn(voice.failure(failure))
                Foundation.exit(70)
            }
        } catch { throw try options.speech.stop(error) }
    }

    private func tell(_ receipt: Receipt, _ request: ActRequest, _ house: Chancery) async {
        let picture = house.published.picture
        if let code = receipt.proposal.flatMap({ picture.code(of: $0) }) {
            let facts = [Fact("act", request.act.rawValue), Fact("code", code), Fact("entry", receipt.sequence)]
            return say(voice.phrases("cli.apply.proposed", facts))
        }
        say(
            voice.phrases(
                receipt.wasWritten ? "cli.apply.known" : "cli.apply.done",
                [Fact("entry", receipt.sequence), Fact("act", request.act.rawValue)]))
        for slip in receipt.gone { say("  - \(slip.rule) \(voice.phrases("cli.slip.gone"))") }
        for slip in receipt.appeared { say("  + \(slip.rule) \(voice.explanation(of: slip, in: picture))") }
    }

    /// Says what the acts would change, or why one of them is refused. Nothing is written.
    func tryOut(_ requests: [ActRequest]) async throws {
        let house = try await house()
        switch await house.tryOut(requests) {
        case .failure(let denial): throw Stop(voice.denial(denial, in: house.published.picture))
        case .success(let outcome):
            say(voice.phrases("cli.apply.what_if"))
            for slip in outcome.gone { say("  - \(slip.rule) \(voice.explanation(of: slip, in: outcome.draft))") }
            for slip in outcome.appeared { say("  + \(slip.rule) \(voice.explanation(of: slip, in: outcome.draft))") }
        }
    }
}
