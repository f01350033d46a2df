import Foundation
import Ledger

/// A letter to one office: words alone, in every language that it should be read in.
package struct Letter: Sendable {
    package let recipient: String
    let subject: String
    let text: String
    let date: Instant
    /// By what the letter is known; no other letter has it.
    let name: String

    /// The letter as mail systems carry it (RFC 5322, RFC 2045 and 2047).
    package func message(from sender: String) -> [UInt8] {
        let host = sender.split(separator: "@").last.map(String.init) ?? "localhost"
        let body = Data(text.utf8).base64EncodedString(options: [.lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed])
        let lines = [
            "From: Chancery <\(sender)>", "To: <\(recipient)>", "Subject: \(Letter.encoded(subject))", "Date: \(Letter.written(date))",
            "Message-ID: <\(name)@\(host)>", "Auto-Submitted: auto-generated", "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64", "", body, "",
        ]
        return Array(lines.joined(separator: "\r\n").utf8)
    }

    /// Words that are not ASCII, in pieces of whole characters that each fit on a line.
    private static func encoded(_ words: String) -> String {
        var pieces: [String] = []
        var piece = ""
        for character in words {
            if piece.utf8.count + String(character).utf8.count > 36 {
                pieces.append(piece)
                piece = ""
            }
            piece.append(character)
        }
        return (pieces + [piece]).map { "=?utf-8?B?\(Data($0.utf8).base64EncodedString())?=" }.joined(separator: "\r\n ")
    }

    private static func written(_ moment: Instant) -> String {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = .gmt
        formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss '+0000'"
        return formatter.string(from: Date(timeIntervalSince1970: Double(moment.milliseconds) / 1000))
    }
}
