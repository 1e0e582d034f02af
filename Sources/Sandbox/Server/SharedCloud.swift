import Foundation
import STS
import Synchronization

/// One cloud for all connections, asked by one at a time.
final class SharedCloud: Sendable {
  private let cloud: Mutex<Cloud>

  init(_ cloud: Cloud) {
    self.cloud = Mutex(cloud)
  }

  func exchange(_ request: HTTPRequest, at now: Date) -> (response: HTTPResponse, call: Call) {
    cloud.withLock { $0.exchange(request, at: now) }
  }
}
