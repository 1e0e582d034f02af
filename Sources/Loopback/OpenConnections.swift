import NIOCore
import Synchronization

/// The connections that are open, none of which has been answered yet.
///
/// Whoever knows what to ask for asks at once, and so is never the oldest of many.
final class OpenConnections: Sendable {
  private let limit: Int
  private let channels = Mutex<[any Channel]>([])

  init(limit: Int) {
    self.limit = limit
  }

  /// Counts one in, and closes the oldest where there are too many.
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
