import Server
import Testing

@Suite struct `A host that may be told` {
    private func reach(_ allowed: String, _ address: String) -> Reach? { AllowedHost(allowed)?.reach(address) }

    @Test(arguments: [
        "", ":443", "=10.0.0.5", "hub.example=", "hub.example=nowhere", "hub.example:0", "hub.example:x", "me@hub.example", "hub.example/a",
    ])
    func `is a name, and nothing else is taken for one`(spelled: String) { #expect(AllowedHost(spelled) == nil) }

    @Test func `is told at the port that was named, or at the scheme's own`() {
        #expect(reach("hub.example", "https://hub.example/told") != nil)
        #expect(reach("hub.example", "https://HUB.example:443/told") != nil)
        #expect(reach("hub.example", "https://hub.example:8443/told") == nil)
        #expect(reach("hub.example:8443", "https://hub.example:8443/told") != nil)
        #expect(reach("hub.example:8443", "https://hub.example/told") == nil)
        #expect(reach("hub.example", "http://hub.example/told") == nil)
        #expect(reach("127.0.0.1:9000", "http://127.0.0.1:9000/told") != nil)
        #expect(reach("127.0.0.1", "http://127.0.0.1:9000/told") == nil)
    }

    @Test func `is looked up once, and never to an address within the walls unless that was named`() throws {
        let outer = try #require(reach("hub.example", "https://hub.example/"))
        #expect(try outer.addresses { _ in ["10.0.0.5", "8.8.8.8", "::1", "2606:4700::1111"] } == ["8.8.8.8", "[2606:4700::1111]"])
        #expect(throws: Undelivered.self) { try outer.addresses { _ in ["10.0.0.5", "fe80::1%eth0"] } }
        #expect(throws: Undelivered.self) { try outer.addresses { _ in [] } }
        let inner = try #require(reach("hub.example=10.0.0.5", "https://hub.example/"))
        #expect(try inner.addresses { _ in ["8.8.8.8"] } == ["10.0.0.5"])
    }

    @Test(arguments: [
        "0.0.0.0", "10.1.2.3", "100.64.0.1", "100.127.255.255", "127.0.0.1", "169.254.169.254", "172.16.0.1", "172.31.255.255",
        "192.168.0.1",
        "192.0.2.1", "198.18.0.1", "198.19.255.255", "224.0.0.1", "255.255.255.255", "::", "::1", "::ffff:8.8.8.8", "::ffff:127.0.0.1",
        "fe80::1",
        "fc00::1", "fd12::1", "ff02::1", "64:ff9b::7f00:1", "2001:db8::1", "2001::1", "2002:7f00:1::",
    ])
    func `is not reached where only some can be`(address: String) throws {
        #expect(!NetworkAddress.isPublic(try #require(NetworkAddress.bytes(of: address))))
    }

    @Test(arguments: ["8.8.8.8", "100.63.255.255", "100.128.0.1", "172.15.0.1", "172.32.0.1", "198.17.0.1", "2606:4700::1111", "2a00::1"])
    func `is reached where everybody can be`(address: String) throws {
        #expect(NetworkAddress.isPublic(try #require(NetworkAddress.bytes(of: address))))
    }
}
