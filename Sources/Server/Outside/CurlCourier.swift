import CCurl
import Dispatch
import Foundation

/// Carries by libcurl, which speaks HTTP and SMTP with TLS as other programs expect it.
package struct CurlCourier: Courier {
    /// Transfers wait for the network: they do so on a few queues of their own, one at a time on each. A serial queue gets a thread beside
    /// those that everything else runs on; a concurrent one would take them, and the pages would wait for the relay.
    private let queues = (1...4).map { DispatchQueue(label: "chancery.courier.\($0)") }

    /// Seconds after which a transfer is given up.
    private static let longest = 15

    package init() {}

    package func post(_ message: Message) async throws(Undelivered) -> Int {
        try await carried { transfer throws(Undelivered) in
            var list: UnsafeMutablePointer<curl_slist>?
            for header in message.headers { list = curl_slist_append(list, "\(header.name): \(header.value)") }
            defer { curl_slist_free_all(list) }
            var pins: UnsafeMutablePointer<curl_slist>?
            defer { curl_slist_free_all(pins) }
            if let reach = message.reach {
                // Looked up once, here: a name that points elsewhere a moment later is not followed, nor a proxy that would look it up itself.
                let addresses = try reach.addresses().joined(separator: ",")
                pins = curl_slist_append(nil, "\(reach.host):\(reach.port):\(addresses)")
                try check(curl_set_list(transfer, CURLOPT_RESOLVE, pins))
                try check(curl_set_text(transfer, CURLOPT_PROXY, ""))
            }
            // An answer that sends the message on to another place is none: only the place that was allowed is written to.
            try check(curl_set_text(transfer, CURLOPT_PROTOCOLS_STR, message.address.hasPrefix("https:") ? "https" : "http"))
            try check(curl_set_text(transfer, CURLOPT_URL, message.address))
            try check(curl_set_number(transfer, CURLOPT_POST, 1))
            try check(curl_set_list(transfer, CURLOPT_HTTPHEADER, list))
            try check(curl_set_number(transfer, CURLOPT_POSTFIELDSIZE, message.body.count))
            try check(curl_set_text(transfer, CURLOPT_COPYPOSTFIELDS, String(decoding: message.body, as: UTF8.self)))
            try check(curl_easy_perform(transfer))
            var status = 0
            try check(curl_get_status(transfer, &status))
            return status
        }
    }

    package func send(_ letter: Letter, by relay: MailRelay) async throws(Undelivered) {
        _ = try await carried { transfer throws(Undelivered) in
            let list = curl_slist_append(nil, "<\(letter.recipient)>")
            defer { curl_slist_free_all(list) }
            try check(curl_set_text(transfer, CURLOPT_PROTOCOLS_STR, "smtp,smtps"))
            try check(curl_set_text(transfer, CURLOPT_URL, relay.address))
            try check(curl_set_number(transfer, CURLOPT_USE_SSL, relay.isOnThisMachine ? 0 : Int(CURLUSESSL_ALL.rawValue)))
            if let login = relay.login {
                try check(curl_set_text(transfer, CURLOPT_USERNAME, login.user))
                try check(curl_set_text(transfer, CURLOPT_PASSWORD, login.password))
            }
            try check(curl_set_text(transfer, CURLOPT_MAIL_FROM, "<\(relay.sender)>"))
            try check(curl_set_list(transfer, CURLOPT_MAIL_RCPT, list))
            try check(curl_set_number(transfer, CURLOPT_UPLOAD, 1))
            var rest = letter.message(from: relay.sender)[...]
            try withUnsafeMutablePointer(to: &rest) { source throws(Undelivered) in
                try check(curl_set_reading(transfer, { CurlCourier.read($0, $1, $2, $3) }, source))
                try check(curl_easy_perform(transfer))
            }
            return 250
        }
    }

    /// One transfer, from its beginning to its end, on one of the queues.
    func carried(_ carry: @escaping @Sendable (OpaqueHandle) throws(Undelivered) -> Int) async throws(Undelivered) -> Int {
        let result: Result<Int, Undelivered> = await withCheckedContinuation { answer in
            queues[Int.random(in: queues.indices)].async {
                answer.resume(
                    returning: Result { () throws(Undelivered) in
                        guard let transfer = curl_easy_init() else { throw Undelivered("libcurl") }
                        defer { curl_easy_cleanup(transfer) }
                        try check(curl_set_number(transfer, CURLOPT_NOSIGNAL, 1))
                        try check(curl_set_number(transfer, CURLOPT_TIMEOUT, CurlCourier.longest))
                        // What is answered is of no use here.
                        try check(curl_set_writing(transfer) { _, size, count, _ in size * count })
                        return try carry(transfer)
                    })
            }
        }
        return try result.get()
    }

    typealias OpaqueHandle = UnsafeMutableRawPointer

    /// Gives libcurl the next bytes of a letter.
    private static func read(
        _ buffer: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ source: UnsafeMutableRawPointer?
    ) -> Int {
        guard let buffer, let rest = source?.assumingMemoryBound(to: ArraySlice<UInt8>.self) else { return 0 }
        let part = rest.pointee.prefix(size * count)
        part.withUnsafeBytes { UnsafeMutableRawBufferPointer(start: buffer, count: size * count).copyMemory(from: $0) }
        rest.pointee = rest.pointee.dropFirst(part.count)
        return part.count
    }
}

func check(_ code: CURLcode) throws(Undelivered) {
    guard code == CURLE_OK else { throw Undelivered(String(cString: curl_easy_strerror(code))) }
}
