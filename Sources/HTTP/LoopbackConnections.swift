import NIOCore
import Synchronization

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
    guard receivedBytes <= limits.maxHeadBytes + limits.maxBodyBytes else {
      return context.close(promise: nil)
    }
    context.fireChannelRead(data)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    // After the response, another request begins.
    restart(context)
    context.write(data, promise: promise)
  }

  private func restart(_ context: ChannelHandlerContext) {
    receivedBytes = 0
    timeout?.cancel()
    let limit = TimeAmount(limits.timeout)
    timeout = context.eventLoop.assumeIsolated().scheduleTask(in: limit) {
      context.close(promise: nil)
    }
  }
}

/// The open connections of a server.
///
/// A legitimate client sends its request at once, so that its connection is never the oldest of
/// many.
final class OpenConnections: Sendable {
  private let limit: Int
  private let channels = Mutex<[any Channel]>([])

  init(limit: Int) {
    self.limit = limit
  }

  /// Adds a connection, and closes the oldest if there are too many.
  func add(_ channel: any Channel) {
    let oldest: (any Channel)? = channels.withLock { channels in
      channels.append(channel)
      return channels.count > limit ? channels.removeFirst() : nil
    }
    oldest?.close(mode: .all, promise: nil)
    channel.closeFuture.whenComplete { [self] _ in remove(channel) }
  }

  private func remove(_ channel: any Channel) {
    channels.withLock { channels in channels.removeAll { $0 === channel } }
  }
}
