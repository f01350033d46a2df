import ArgumentParser
import Foundation
import House
import Ledger
import Phrases
import Rulebook

/// Performs acts given as JSON, one after another, so that a script can drive everything.
struct ApplyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "apply", abstract: "Thực hiện các hành vi cho bằng JSON · Perform acts given as JSON")

    @Argument(help: "Tệp JSON, hoặc - · A JSON file, or -") var file: String
    @OptionGroup var options: DataOptions
    @Flag(name: .customLong("what-if"), help: "Chỉ thử, không ghi · Only try; write nothing") var whatIf = false

    func run() async throws {
        // What is only tried is written nowhere: it may be tried beside a served house.
        if whatIf { return try await perform() }
        try await options.writing { try await perform() }
    }

    private func perform() async throws {
        let voice = try options.speech.voice()
        let requests = try read(voice)
        let journal = try options.openExisting()
        let house: Chancery
        do {
            let opening = try await Opening.opened(journal, now: machineClock())
            house = Chancery(
                opening, journal: journal, clock: machineClock,
                breakDown: { failure in
                    warn(voice.failure(failure))
                    Foundation.exit(70)
                })
        } catch { throw try options.speech.stop(error) }
        if whatIf { return try await tryOut(requests, house, voice) }
        for (place, request) in requests.enumerated() {
            switch await house.perform(request) {
            case .success(let receipt): await tell(receipt, request, house, voice)
            case .failure(let denial):
                let picture = await house.published.picture
                throw Stop(
                    voice.phrases("cli.apply.denied", [Fact("place", place + 1), Fact("count", requests.count)]) + "\n"
                        + voice.denial(denial, in: picture))
            }
        }
    }

    private func read(_ voice: Voice) throws -> [ActRequest] {
        let bytes: Data
        do {
            bytes = try file == "-" ? FileHandle.standardInput.readToEnd() ?? Data() : Data(contentsOf: URL(filePath: file))
        } catch {
            throw Stop(voice.phrases("cli.no_file", [Fact("file", file)]))
        }
        do {
            return try ActRequest.reading(try JSON(parsing: bytes))
        } catch let mistake as JSONMistake {
            throw Stop(
                voice.phrases("json.\(mistake.reason.rawValue)", [Fact("file", file), Fact("offset", mistake.offset)]))
        } catch let refusal as Refusal {
            throw Stop(voice.phrases("refusal.\(refusal.code)", refusal.facts))
        }
    }

    private func tell(_ receipt: Chancery.Receipt, _ request: ActRequest, _ house: Chancery, _ voice: Voice) async {
        let picture = await house.published.picture
        say(
            voice.phrases(
                receipt.wasWritten ? "cli.apply.known" : "cli.apply.done",
                [Fact("entry", receipt.sequence), Fact("act", request.act.rawValue)]))
        for slip in receipt.gone { say("  - \(slip.rule) \(voice.phrases("cli.slip.gone"))") }
        for slip in receipt.appeared { say("  + \(slip.rule) \(voice.explanation(of: slip, in: picture))") }
    }

    private func tryOut(_ requests: [ActRequest], _ house: Chancery, _ voice: Voice) async throws {
        switch await house.tryOut(requests) {
        case .failure(let denial): throw Stop(voice.denial(denial, in: await house.published.picture))
        case .success(let outcome):
            say(voice.phrases("cli.apply.what_if"))
            for slip in outcome.gone { say("  - \(slip.rule) \(voice.explanation(of: slip, in: outcome.draft))") }
            for slip in outcome.appeared { say("  + \(slip.rule) \(voice.explanation(of: slip, in: outcome.draft))") }
        }
    }
}
