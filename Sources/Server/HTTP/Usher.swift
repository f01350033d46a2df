import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Goes with the requests of one connection, or with the one of a stream (HTTP/2), from header to answer: what is asked must come at a fair
/// pace and whole, and what is answered must be taken.
final class Usher: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    /// Why a request is given up.
    private enum Failure: Error { case cutShort }

    private let limits: Patience.Limits
    private var doorman: Doorman?
    private var isStream = false
    private var context: ChannelHandlerContext?
    private var isWatching = false
    private var unanswered = 0
    /// What comes of a request; nil where none is being read.
    private var body: Pace?
    private var read = 0
    /// What is taken of the answer on a stream: of a connection the doorman knows it.
    private var answer: Pace?
    private var unsent = 0
    private var told = (visits: 0, served: 0, read: 0)

    /// Bytes of a request, more than any may send: what is refused for being too large is not listened to for ever.
    private static let longestBody = 17 << 20
    /// Requests of a connection that wait for their answers: browsers send the next when they have the one before.
    private static let mostUnanswered = 8
    /// Bytes of an answer that are given to a stream at once, so that it is seen how they are taken.
    private static let slice = 32 << 10

    init(_ limits: Patience.Limits) { self.limits = limits }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        doorman = try? context.pipeline.syncOperations.handler(type: Doorman.self)
        guard doorman == nil, let connection = context.channel.parent, connection.eventLoop === context.eventLoop else { return }
        isStream = true
        doorman = try? connection.pipeline.syncOperations.handler(type: Doorman.self)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        gone()
        self.context = nil
    }

    func channelInactive(context: ChannelHandlerContext) {
        refuseHalf(context)
        gone()
        context.fireChannelInactive()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case .inputClosed? = event as? ChannelEvent { refuseHalf(context) }
        context.fireUserInboundEventTriggered(event)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(var request):
            unanswered += 1
            body = Pace(limits.pace, at: context.eventLoop.now)
            read = 0
            guard changed(), unanswered <= Usher.mostUnanswered else { return dismiss() }
            if !isStream {
                // The first of two names has been taken for the name, the second stands among the headers: then neither is meant.
                if request.headerFields.contains(where: { $0.name.canonicalName == "host" }) { request.authority = nil }
                if request.headerFields[.expect]?.lowercased() == "100-continue" {
                    context.writeAndFlush(wrapOutboundOut(.head(HTTPResponse(status: .continue))), promise: nil)
                }
            }
            context.fireChannelRead(wrapInboundOut(.head(request)))
            watch(context)
        case .body(let bytes):
            body?.came(bytes.readableBytes)
            read += bytes.readableBytes
            if read > Usher.longestBody { return dismiss() }
            context.fireChannelRead(data)
        case .end:
            body = nil
            _ = changed()
            context.fireChannelRead(data)
        }
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head: context.write(data, promise: promise)
        case .body(let bytes) where isStream && bytes.readableBytes > 0: give(bytes, context, promise)
        case .body: context.write(data, promise: promise)
        case .end:
            context.write(data, promise: promise)
            unanswered = max(0, unanswered - 1)
            _ = changed()
        }
    }

    private func give(_ bytes: ByteBuffer, _ context: ChannelHandlerContext, _ promise: EventLoopPromise<Void>?) {
        var bytes = bytes
        if answer == nil { answer = Pace(limits.pace, at: context.eventLoop.now) }
        unsent += bytes.readableBytes
        while let slice = bytes.readSlice(length: min(bytes.readableBytes, Usher.slice)), slice.readableBytes > 0 {
            let count = slice.readableBytes
            let given = context.eventLoop.makePromise(of: Void.self)
            given.futureResult.assumeIsolated().whenComplete { [weak self] _ in self?.taken(count) }
            if bytes.readableBytes == 0 { given.futureResult.cascade(to: promise) }
            context.write(wrapOutboundOut(.body(slice)), promise: given)
        }
        watch(context)
    }

    private func taken(_ count: Int) {
        unsent -= count
        answer?.came(count)
        guard unsent == 0 else { return }
        answer = nil
        _ = changed()
    }

    /// What comes after would take half a request for a whole one.
    private func refuseHalf(_ context: ChannelHandlerContext) {
        guard body != nil else { return }
        context.fireErrorCaught(Failure.cutShort)
    }

    private func gone() {
        unanswered = 0
        unsent = 0
        body = nil
        answer = nil
        _ = changed()
        doorman = nil
    }

    private func changed() -> Bool {
        let isRead = body != nil
        // What is not taken is still under way: it lies in memory.
        let now = (
            visits: unanswered > 0 || isRead || unsent > 0 ? 1 : 0, served: unanswered > 0 && !isRead ? 1 : 0, read: isRead ? 1 : 0
        )
        guard now != told, let doorman else { return true }
        let before = told
        told = now
        return doorman.changed(visits: now.visits - before.visits, served: now.served - before.served, read: now.read - before.read)
    }

    /// Closes the connection, or the stream alone.
    private func dismiss() { if isStream { context?.close(promise: nil) } else { doorman?.dismiss() } }

    private func watch(_ context: ChannelHandlerContext) {
        guard !isWatching, body != nil || answer != nil else { return }
        isWatching = true
        context.eventLoop.assumeIsolated().scheduleTask(in: limits.look) { [weak self] in
            guard let self, let context = self.context else { return }
            self.isWatching = false
            let now = context.eventLoop.now
            if self.body?.isTooSlow(at: now) ?? false || self.answer?.isTooSlow(at: now) ?? false { return self.dismiss() }
            self.watch(context)
        }
    }
}
