import Foundation
import Hummingbird
import HummingbirdCore
import HummingbirdHTTP2
import HummingbirdTLS
package import Ledger
import Logging
import NIOCore
import NIOSSL
import ServiceLifecycle
import UnixSignals

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
    /// Files and connections that this process may have open.
    package let descriptors: Int

    /// Why the house cannot be opened, as the system said it.
    package struct Failure: Error {
        package let description: String
    }

    package init(
        host: String, port: Int, name: String? = nil, certificate: (chain: String, key: String)? = nil, isBehindProxy: Bool = false,
        descriptors: Int
    ) {
        self.host = host
        self.port = port
        self.name = name
        self.certificate = certificate
        self.isBehindProxy = isBehindProxy
        self.descriptors = descriptors
    }

    /// Serves until the process is told to stop; open answers are finished first.
    ///
    /// - Parameters:
    ///   - opened: told the address once visitors can come.
    ///   - overdue: told where the house was told to stop and does not come to its end, just before the process is ended.
    package func serve(
        _ desk: FrontDesk, sleep: Sleep, opened: @escaping @Sendable (String) async -> Void, overdue: @escaping @Sendable () -> Void
    ) async throws(Failure) {
        let doorkeeper = Doorkeeper(places)
        let closing = Closing(doorkeeper, sleep: sleep)
        let lastCall = LastCall(overdue: overdue)
        defer {
            closing.ended()
            lastCall.cancel()
        }
        do {
            let application = Application(
                responder: ServedHouse(desk, doorkeeper, names: names, isBehindProxy: isBehindProxy), server: try server(doorkeeper),
                configuration: .init(address: .hostname(host, port: port), backlog: 1024),
                onServerRunning: { channel in
                    try? await channel.eventLoop.submit {
                        try channel.pipeline.syncOperations.addHandler(Threshold(most: places.inAll + Listening.closing), position: .first)
                    }.get()
                    let port = channel.localAddress?.port ?? port
                    await opened("\(certificate == nil ? "http" : "https")://\(name ?? "\(host):\(port)")/")
                }, logger: logger)
            // The last of them is stopped first.
            try await ServiceGroup(
                configuration: .init(
                    services: [application, closing], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
            ).run()
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
        return [HostName(name)?.name ?? name.lowercased()]
    }

    /// Connections beyond the places that may be open for the moment in which they are closed: half of what the house keeps for itself.
    private static let closing = 32
    /// The share of one network: many people may sit behind one address, and none of them fills the house.
    private static let ofNetwork = 8
    private static let fewestOfNetwork = 32

    /// Behind a proxy all come from its address: then only the whole bound says anything.
    private var places: Places.Bounds {
        let inAll = Descriptors.places(of: descriptors, threads: System.coreCount)
        let ofNetwork = min(inAll, max(Listening.fewestOfNetwork, inAll / Listening.ofNetwork))
        // It is the proxy that holds what its visitors do not take.
        guard !isBehindProxy else { return Places.Bounds(inAll: inAll, ofNetwork: inAll, visitsOfNetwork: inAll, visitsInAll: inAll) }
        return Places.Bounds(inAll: inAll, ofNetwork: ofNetwork)
    }

    /// Slow and idle visitors are let go by the door; headers are bounded before they are read.
    ///
    /// What HTTP/2 adds is bounded by what speaks it, for each connection: 100 streams at once, 200 of them reset and 200 frames without a
    /// request in half a minute, five continuations of a header, 16 KiB of headers.
    private func server(_ doorkeeper: Doorkeeper) throws -> HTTPServerBuilder {
        let limits = Patience.Limits()
        let plain = HTTP1Channel.Configuration(
            additionalChannelHandlers: [Usher(limits)],
            httpDecoderConfiguration: .init(maxHeaderFieldSize: 8 << 10, maxHeaderListSize: 32 << 10, maxHeaderFieldCount: 64))
        guard let certificate else {
            return HTTPServerBuilder { responder in
                Doorway(HTTP1Channel(responder: responder, configuration: plain), doorkeeper, limits, isSecure: false)
            }
        }
        var tls = TLSConfiguration.makeServerConfiguration(
            certificateChain: try NIOSSLCertificate.fromPEMFile(certificate.chain).map { .certificate($0) },
            privateKey: .privateKey(try NIOSSLPrivateKey(file: certificate.key, format: .pem)))
        tls.minimumTLSVersion = .tlsv12
        let secure = tls
        return HTTPServerBuilder { responder in
            let inner = try HTTP2UpgradeChannel(
                tlsConfiguration: secure, configuration: .init(idleTimeout: .seconds(50), streamConfiguration: plain), responder: responder)
            return Doorway(inner, doorkeeper, limits, isSecure: true)
        }
    }
}
