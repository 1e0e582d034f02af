import Foundation

/// Asks a service that wants no signature: Identity Center, console sign-in, metadata.
package struct APIClient: Sendable {
  package var endpoint: Endpoint
  package var retries: RetryPolicy
  package var timing: Timing
  package var send: RequestSender
  /// Told the number of each attempt as it begins, from 1.
  package var tell: @Sendable (_ attempt: Int) -> Void = { _ in }

  package init(
    endpoint: Endpoint, retries: RetryPolicy = RetryPolicy(), timing: Timing = .system,
    send: @escaping RequestSender
  ) {
    self.endpoint = endpoint
    self.retries = retries
    self.timing = timing
    self.send = send
  }
}

extension APIClient {
  /// Asks, again where that is safe and promising, and gives the answer.
  ///
  /// Throws `ServiceError`, or `CancellationError` where the task is cancelled.
  package func call<Operation: APIOperation>(
    _ operation: Operation
  ) async throws -> Operation.Answer {
    var asked = operation.context
    asked.endpoint = endpoint
    return try await Attempts(
      operation: operation, context: asked, retries: retries, timing: timing, send: send,
      tell: tell
    ) { [endpoint] date in operation.request(to: endpoint, at: date) }.answer()
  }
}
