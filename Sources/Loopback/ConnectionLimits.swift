import NIOCore

/// Closes a connection whose request takes too long or is too large.
final class ConnectionLimits: ChannelDuplexHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundIn = ByteBuffer

  private let limits: LoopbackLimits
  private var receivedBytes = 0
  private var timeout: Scheduled<Void>?

  init(_ limits: LoopbackLimits) {
    self.limits = limits
  }

  func channelActive(context: ChannelHandlerContext) {
    restart(context)
    context.fireChannelActive()
  }

  func channelInactive(context: ChannelHandlerContext) {
    timeout?.cancel()
    context.fireChannelInactive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    receivedBytes += unwrapInboundIn(data).readableBytes
    guard receivedBytes <= limits.head + limits.body else { return context.close(promise: nil) }
    context.fireChannelRead(data)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    // What comes after the answer is another request.
    restart(context)
    context.write(data, promise: promise)
  }

  private func restart(_ context: ChannelHandlerContext) {
    receivedBytes = 0
    timeout?.cancel()
    timeout = context.eventLoop.assumeIsolated().scheduleTask(in: limits.time) {
      context.close(promise: nil)
    }
  }
}
