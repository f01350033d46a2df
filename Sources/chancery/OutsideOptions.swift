import ArgumentParser
import Foundation
import Phrases
import Rulebook
import Server

/// What of the world beyond the house it may speak to: nothing unless it is named here.
struct OutsideOptions: ParsableArguments {
    @Option(name: .customLong("mail-relay"), help: "Máy chủ thư, thí dụ smtp://thu.example:587 · Mail relay")
    var relay: String?
    @Option(name: .customLong("mail-from"), help: "Địa chỉ gửi thư · The address in whose name letters go out")
    var sender: String?
    @Option(name: .customLong("mail-login"), help: "Tệp một dòng tên:mật khẩu · A file of one line, user:password")
    var login: String?
    @Option(
        name: .customLong("webhook-host"),
        help:
            "Máy được báo qua webhook: tên[:cổng][=địa chỉ mạng nội bộ] · A host that webhooks may tell: name[:port][=address within your walls]"
    )
    var hosts: [String] = []

    func outside(house: String, _ voice: Voice) throws -> Outside {
        let allowed = try hosts.map { spelled in
            guard let host = AllowedHost(spelled) else { throw Stop(voice.phrases("cli.serve.webhook_host", [Fact("host", spelled)])) }
            return host
        }
        guard let relay else { return Outside(hookHosts: allowed, house: house) }
        guard let found = MailRelay(address: relay, sender: sender ?? "", login: try pair(voice)) else {
            throw Stop(voice.phrases("cli.serve.mail", [Fact("relay", relay), Fact("sender", sender ?? "—")]))
        }
        return Outside(relay: found, hookHosts: allowed, house: house)
    }

    /// A password stands in a file that others cannot read, and never among a process's arguments, which everybody can.
    private func pair(_ voice: Voice) throws -> (user: String, password: String)? {
        guard let login else { return nil }
        let line = (try? String(contentsOfFile: login, encoding: .utf8))?.split(whereSeparator: \.isNewline).first
        guard let parts = line?.split(separator: ":", maxSplits: 1).map(String.init), parts.count == 2 else {
            throw Stop(voice.phrases("cli.serve.mail_login", [Fact("file", login)]))
        }
        return (parts[0], parts[1])
    }
}
