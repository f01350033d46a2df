import HummingbirdCore
import Logging
import NIOCore
import NIOSSL

/// What carries requests, behind the house's own door.
struct Doorway<Inner: ServerChildChannel>: ServerChildChannel {
    private let inner: Inner
    private let doorkeeper: Doorkeeper
    private let limits: Patience.Limits
    private let isSecure: Bool

    init(_ inner: Inner, _ doorkeeper: Doorkeeper, _ limits: Patience.Limits, isSecure: Bool) {
        self.inner = inner
        self.doorkeeper = doorkeeper
        self.limits = limits
        self.isSecure = isSecure
    }

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Inner.Value> {
        do {
            try channel.pipeline.syncOperations.addHandler(Doorman(doorkeeper, limits, isSecured: !isSecure))
        } catch { return channel.eventLoop.makeFailedFuture(error) }
        return inner.setup(channel: channel, logger: logger).flatMapThrowing { value in
            if isSecure {
                let pipeline = channel.pipeline.syncOperations
                let secure = try pipeline.handler(type: NIOSSLServerHandler.self)
                try pipeline.addHandler(Greeter(pipeline.handler(type: Doorman.self)), position: .after(secure))
            }
            return value
        }.flatMapErrorThrowing { error in
            // Nobody else closes what could not be set up.
            channel.close(promise: nil)
            throw error
        }
    }

    func handle(value: Inner.Value, logger: Logger) async { await inner.handle(value: value, logger: logger) }
}
