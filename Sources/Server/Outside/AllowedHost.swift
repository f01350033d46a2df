import Foundation

/// A host that webhooks may tell, as whoever serves the house has named it: `hub.example`, `hub.example:8443`, and where it lies within one's
/// own walls `hub.example=10.0.0.5`, with the address at which it is.
package struct AllowedHost: Hashable, Sendable {
    /// A name, or an address by itself.
    let host: String
    /// Nil for the one of its scheme.
    let port: Int?
    /// The only address to which messages go; nil where the name is looked up.
    let address: String?

    /// Nil where it is no host: an empty name, a port or an address that is none.
    package init?(_ spelled: String) {
        let halves = spelled.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let parts = URLComponents(string: "https://\(halves[0].lowercased())"), let host = parts.host, !host.isEmpty,
            parts.path.isEmpty,
            parts.user == nil, parts.query == nil, parts.fragment == nil, parts.port.map({ (1...65_535).contains($0) }) ?? true
        else { return nil }
        guard halves.count == 1 || NetworkAddress.bytes(of: halves[1]) != nil else { return nil }
        self.host = host
        port = parts.port
        address = halves.count == 1 ? nil : halves[1]
    }

    /// As administrators read it.
    var name: String { port.map { "\(host):\($0)" } ?? host }

    /// Whether this host is on this very machine, where nothing is read on the way.
    private var isHere: Bool { ["127.0.0.1", "localhost", "[::1]"].contains(host) }

    /// How a system at an address is reached, if it is this host's: over TLS or on this machine, at the port that was named or the scheme's own,
    /// and with nothing in the address that is not seen.
    package func reach(_ address: String) -> Reach? {
        guard address.utf8.allSatisfy({ (0x21...0x7E).contains($0) }), let parts = URLComponents(string: address), parts.user == nil,
            parts.password == nil, parts.fragment == nil, parts.host?.lowercased() == host
        else { return nil }
        let own: Int
        switch parts.scheme {
        case "https": own = 443
        case "http" where isHere: own = 80
        default: return nil
        }
        let asked = parts.port ?? own
        guard asked == port ?? own else { return nil }
        let literal = NetworkAddress.bytes(of: host.filter { $0 != "[" && $0 != "]" }) == nil ? nil : host
        return Reach(host: host, port: asked, address: self.address ?? (host == "localhost" ? "127.0.0.1" : literal))
    }
}

/// To where in the network a message goes: what its name is looked up as is looked up once, and to nothing else it is sent.
package struct Reach: Hashable, Sendable {
    let host: String
    let port: Int
    /// Where it is known beforehand; nil where the name is looked up, and only what everybody can reach is taken.
    let address: String?

    /// The addresses as libcurl is told them.
    ///
    /// - Parameter lookUp: every address of a name.
    package func addresses(_ lookUp: (String) -> [String] = NetworkAddress.lookUp) throws(Undelivered) -> [String] {
        let found = address.map { [$0] } ?? lookUp(host).filter { NetworkAddress.bytes(of: $0).map(NetworkAddress.isPublic) ?? false }
        guard !found.isEmpty else { throw Undelivered("\(host): no public address") }
        return found.map { $0.contains(":") && !$0.hasPrefix("[") ? "[\($0)]" : $0 }
    }
}

/// Addresses of the network by their bytes.
package enum NetworkAddress {
    /// Four of the older protocol or sixteen of the newer; nil for what is neither.
    package static func bytes(of text: String) -> [UInt8]? {
        var (old, new) = (in_addr(), in6_addr())
        if inet_pton(AF_INET, text, &old) == 1 { return withUnsafeBytes(of: &old) { Array($0) } }
        if inet_pton(AF_INET6, text, &new) == 1 { return withUnsafeBytes(of: &new) { Array($0) } }
        return nil
    }

    /// Networks of the older protocol that are not everybody's: each by its first bytes and how many bits of them count (RFC 6890).
    private static let ownOld: [(first: [UInt8], bits: Int)] = [
        ([0], 8), ([10], 8), ([100, 64], 10), ([127], 8), ([169, 254], 16), ([172, 16], 12), ([192, 0, 0], 24), ([192, 0, 2], 24),
        ([192, 88, 99], 24), ([192, 168], 16), ([198, 18], 15), ([198, 51, 100], 24), ([203, 0, 113], 24), ([224], 4), ([240], 4),
    ]
    /// Of the newer, within 2000::/3, which is all of it that is given out: tunnels, whose ends lie anywhere, and examples.
    private static let ownNew: [(first: [UInt8], bits: Int)] = [
        ([0x20, 0x01, 0, 0], 23), ([0x20, 0x01, 0x0D, 0xB8], 32), ([0x20, 0x02], 16), ([0x3F, 0xFF], 20),
    ]

    /// Whether everybody can reach it: no network of one's own, of this machine or of this link, and nothing that stands for one.
    package static func isPublic(_ bytes: [UInt8]) -> Bool {
        if bytes.count == 4 { return !ownOld.contains { lies(bytes, within: $0.first, $0.bits) } }
        return lies(bytes, within: [0x20], 3) && !ownNew.contains { lies(bytes, within: $0.first, $0.bits) }
    }

    private static func lies(_ bytes: [UInt8], within first: [UInt8], _ bits: Int) -> Bool {
        (0..<bits).allSatisfy { bit in
            let mask = UInt8(0x80) >> UInt8(bit % 8)
            return bytes[bit / 8] & mask == (bit / 8 < first.count ? first[bit / 8] : 0) & mask
        }
    }

    /// Every address of a name, asked of this machine's resolver.
    package static func lookUp(_ name: String) -> [String] {
        var list: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(name, nil, nil, &list) == 0 else { return [] }
        defer { freeaddrinfo(list) }
        var found: [String] = []
        var next = list
        while let one = next?.pointee {
            var text = [CChar](repeating: 0, count: 256)
            if getnameinfo(one.ai_addr, one.ai_addrlen, &text, socklen_t(text.count), nil, 0, NI_NUMERICHOST) == 0 {
                let address = String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
                if !found.contains(address) { found.append(address) }
            }
            next = one.ai_next
        }
        return found
    }
}
