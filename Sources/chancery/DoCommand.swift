import ArgumentParser
import Engine
import Foundation
import House
import Ledger
import Phrases
import Rulebook

/// Does one act: what it is about, and the few inputs that it asks for.
struct DoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "do", abstract: "Thực hiện một thao tác · Do one act",
        discussion: "chancery do call --about signing_slot/Q-VNM --actor BNG-TREATY --data …")

    @Argument(help: "Mã thao tác; không có thì liệt kê · The act's code; without it all are listed") var act: String?
    @Option(help: "Bản ghi liên quan: loại/mã · The record it is about: kind/code") var about: String?
    @Option(name: .customLong("set"), help: "trường=nội dung · field=content") var inputs: [String] = []
    @Option(help: "Mã cán bộ thực hiện · The officer's code") var actor: String = ""
    @Option(help: "Lý do · Why") var reason: String = ""
    @Option(name: .customLong("override"), help: "Lý do cho thực hiện dù có cảnh báo chặn · Why a stop is overridden")
    var overrideReason: String = ""
    @Flag(name: .customLong("what-if"), help: "Chỉ thử, không ghi · Only try; write nothing") var whatIf = false
    @OptionGroup var options: DataOptions

    func run() async throws {
        let voice = try options.speech.voice()
        guard let act else { return list(voice) }
        guard !actor.isEmpty else { throw Stop(voice.phrases("cli.do.no_actor")) }
        let request = try request(act, voice)
        if whatIf { return try await ActRunning(options, voice).tryOut([request]) }
        try await options.writing { try await ActRunning(options, voice).perform([request]) }
    }

    private func request(_ name: String, _ voice: Voice) throws -> ActRequest {
        guard let act = houseActs.first(where: { $0.name.rawValue == name }), let kind = houseRegister.kind(slot: act.slot) else {
            throw Stop(voice.phrases("refusal.unknown_act", [Fact("act", name)]))
        }
        var proposal = ActRequest.Proposal(kind: kind.code, code: "")
        if let about {
            let words = about.split(separator: "/", maxSplits: 1).map(String.init)
            guard words.count == 2 else { throw Stop(voice.phrases("refusal.bad_request", [Fact("place", 1), Fact("member", "about")])) }
            proposal = ActRequest.Proposal(kind: words[0], code: words[1])
            proposal.isOrigin = true
        }
        for input in inputs {
            let sides = input.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard sides.count == 2, let column = kind.columns.first(where: { $0.name == sides[0] }) else {
                let facts = [Fact("kind", .word(kind.code)), Fact("code", proposal.code), Fact("field", sides.first ?? input)]
                throw Stop(voice.refusal(Refusal(.unknownField, facts)) { _ in "" })
            }
            proposal.contents.append((sides[0], Self.json(sides[1], column.shape)))
        }
        return ActRequest(act: act.name, actor: actor, reason: reason, overrideReason: overrideReason, proposals: [proposal])
    }

    /// A word of the command line as the field's shape has it in JSON; items of a list are parted by semicolons.
    private static func json(_ text: String, _ shape: Shape) -> JSON {
        switch shape {
        case .integer: Int64(text).map { .integer($0) } ?? .text(text)
        case .flag: ["yes", "true"].contains(text) ? .flag(true) : ["no", "false"].contains(text) ? .flag(false) : .text(text)
        case .list(let inner): .list(text.split(separator: ";").map { json($0.trimmingCharacters(in: .whitespaces), inner) })
        default: text.isEmpty ? .null : .text(text)
        }
    }

    private func list(_ voice: Voice) {
        let width = houseActs.map(\.name.rawValue.count).max() ?? 0
        for act in houseActs { say("\(act.name.rawValue.filled(to: width + 2))\(voice.phrases("act.\(act.name.rawValue).means"))") }
    }
}
