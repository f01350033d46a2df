/// The name and port that somebody asks for (RFC 9110, 7.2): `ceremony.example:8443`, `[::1]:8080`.
package struct HostName: Hashable {
    /// In small letters, an address without its brackets.
    package let name: String
    package let port: Int?

    /// Nil where it is no such name: an account before it, a path behind it, a character that no name has.
    package init?(_ authority: String) {
        let rest: Substring
        if authority.hasPrefix("[") {
            guard let end = authority.firstIndex(of: "]") else { return nil }
            let address = authority[authority.index(after: authority.startIndex)..<end]
            guard !address.isEmpty, address.allSatisfy({ $0.isASCII && ($0.isHexDigit || $0 == ":" || $0 == ".") }) else { return nil }
            name = address.lowercased()
            rest = authority[authority.index(after: end)...]
        } else {
            let end = authority.firstIndex(of: ":") ?? authority.endIndex
            let word = authority[..<end]
            guard !word.isEmpty, word.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "-._".contains($0)) }) else { return nil }
            name = word.lowercased()
            rest = authority[end...]
        }
        guard !rest.isEmpty else {
            port = nil
            return
        }
        let digits = rest.dropFirst()
        guard rest.first == ":", digits.allSatisfy({ ("0"..."9").contains($0) }) else { return nil }
        port = Int(digits)
        guard digits.isEmpty || port.map({ $0 <= 65535 }) ?? false else { return nil }
    }

    /// Whether a form that comes from there (`https://ceremony.example:8443`) is one of ours.
    package func isOrigin(_ origin: String) -> Bool {
        guard let end = origin.firstRange(of: "://"), let other = HostName(String(origin[end.upperBound...])) else { return false }
        let usual: Int
        switch origin[..<end.lowerBound].lowercased() {
        case "http": usual = 80
        case "https": usual = 443
        default: return false
        }
        return other.name == name && (other.port ?? usual) == (port ?? usual)
    }
}
