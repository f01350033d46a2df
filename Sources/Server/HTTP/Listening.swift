import Foundation
import Hummingbird
import HummingbirdCore
import HummingbirdHTTP2
import HummingbirdTLS
import Logging
import NIOCore
import NIOSSL

/// Where the house listens, and with what it proves that it is itself.
package struct Listening: Sendable {
    package let host: String
    /// Zero takes any port that is free.
    package let port: Int
    /// The name by which visitors ask for the house, where it is not the address that it listens at: `ceremony.example:443`.
    package let name: String?
    /// Files with the certificate and its chain, and the key, as PEM; nil speaks in the clear, for this machine alone or behind a proxy.
    package let certificate: (chain: String, key: String)?
    package let isBehindProxy: Bool

    /// Why the house cannot be opened, as the system said it.
    package struct Failure: Error {
        package let description: String
    }

    package init(
        host: String, port: Int, name: String? = nil, certificate: (chain: String, key: String)? = nil, isBehindProxy: Bool = false
    ) {
        self.host = host
        self.port = port
        self.name = name
        self.certificate = certificate
        self.isBehindProxy = isBehindProxy
    }

    /// Serves until the process is told to stop; open answers are finished first.
    ///
    /// - Parameter opened: told the address once visitors can come.
    package func serve(_ desk: FrontDesk, opened: @escaping @Sendable (String) async -> Void) async throws(Failure) {
        do {
            let application = Application(
                responder: ServedHouse(desk, names: names, isBehindProxy: isBehindProxy), server: try server(),
                configuration: .init(address: .hostname(host, port: port), backlog: 1024),
                onServerRunning: { channel in
                    let port = channel.localAddress?.port ?? port
                    await opened("\(certificate == nil ? "http" : "https")://\(name ?? "\(host):\(port)")/")
                }, logger: logger)
            try await application.runService()
        } catch {
            throw Failure(description: "\(error)")
        }
    }

    /// Nothing of a visit is logged by what serves it: addresses and cookies are somebody's.
    private var logger: Logger {
        var logger = Logger(label: "chancery") { FailureLog(label: $0) }
        logger.logLevel = .error
        return logger
    }

    private var names: Set<String> {
        guard let name else { return [host.lowercased(), "localhost"] }
        return [ServedHouse.hostname(name)]
    }

    /// Slow and idle visitors are let go; headers are bounded before they are read.
    private func server() throws -> HTTPServerBuilder {
        let plain = HTTP1Channel.Configuration(
            idleTimeout: .seconds(60),
            httpDecoderConfiguration: .init(maxHeaderFieldSize: 8 << 10, maxHeaderListSize: 32 << 10, maxHeaderFieldCount: 64))
        guard let certificate else { return .http1(configuration: plain) }
        var tls = TLSConfiguration.makeServerConfiguration(
            certificateChain: try NIOSSLCertificate.fromPEMFile(certificate.chain).map { .certificate($0) },
            privateKey: .privateKey(try NIOSSLPrivateKey(file: certificate.key, format: .pem)))
        tls.minimumTLSVersion = .tlsv12
        return try .http2Upgrade(
            tlsConfiguration: tls, configuration: .init(idleTimeout: .seconds(60), streamConfiguration: plain))
    }
}
