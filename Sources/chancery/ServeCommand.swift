import ArgumentParser
import Committee
import Engine
import Foundation
import House
import Ledger
import LedgerSQLite
import Mounting
import Paperwork
import Phrases
import Rulebook
import Server

/// Opens the house to visitors and serves the ceremony until it is told to stop.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Khởi động hệ thống trên web · Serve the ceremony on the web",
        discussion: """
            Không có --clock, đồng hồ bắt đầu từ đồng hồ của lễ ký (mẫu Hà Nội: 14/10/2025, 08:00) hoặc việc mới nhất, rồi chạy tiếp.
            Without --clock the clock starts at the ceremony's own (Hanoi: 14 October 2025, 08:00) or its newest fact, and runs on.
            """)

    @OptionGroup var options: DataOptions
    @Option(help: "Địa chỉ mạng để nghe · Network address to listen at") var host = "127.0.0.1"
    @Option(help: "Cổng; 0: cổng trống nào cũng được · Port; 0 takes any that is free") var port = 8080
    @Option(help: "Tên mà khách gọi, thí dụ le-ky.example · The name that visitors ask for") var name: String?
    @Option(name: .customLong("tls-certificate"), help: "Chuỗi chứng thư, PEM · Certificate chain, PEM") var certificate: String?
    @Option(name: .customLong("tls-key"), help: "Khóa riêng, PEM · Private key, PEM") var key: String?
    @Flag(name: .customLong("behind-proxy"), help: "Địa chỉ khách lấy từ X-Forwarded-For · Visitors' addresses come from the proxy")
    var isBehindProxy = false
    @Option(help: "now | 2025-10-14T01:00:00Z: đồng hồ của lễ ký · the ceremony's clock") var clock: String?
    @Option(
        name: .customLong("heads"),
        help: "Tệp ở nơi khác, giữ các đầu chuỗi đã ký · A file elsewhere, in which signed heads of the chain are kept")
    var heads: [String] = []
    @Option(name: .customLong("signing-key"), help: "Khóa ký, có thể để nơi khác · The signing key, which may lie elsewhere")
    var signingKey: String?
    @Option(name: .customLong("invite"), help: "Tài khoản nhận mã vào một lần · An account that a printed one-time code lets in")
    var invited: [String] = []
    @OptionGroup var outside: OutsideOptions
    @Option(name: .customLong("phrases"), help: "Thêm một ngôn ngữ, thí dụ fr.json · A further language, such as fr.json")
    var furtherLanguages: [String] = []
    @Option(help: "Mức mật cao nhất được lưu ở đây · The highest classification that may be held here: internal, restricted …")
    var ceiling = Classification.restricted.rawValue

    func run() async throws { try await options.writing { try await serve() } }

    private func serve() async throws {
        let voice = try options.speech.voice()
        guard (certificate == nil) == (key == nil) else { throw Stop(voice.phrases("cli.serve.tls_pair")) }
        guard certificate != nil || isBehindProxy || isLoopback else { throw Stop(voice.phrases("cli.serve.clear", [Fact("host", host)])) }
        let journal = try options.openExisting()
        let opening: LoadedCeremony
        do { opening = try await LoadedCeremony.opened(journal, now: machineClock()) } catch { throw try options.speech.stop(error) }
        let newest = opening.head.sequence == 0 ? Instant(milliseconds: 0) : try await LoadedCeremony.newestFact(in: journal)
        let steady = SteadyClock(wall: machineClock, ticks: machineTicks)
        let clock = try CeremonyClock(starting: clock, for: opening.picture, after: newest, real: steady, voice)
        guard let ceiling = Classification(rawValue: ceiling) else {
            throw Stop(
                voice.phrases(
                    "cli.serve.ceiling",
                    [Fact("value", ceiling), Fact("words", Classification.allCases.map(\.rawValue).joined(separator: ", "))]))
        }
        let house = Chancery(
            opening, journal: journal, ceiling: ceiling, clock: { clock.now },
            forget: { [folder = options.data] in try Credentials.forget($0, in: folder) }
        ) { failure in
            warn(voice.failure(failure))
            Foundation.exit(70)
        }
        let keeping = try HeadKeeping(journal, folder: options.data, outside: heads, signingKey: signingKey, voice)
        let opened: OpenedHouse
        do {
            opened = try await OpenedHouse(
                house, of: mountedHouse, journal: journal, folder: options.data, clock: { clock.now }, realClock: { steady.now },
                ticks: machineTicks,
                runsApart: !clock.isReal,
                languages: try languages(voice), outside: try outside.outside(house: name.map { "https://\($0)/" } ?? "", voice),
                missingHeads: { () async throws(JournalFailure) in try await keeping.missing() })
        } catch let strange as Chain.Strange { throw Stop(voice.phrases("cli.serve.strange", [Fact("name", strange.name)])) }
        if let unknown = invited.first(where: { opening.picture.find(Account.self, $0) == nil }) {
            throw Stop(voice.phrases("cli.serve.no_account", [Fact("account", unknown)]))
        }
        // Where somebody can look after the house already, no code for it is written into a service's log at each start.
        let isLookedAfter = opening.picture.all(Account.self).contains {
            Rights.of($0.heading.code, in: opening.picture, on: opening.picture.zone.day(at: clock.now))?.administers ?? false
        }
        var invitations: [(account: String, code: String)] = []
        for account in invited { invitations.append((account, await opened.invitation(to: account))) }
        if invited.isEmpty, !isLookedAfter { invitations.append(("—", await opened.invitation(to: nil))) }
        let codes = invitations
        let listening = Listening(
            host: host, port: port, name: name, certificate: certificate.flatMap { chain in key.map { (chain, $0) } },
            isBehindProxy: isBehindProxy, descriptors: Descriptors.raised())
        do {
            let missing = try await opened.holdHeads()
            if missing > 0 { warn(voice.phrases("cli.serve.heads_missing", [Fact("count", missing)])) }
        } catch { throw try options.speech.stop(error) }
        let keepingHeads = _Concurrency.Task { await keeping.run(.machine) { _ = try? await opened.holdHeads() } }
        defer { keepingHeads.cancel() }
        do {
            try await opened.serve(at: listening) { address in
                say(voice.phrases("cli.serve.open", [Fact("address", address)]))
                say(voice.phrases("cli.serve.clock", [Fact("moment", .moment(Moment(clock.now, in: opening.picture.zone)))]))
                for (account, code) in codes { say(voice.phrases("cli.serve.code", [Fact("code", code), Fact("account", account)])) }
                fflush(nil)
            } overdue: {
                warn(voice.phrases("cli.serve.overdue"))
            }
        } catch {
            throw Stop(voice.phrases("cli.serve.closed", [Fact("host", host), Fact("port", String(port)), Fact("why", error.description)]))
        }
    }

    /// Those that are delivered, and what each further file says; what a file does not say is said in English.
    private func languages(_ voice: Voice) throws -> [Phrases] {
        let delivered = try Language.delivered.map(Phrases.delivered)
        let english = try Phrases.delivered(.english)
        let further = try furtherLanguages.map { path in
            do {
                let phrases = try Phrases.read(path, inPlaceOf: english)
                if !phrases.missing.isEmpty {
                    warn(voice.phrases("cli.serve.phrases", [Fact("file", path), Fact("count", phrases.missing.count)]))
                }
                return phrases
            } catch {
                throw Stop(voice.phrases("cli.serve.no_phrases", [Fact("file", path), Fact("why", "\(error)")]))
            }
        }
        return delivered + further
    }

    private var isLoopback: Bool { ["127.0.0.1", "::1", "localhost"].contains(host) }
}

/// The ceremony's clock: this machine's, or one that was set to another moment and runs on from there.
struct CeremonyClock: Sendable {
    /// Milliseconds ahead of this machine's clock; behind it where negative.
    private let shift: Int64
    private let steady: SteadyClock

    var isReal: Bool { shift == 0 }
    var now: Instant { Instant(milliseconds: steady.now.milliseconds + shift) }

    /// Never before what has happened already: time does not run backwards over a restart.
    init(starting wish: String?, for picture: Picture, after newest: Instant, real steady: SteadyClock, _ voice: Voice) throws {
        self.steady = steady
        let real = steady.now
        guard wish != "now" else {
            shift = 0
            return
        }
        var start = picture.ceremony?.clock?.instant
        if let wish {
            guard let instant = Instant(written: wish) else {
                throw Stop(voice.phrases("cli.bad_moment", [Fact("value", wish)]))
            }
            start = instant
        }
        guard let start, start < real else {
            shift = 0
            return
        }
        shift = max(start, newest < real ? newest : start).milliseconds - real.milliseconds
    }
}
