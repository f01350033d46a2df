import NIOCore

/// Stands where connections are accepted, and holds the next one back while too many that were turned away are still being closed.
///
/// It waits hundredths of a second, never until somebody leaves of their own will: those who are turned away have no say in it.
final class Threshold: ChannelDuplexHandler {
    typealias InboundIn = any Channel
    typealias InboundOut = any Channel
    typealias OutboundIn = Never
    typealias OutboundOut = Never

    /// Connections that may be open at once, with those that are about to be closed.
    private let most: Int
    private var open = 0
    private var isHeld = false

    init(most: Int) { self.most = most }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        open += 1
        let loop = context.eventLoop
        let box = NIOLoopBound(self, eventLoop: loop)
        unwrapInboundIn(data).closeFuture.hop(to: loop).whenComplete { _ in box.value.open -= 1 }
        context.fireChannelRead(data)
    }

    func read(context: ChannelHandlerContext) {
        guard open >= most else { return context.read() }
        guard !isHeld else { return }
        isHeld = true
        context.eventLoop.assumeIsolated().scheduleTask(in: .milliseconds(10)) {
            self.isHeld = false
            if context.channel.isActive { self.read(context: context) }
        }
    }
}
