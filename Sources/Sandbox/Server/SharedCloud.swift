import Foundation
import STS
import Synchronization

/// One cloud for all connections, asked by one at a time.
final class SharedFakeAWS: Sendable {
  private let fakeAWS: Mutex<FakeAWS>

  init(_ cloud: FakeAWS) {
    self.fakeAWS = Mutex(cloud)
  }

  func exchange(_ request: HTTPRequest, at now: Date) -> (
    response: HTTPResponse, call: RecordedCall
  ) {
    fakeAWS.withLock { $0.exchange(request, at: now) }
  }
}
