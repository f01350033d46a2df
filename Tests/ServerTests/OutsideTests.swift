import Addresses
import Engine
import Foundation
import House
import Ledger
import Mounting
import Phrases
import Rulebook
import Server
import Synchronization
import Testing

/// A courier that keeps what it is given, and may refuse.
private actor Postbox: Courier {
    private(set) var messages: [Message] = []
    private(set) var letters: [Letter] = []
    private var answers: [Int]

    init(answers: [Int] = []) { self.answers = answers }

    func post(_ message: Message) throws(Undelivered) -> Int {
        messages.append(message)
        return answers.isEmpty ? 204 : answers.removeFirst()
    }

    /// Letters that are not taken.
    private var refused = 0

    func refuse(letters: Int) { refused = letters }

    func send(_ letter: Letter, by relay: MailRelay) throws(Undelivered) {
        if refused > 0 {
            refused -= 1
            throw Undelivered("busy")
        }
        letters.append(letter)
    }

    /// Waits until so many have come, or five seconds have passed.
    func wait(messages wanted: Int = 0, letters wantedLetters: Int = 0) async {
        for _ in 0..<500 where messages.count < wanted || letters.count < wantedLetters {
            try? await Task.sleep(for: .milliseconds(10))
        }
    }
}

@Suite struct `A system that is told of changes` {
    /// The example of Standard Webhooks 1.0.
    @Test func `is told with the signature that the standard says`() throws {
        let secret = Array(try #require(Data(base64Encoded: "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")))
        let signed = Secret.signature(of: "msg_p5jXN8AQM9LWM0D4loKWxJek.1614265330.{\"test\": 2432232314}", with: secret)
        #expect(Data(signed).base64EncodedString() == "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
    }

    private let administrator = Rights(desks: [], ceiling: .internal, administers: true)

    private func header(_ name: String, of message: Message) -> String { message.headers.first { $0.name == name }?.value ?? "" }

    @Test(.timeLimit(.minutes(5)))
    func `is told that an entry was written, signed, and again where it did not take it`() async throws {
        let postbox = Postbox(answers: [500])
        let house = try await OpenHouse(outside: Outside(courier: postbox, hookHosts: [AllowedHost("hook.example")!]))
        defer { house.close() }
        let telling = Task { await house.opened.tellOthers() }
        defer { telling.cancel() }
        let token = try await house.token(administrator)
        let added = try await house.post(.hooks, token, [("act", "add"), ("hook-address", "https://hook.example/told")])
        let spelled = try #require(added.text.firstMatch(of: /whsec_([A-Za-z0-9+\/=]+)/)).output.1
        let secret = Array(try #require(Data(base64Encoded: String(spelled))))
        #expect(await house.get(.administration, token).text.contains("nothing to tell yet"))
        #expect(await !house.get(.administration, token).text.contains("whsec_"), "the secret is told once")

        // The house may not have begun to listen to itself: whatever comes first tells it of all.
        var entry = 0
        for number in 0..<50 where await postbox.messages.isEmpty {
            entry = try await house.write("body", "BCA", [("note", .text("note \(number)"))]).sequence
            try await Task.sleep(for: .milliseconds(50))
        }
        await postbox.wait(messages: 2)
        let messages = await postbox.messages
        #expect(messages.count == 2, "once refused and once taken")
        let last = try #require(messages.last)
        let body = String(decoding: last.body, as: UTF8.self)
        #expect(last.address == "https://hook.example/told")
        #expect(body.contains("\"entry\":\(entry)"))
        #expect(!body.contains("note"))
        let signed = "\(header("webhook-id", of: last)).\(header("webhook-timestamp", of: last)).\(body)"
        #expect(header("webhook-signature", of: last) == "v1," + Data(Secret.signature(of: signed, with: secret)).base64EncodedString())
    }

    @Test(.timeLimit(.minutes(5)))
    func `is tried again after longer and longer waits`() async throws {
        let postbox = Postbox(answers: Array(repeating: 503, count: 6))
        let waits = Mutex<[Int]>([])
        let house = try await OpenHouse(
            outside: Outside(courier: postbox, hookHosts: [AllowedHost("hook.example")!]),
            sleep: Sleep { seconds in waits.withLock { $0.append(seconds) } })
        defer { house.close() }
        let token = try await house.token(administrator)
        _ = try await house.post(.hooks, token, [("act", "add"), ("hook-address", "https://hook.example/told")])
        let telling = Task { await house.opened.tellOthers() }
        defer { telling.cancel() }
        for number in 0..<50 where await postbox.messages.isEmpty {
            try await house.write("body", "BCA", [("note", .text("note \(number)"))])
            try await Task.sleep(for: .milliseconds(50))
        }
        await postbox.wait(messages: 7)
        #expect(await postbox.messages.count == 7)
        #expect(waits.withLock { $0 } == [2, 10, 60, 600, 600, 600])
    }

    @Test func `has an address of so many bytes at most, and so many are told`() async throws {
        let house = try await OpenHouse(outside: Outside(courier: Postbox(), hookHosts: [AllowedHost("hook.example")!]))
        defer { house.close() }
        let token = try await house.token(administrator)
        func add(_ path: String) async throws -> Answer.Status {
            try await house.post(.hooks, token, [("act", "add"), ("hook-address", "https://hook.example/" + path)]).status
        }
        let start = "https://hook.example/".utf8.count
        #expect(try await add(String(repeating: "a", count: ServerBounds.hookAddress - start)) == .fine)
        #expect(try await add(String(repeating: "a", count: ServerBounds.hookAddress - start + 1)) == .refused)
        for number in 1..<ServerBounds.hooks { #expect(try await add("\(number)") == .fine) }
        #expect(try await add("more") == .refused)
    }

    @Test(arguments: [
        "https://elsewhere.example/", "http://hook.example/", "https://hook.example.elsewhere.example/", "https://me@hook.example/",
        "ftp://hook.example/", "https://hook.example/#a", "file:///etc/passwd", "", "https://127.0.0.1/",
        "https://hook.example:8443/", "https://hook.example:22/", "https://hook.example/a\r\nX-More: 1", "https://hook.example/\u{0}",
        "https://hook.example/\u{202E}",
    ])
    func `asvs_V1_3_6 is not told at an address that nobody has allowed`(address: String) async throws {
        let house = try await OpenHouse(outside: Outside(courier: Postbox(), hookHosts: [AllowedHost("hook.example")!]))
        defer { house.close() }
        let token = try await house.token(administrator)
        let answer = try await house.post(.hooks, token, [("act", "add"), ("hook-address", address)])
        // What steers machines is refused as no text, before anybody asks whether it is an address.
        #expect(answer.status == (address.contains("\0") ? .badRequest : .refused))
        #expect(!answer.text.contains("whsec_"))
    }

    @Test func `is added by administrators alone`() async throws {
        let house = try await OpenHouse(outside: Outside(courier: Postbox(), hookHosts: [AllowedHost("hook.example")!]))
        defer { house.close() }
        let token = try await house.token(Rights(desks: ["CMD"], ceiling: .internal))
        let answer = try await house.post(.hooks, token, [("act", "add"), ("hook-address", "https://hook.example/")])
        #expect(answer.status == .notFound)
    }
}

@Suite struct `A letter` {
    private let relay = MailRelay(address: "smtp://127.0.0.1:25", sender: "chancery@ceremony.example")

    @Test(.timeLimit(.minutes(5)))
    func `tells an office that new stops stand at its desk, once, and not what they are`() async throws {
        let postbox = Postbox()
        let house = try await OpenHouse(outside: Outside(courier: postbox, relay: relay, house: "https://ceremony.example/"))
        defer { house.close() }
        try await house.write("account", "CHIEF", [("mail", .text("desk@ceremony.example"))])
        await house.opened.runErrands()
        // In force and approved by nobody: CMD-09 stops it.
        try await house.putInForce("MASTER")
        let before = house.chancery.published.slips.all.filter { $0.severity == .stop && $0.desk == "CMD" }.count
        try #require(before > 0, "the record is wrong in a way that stops something")
        await house.opened.runErrands()
        await house.opened.runErrands()
        await postbox.wait(letters: 1)
        let letters = await postbox.letters
        #expect(letters.map(\.recipient) == ["desk@ceremony.example"])
        let message = String(decoding: letters.first?.message(from: "chancery@ceremony.example") ?? [], as: UTF8.self)
        let parts = message.components(separatedBy: "\r\n\r\n")
        let text = String(decoding: Data(base64Encoded: parts[1], options: .ignoreUnknownCharacters) ?? Data(), as: UTF8.self)
        #expect(text.contains("https://ceremony.example/"))
        #expect(text.contains("Sign in to see") && text.contains("Hãy đăng nhập"))
        #expect(!text.contains("MASTER") && !text.contains("Master plan"))
        #expect(message.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 76 && $0.allSatisfy(\.isASCII) })
    }

    @Test(.timeLimit(.minutes(5)))
    func `of what came while the house was closed is written once it is open again, and nothing twice`() async throws {
        let postbox = Postbox()
        let outside = Outside(courier: postbox, relay: relay)
        let house = try await OpenHouse(outside: outside)
        defer { house.close() }
        try await house.write("account", "CHIEF", [("mail", .text("desk@ceremony.example"))])
        await house.opened.runErrands()
        try await house.putInForce("MASTER")
        let again = try await house.opened(again: outside)
        await again.runErrands()
        #expect(await postbox.letters.map(\.recipient) == ["desk@ceremony.example"])
        let third = try await house.opened(again: outside)
        await third.runErrands()
        #expect(await postbox.letters.count == 1)
    }

    @Test(.timeLimit(.minutes(5)))
    func `that no relay takes is due again, and the office is told once it does`() async throws {
        let postbox = Postbox()
        let house = try await OpenHouse(outside: Outside(courier: postbox, relay: relay))
        defer { house.close() }
        try await house.write("account", "CHIEF", [("mail", .text("desk@ceremony.example"))])
        await house.opened.runErrands()
        try await house.putInForce("MASTER")
        await postbox.refuse(letters: 1)
        await house.opened.runErrands()
        #expect(await postbox.letters.isEmpty)
        // A minute later; here the house is opened again, which remembers only what was done.
        let again = try await house.opened(again: Outside(courier: postbox, relay: relay))
        await again.runErrands()
        #expect(await postbox.letters.count == 1)
    }

    @Test(.timeLimit(.minutes(5)))
    func `tells second officers of a proposal and before it expires, and nobody of their own`() async throws {
        let postbox = Postbox()
        let house = try await OpenHouse(outside: Outside(courier: postbox, relay: relay))
        defer { house.close() }
        for account in ["CHIEF", "CLERK"] {
            try await house.write("grant", "G-\(account)", [("account", .text(account)), ("administers", .flag(true))])
            try await house.write("account", account, [("mail", .text("\(account.lowercased())@ceremony.example"))])
        }
        let clerk = Authority(officer: "CLERK", account: "CLERK", way: .session("1"), isProved: true)
        let proposed = try await house.chancery.perform(
            ActRequest(
                act: .edit, by: clerk,
                proposals: [.init(kind: "grant", code: "G-9", contents: [("account", .text("CHIEF")), ("desk", .text("MOV"))])])
        ).get()
        #expect(proposed.proposal != nil)
        await house.opened.runErrands()
        #expect(await postbox.letters.map(\.recipient) == ["chief@ceremony.example"])
        await house.opened.runErrands()
        #expect(await postbox.letters.count == 1)
    }

    @Test(arguments: [
        "", "desk", "@ceremony.example", "desk@", "a@b@c", "a b@c.example", "a@c.example\r\nBcc: b@c.example", "a@c.example,b@c.example",
        "<a@c.example>", "Bàn <a@c.example>",
    ])
    func `goes to one address and to nothing else`(text: String) async throws {
        #expect(!MailAddress.isOne(text))
        guard !text.isEmpty else { return }
        let house = try await OpenHouse()
        defer { house.close() }
        let request = ActRequest(
            act: .edit, actor: "TEST", proposals: [ActRequest.Proposal(kind: "account", code: "CHIEF", contents: [("mail", .text(text))])])
        guard case .failure(.refused(let refusal)) = await house.chancery.perform(request) else {
            Issue.record("\(text) was taken")
            return
        }
        #expect(refusal.code == "no_mail_address")
    }

    @Test func `may go to an office's own address`() { #expect(MailAddress.isOne("le-tan.1@le-ky.example")) }
}
