import NIOCore
import STS

/// Ends a connection that more comes over than an answer of AWS's has: headers without end, or the length of a chunk,
/// count too.
final class AnswerLimit: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer

  private let fault: HTTPFailure
  private var left: Int

  init(host: String, bytes: Int) {
    fault = .tooLarge(host: host, limit: bytes)
    left = bytes
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard left >= 0 else { return }
    left -= unwrapInboundIn(data).readableBytes
    guard left < 0 else { return context.fireChannelRead(data) }
    context.fireErrorCaught(fault)
    context.close(promise: nil)
  }

  /// Puts one before all else that a connection has.
  static func adding(host: String, bytes: Int) -> @Sendable (any Channel) -> EventLoopFuture<Void> {
    { channel in
      channel.eventLoop.submit {
        try channel.pipeline.syncOperations.addHandler(
          AnswerLimit(host: host, bytes: bytes), position: .first)
      }
    }
  }
}
