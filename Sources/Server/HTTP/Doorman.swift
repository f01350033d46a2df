import NIOCore
import NIOTLS

/// Stands at the outer end of one connection: lets it in or not, waits for what it owes, and closes it when it is late.
///
/// It closes from outside of what encrypts, which would wait for a farewell from the other side, and hold the descriptor meanwhile.
final class Doorman: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundIn = IOData
    typealias OutboundOut = IOData

    private let doorkeeper: Doorkeeper
    private let limits: Patience.Limits
    private let isSecured: Bool
    private var patience: Patience?
    private var context: ChannelHandlerContext?
    private var written = 0
    /// Requests that are under way, those of them that the house works at, and those that are still being read.
    private var visits = 0
    private var served = 0
    private var read = 0

    /// Bytes that came while the house works at what was asked before, where requests come one after another (HTTP/1).
    private var ahead = 0

    /// Requests of one connection that may be read at once: a browser sends one form at a time.
    private static let mostRead = 16
    /// Bytes that may be sent ahead of an answer: what is not read yet is the sender's to keep.
    private static let mostAhead = 64 << 10

    init(_ doorkeeper: Doorkeeper, _ limits: Patience.Limits, isSecured: Bool) {
        self.doorkeeper = doorkeeper
        self.limits = limits
        self.isSecured = isSecured
    }

    /// - Parameter onlyIfServed: whether to close it only where nothing that was written for it still waits.
    static func dismiss(_ channel: any Channel, onlyIfServed: Bool = false) {
        channel.eventLoop.execute {
            guard let doorman = try? channel.pipeline.syncOperations.handler(type: Doorman.self) else { return channel.close(promise: nil) }
            if onlyIfServed, doorman.served > 0 || doorman.unsent > 0 { return }
            doorman.dismiss()
        }
    }

    func dismiss() { context?.close(promise: nil) }

    func handlerAdded(context: ChannelHandlerContext) { self.context = context }
    func handlerRemoved(context: ChannelHandlerContext) { self.context = nil }

    func channelActive(context: ChannelHandlerContext) {
        let now = context.eventLoop.now
        guard doorkeeper.admits(context.channel, at: now) else {
            context.close(promise: nil)
            return
        }
        patience = Patience(limits, isSecured: isSecured, at: now)
        watch(context)
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        doorkeeper.left(context.channel)
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        patience?.heard(at: context.eventLoop.now)
        if served > 0, !(patience?.isShared ?? false) {
            ahead += unwrapInboundIn(data).readableBytes
            guard ahead <= Doorman.mostAhead else { return dismiss() }
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        written += unwrapOutboundIn(data).readableBytes
        context.write(data, promise: promise)
    }

    func secured(isShared: Bool) {
        guard let context else { return }
        patience?.secured(isShared: isShared, at: context.eventLoop.now)
    }

    /// What became of the requests of one usher, against before.
    ///
    /// - Returns: whether there is room for as many.
    func changed(visits: Int, served: Int, read: Int) -> Bool {
        guard let context else { return true }
        let now = context.eventLoop.now
        let (hadVisits, wasServed) = (self.visits > 0, self.served > 0)
        self.visits += visits
        self.served += served
        self.read += read
        if self.served == 0 { ahead = 0 }
        let hasRoom = visits == 0 || doorkeeper.visits(context.channel, visits, at: now)
        if self.visits > 0, !hadVisits { patience?.visitBegan() }
        if self.visits == 0, hadVisits { patience?.visitEnded(at: now) }
        if (self.served > 0) != wasServed { doorkeeper.waits(context.channel, since: wasServed ? now : nil) }
        return hasRoom && self.read <= Doorman.mostRead
    }

    private var unsent: Int { (try? context?.channel.syncOptions?.getOption(.bufferedWritableBytes)) ?? 0 }

    private func watch(_ context: ChannelHandlerContext) {
        context.eventLoop.assumeIsolated().scheduleTask(in: limits.look) { [weak self] in
            guard let self, let context = self.context, context.channel.isActive else { return }
            let isLate = self.patience?.isExhausted(at: context.eventLoop.now, written: self.written, unsent: self.unsent) ?? false
            if isLate { context.close(promise: nil) } else { self.watch(context) }
        }
    }
}

/// Stands behind what encrypts, and tells the doorman when both sides have agreed on keys.
final class Greeter: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer

    private let doorman: Doorman

    init(_ doorman: Doorman) { self.doorman = doorman }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case .handshakeCompleted(let spoken)? = event as? TLSUserEvent { doorman.secured(isShared: spoken == "h2") }
        context.fireUserInboundEventTriggered(event)
    }
}
