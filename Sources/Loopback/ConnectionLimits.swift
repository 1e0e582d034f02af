import NIOCore

/// Closes a connection whose request takes too long or is too large.
final class ConnectionLimits: ChannelDuplexHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundIn = ByteBuffer

  private let limits: LoopbackLimits
  private var got = 0
  private var end: Scheduled<Void>?

  init(_ limits: LoopbackLimits) {
    self.limits = limits
  }

  func channelActive(context: ChannelHandlerContext) {
    begin(context)
    context.fireChannelActive()
  }

  func channelInactive(context: ChannelHandlerContext) {
    end?.cancel()
    context.fireChannelInactive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    got += unwrapInboundIn(data).readableBytes
    guard got <= limits.head + limits.body else { return context.close(promise: nil) }
    context.fireChannelRead(data)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    // What comes after the answer is another request.
    begin(context)
    context.write(data, promise: promise)
  }

  private func begin(_ context: ChannelHandlerContext) {
    got = 0
    end?.cancel()
    end = context.eventLoop.assumeIsolated().scheduleTask(in: limits.time) {
      context.close(promise: nil)
    }
  }
}
