package import AWSClient
package import Foundation
package import Secrets

/// A client for one STS endpoint with one set of credentials; a value that can be copied and
/// changed.
package struct STSClient: Sendable {
  package var endpoint: Endpoint
  /// Nil only for operations that are not signed.
  package var credentials: AWSCredentials?
  /// The user's name for the owner of the credentials, for error messages.
  package var caller: String?
  package var retries: RetryPolicy
  package var timing: Timing
  package var send: RequestSender
  /// Called with the number of each attempt when it begins, from 1.
  package var tell: @Sendable (_ attempt: Int) -> Void = { _ in }

  package init(
    endpoint: Endpoint, credentials: AWSCredentials?, caller: String? = nil,
    retries: RetryPolicy = RetryPolicy(),
    timing: Timing = .system, send: @escaping RequestSender
  ) {
    self.endpoint = endpoint
    self.credentials = credentials
    self.caller = caller
    self.retries = retries
    self.timing = timing
    self.send = send
  }
}

extension STSClient {
  /// Sends a request, retries it if that is safe and may help, and returns the answer.
  ///
  /// Throws `ServiceError`, or `CancellationError` if the task is cancelled.
  package func call<Operation: STSOperation>(
    _ operation: Operation
  ) async throws -> Operation.Answer {
    try await Attempts(
      operation: operation, context: context(operation), retries: retries, timing: timing,
      send: send, tell: tell
    ) { request(operation, at: $0) }.answer()
  }

  /// The request for a given time, signed unless the operation needs no signature.
  package func request(_ operation: some STSOperation, at date: Date) -> HTTPRequest {
    let request = operation.request(to: endpoint, at: date)
    guard type(of: operation).isSigned, let credentials else { return request }
    return signed(
      request, credentials: credentials, region: endpoint.signingRegion, service: "sts", at: date)
  }

  private func context<Operation: STSOperation>(_ operation: Operation) -> RequestContext {
    var context = operation.context
    context.caller = caller
    context.accessKeyID = Operation.isSigned ? credentials?.accessKeyID : nil
    context.endpoint = endpoint
    return context
  }
}
