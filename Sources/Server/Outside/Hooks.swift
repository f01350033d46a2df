import Foundation
import Ledger

/// Tells other systems that the ceremony has changed: that it has and up to which entry, never what. Whoever is told asks for it with
/// their own token, and gets what that token may see.
///
/// Each message is signed as Standard Webhooks 1.0 has it; what nobody takes is sent again, until somebody does.
actor Hooks {
    private let credentials: Credentials
    private let courier: any Courier
    private let clock: @Sendable () -> Instant
    private let sleep: Sleep
    /// Hosts that may be told anything: who serves the house has named them.
    private let allowed: [AllowedHost]
    /// As administrators read them.
    nonisolated let hosts: Set<String>
    private var latest = 0
    private var busy: Set<Int64> = []
    /// Up to which entry each was told since the house was opened: where that could not be written down, it is not told over and over.
    private var delivered: [Int64: Int] = [:]

    /// Seconds before a message that nobody took is sent again; the last for all further tries.
    private static let waits = [2, 10, 60, 600]

    init(_ credentials: Credentials, _ courier: any Courier, hosts: [AllowedHost], clock: @escaping @Sendable () -> Instant, sleep: Sleep) {
        self.credentials = credentials
        self.courier = courier
        allowed = hosts
        self.hosts = Set(hosts.map(\.name))
        self.clock = clock
        self.sleep = sleep
    }

    /// Whether a system at that address may be told: at a host that was named.
    nonisolated func mayTell(_ address: String) -> Bool { reach(address) != nil }

    private nonisolated func reach(_ address: String) -> Reach? { allowed.lazy.compactMap { $0.reach(address) }.first }

    /// Tells everybody who is to be told that an entry was written.
    func changed(_ sequence: Int) async {
        latest = max(latest, sequence)
        for hook in (try? await credentials.hooks()) ?? [] where isBehind(hook) { start(hook.number) }
    }

    private func isBehind(_ hook: Credentials.Hook) -> Bool { max(hook.told, delivered[hook.number] ?? 0) < latest }

    private func start(_ number: Int64) {
        guard busy.insert(number).inserted else { return }
        Task { await tell(number) }
    }

    private func tell(_ number: Int64) async {
        defer { busy.remove(number) }
        var tries = 0
        while let hook = try? await credentials.hook(number), isBehind(hook), let reach = reach(hook.address) {
            let sequence = latest
            do throws(Undelivered) {
                let status = try await courier.post(Hooks.message(hook, sequence, to: reach, at: clock()))
                guard (200..<300).contains(status) else { throw Undelivered("HTTP \(status)") }
                delivered[number] = sequence
                try? await credentials.told(number, sequence, at: clock())
                tries = 0
            } catch {
                try? await credentials.notTold(number, why: error.why)
                await sleep(seconds: Hooks.waits[min(tries, Hooks.waits.count - 1)])
                tries += 1
            }
        }
    }

    static func message(_ hook: Credentials.Hook, _ sequence: Int, to reach: Reach, at now: Instant) -> Message {
        let body = JSON.object([
            .init("type", .text("ceremony.changed")), .init("timestamp", .text(now.description)),
            .init("data", .object([.init("entry", .integer(Int64(sequence)))])),
        ]).written
        let name = "entry-\(hook.number)-\(sequence)"
        let seconds = String(now.milliseconds / 1000)
        let signature = Data(Secret.signature(of: "\(name).\(seconds).\(body)", with: hook.secret)).base64EncodedString()
        return Message(
            address: hook.address,
            headers: [
                ("Content-Type", "application/json"), ("User-Agent", "Chancery"), ("webhook-id", name), ("webhook-timestamp", seconds),
                ("webhook-signature", "v1,\(signature)"),
            ], body: Array(body.utf8), reach: reach)
    }

    /// A secret as its reader is told it.
    static func spelled(_ secret: [UInt8]) -> String { "whsec_" + Data(secret).base64EncodedString() }
}
