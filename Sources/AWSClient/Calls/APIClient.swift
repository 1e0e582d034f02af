import Foundation

/// A client for services that need no signature: Identity Center, console sign-in, metadata.
package struct APIClient: Sendable {
  package var endpoint: Endpoint
  package var retries: RetryPolicy
  package var timing: Timing
  package var send: RequestSender
  /// Called with the number of each attempt when it begins, from 1.
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
  /// Sends a request, retries it if that is safe and may help, and returns the answer.
  ///
  /// Throws `ServiceError`, or `CancellationError` if the task is cancelled.
  package func call<Operation: APIOperation>(
    _ operation: Operation
  ) async throws -> Operation.Answer {
    var context = operation.context
    context.endpoint = endpoint
    return try await Attempts(
      operation: operation, context: context, retries: retries, timing: timing, send: send,
      tell: tell
    ) { [endpoint] date in operation.request(to: endpoint, at: date) }.answer()
  }
}
