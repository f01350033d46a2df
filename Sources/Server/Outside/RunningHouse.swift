import Addresses
import CCurl
import Synchronization

/// A house that is served elsewhere, as a program with a token speaks to it.
package struct RunningHouse: Sendable {
    /// Where it is served.
    package let address: String
    private let token: String
    private let courier = CurlCourier()

    /// Seconds that a house may take over a pack.
    private static let longest = 600

    /// Nil where a token would go over the network in the clear.
    package init?(_ address: String, token: String) {
        let isHere = ["127.0.0.1", "[::1]", "localhost"].contains { host in
            address == "http://\(host)" || ["/", ":"].contains { address.hasPrefix("http://\(host)\($0)") }
        }
        guard !address.contains("@"), address.hasPrefix("https://") || isHere else { return nil }
        self.address = address.last == "/" ? String(address.dropLast()) : address
        self.token = token
    }

    /// What the house has answered to a pack.
    package struct Reply: Sendable {
        package let status: Int
        package let bytes: [UInt8]
    }

    /// Sends a pack to be taken in.
    ///
    /// - Parameters:
    ///   - language: in which the house answers.
    ///   - isTried: whether it is only asked what it would do.
    package func send(
        archive: [UInt8], reason: String, language: String, isTried: Bool
    ) async throws(Undelivered) -> Reply {
        let boundary = Secret.token()
        let message = Message(
            address: address + InterfaceAddress.packs(isPreview: isTried).text,
            headers: [
                (name: "Authorization", value: "Bearer \(token)"),
                (name: "Content-Type", value: "multipart/form-data; boundary=\(boundary)"), (name: "Accept-Language", value: language),
                (name: "Expect", value: ""),
            ], body: form(archive, reason, boundary))
        return try await courier.ask(message, atMost: Self.longest)
    }

    private func form(_ archive: [UInt8], _ reason: String, _ boundary: String) -> [UInt8] {
        func head(_ more: String) -> [UInt8] { Array("--\(boundary)\r\nContent-Disposition: form-data; \(more)\r\n\r\n".utf8) }
        let end = Array("\r\n".utf8)
        return head("name=\"reason\"") + Array(reason.utf8) + end + head("name=\"pack\"; filename=\"pack.zip\"") + archive + end
            + Array("--\(boundary)--\r\n".utf8)
    }
}

extension CurlCourier {
    /// Bytes of an answer that are kept.
    private static let largestAnswer = 8 << 20

    /// Sends a message and waits for what is answered.
    ///
    /// - Parameter seconds: after which it is given up.
    func ask(_ message: Message, atMost seconds: Int) async throws(Undelivered) -> RunningHouse.Reply {
        let kept = Answered()
        let status = try await carried { transfer throws(Undelivered) in
            var list: UnsafeMutablePointer<curl_slist>?
            for header in message.headers { list = curl_slist_append(list, "\(header.name): \(header.value)") }
            defer { curl_slist_free_all(list) }
            try check(curl_set_text(transfer, CURLOPT_PROTOCOLS_STR, message.address.hasPrefix("https:") ? "https" : "http"))
            try check(curl_set_text(transfer, CURLOPT_URL, message.address))
            try check(curl_set_number(transfer, CURLOPT_TIMEOUT, seconds))
            try check(curl_set_number(transfer, CURLOPT_POST, 1))
            try check(curl_set_list(transfer, CURLOPT_HTTPHEADER, list))
            try check(message.body.withUnsafeBytes { curl_set_bytes(transfer, $0.baseAddress, curl_off_t($0.count)) })
            var bytes: [UInt8] = []
            try withUnsafeMutablePointer(to: &bytes) { target throws(Undelivered) in
                try check(curl_set_keeping(transfer, { CurlCourier.keep($0, $1, $2, $3) }, target))
                try check(curl_easy_perform(transfer))
            }
            kept.bytes.withLock { $0 = bytes }
            var status = 0
            try check(curl_get_status(transfer, &status))
            return status
        }
        return RunningHouse.Reply(status: status, bytes: kept.bytes.withLock { $0 })
    }

    /// Takes the next bytes of an answer; of one that is too large it takes none, and the transfer ends.
    private static func keep(_ part: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ target: UnsafeMutableRawPointer?) -> Int {
        guard let part, let bytes = target?.assumingMemoryBound(to: [UInt8].self) else { return 0 }
        guard bytes.pointee.count + size * count <= largestAnswer else { return 0 }
        bytes.pointee.append(contentsOf: UnsafeRawBufferPointer(start: part, count: size * count))
        return size * count
    }
}

/// What a transfer brings back from its queue.
private final class Answered: Sendable {
    let bytes = Mutex<[UInt8]>([])
}
