import AWSClient
import NIOCore

/// Closes a connection once it has received more bytes than any answer of AWS.
///
/// Headers and the lengths of chunks count, too, since they can be endless.
final class ResponseSizeLimit: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer

  private let error: HTTPError
  private var left: Int

  init(host: String, bytes: Int) {
    error = .tooLarge(host: host, limit: bytes)
    left = bytes
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard left >= 0 else { return }
    left -= unwrapInboundIn(data).readableBytes
    guard left < 0 else { return context.fireChannelRead(data) }
    context.fireErrorCaught(error)
    context.close(promise: nil)
  }

  /// A function that adds the limit before all other handlers of a connection.
  static func adding(host: String, bytes: Int) -> @Sendable (any Channel) -> EventLoopFuture<Void> {
    { channel in
      channel.eventLoop.submit {
        try channel.pipeline.syncOperations.addHandler(
          ResponseSizeLimit(host: host, bytes: bytes), position: .first)
      }
    }
  }
}
