package import AWSClient
package import Foundation
package import Secrets

/// Asks STS at one endpoint with one set of keys; it can be copied and changed like any value.
package struct STSClient: Sendable {
  package var endpoint: Endpoint
  /// Nil only for operations that are not signed.
  package var keys: AWSCredentials?
  /// Whose keys these are, as the user would say it: named in failures.
  package var caller: String?
  package var retries: RetryPolicy
  package var timing: Timing
  package var send: RequestSender
  /// Told the number of each attempt as it begins, from 1.
  package var tell: @Sendable (_ attempt: Int) -> Void = { _ in }

  package init(
    endpoint: Endpoint, keys: AWSCredentials?, caller: String? = nil,
    retries: RetryPolicy = RetryPolicy(),
    timing: Timing = .system, send: @escaping RequestSender
  ) {
    self.endpoint = endpoint
    self.keys = keys
    self.caller = caller
    self.retries = retries
    self.timing = timing
    self.send = send
  }
}

extension STSClient {
  /// Asks, again where that is safe and promising, and gives the answer.
  ///
  /// Throws `ServiceError`, or `CancellationError` where the task is cancelled.
  package func call<Operation: STSOperation>(
    _ operation: Operation
  ) async throws -> Operation.Answer {
    try await Attempts(
      operation: operation, context: context(operation), retries: retries, timing: timing,
      send: send,
      tell: tell
    ) { request(operation, at: $0) }.answer()
  }

  /// The request as it goes out at a time: signed, unless the operation needs no signature.
  package func request(_ operation: some STSOperation, at date: Date) -> HTTPRequest {
    let request = operation.request(to: endpoint, at: date)
    guard type(of: operation).isSigned, let keys else { return request }
    return signed(request, keys: keys, region: endpoint.signingRegion, service: "sts", at: date)
  }

  private func context<Operation: STSOperation>(_ operation: Operation) -> RequestContext {
    var asked = operation.context
    asked.caller = caller
    asked.accessKeyID = Operation.isSigned ? keys?.accessKeyID : nil
    asked.endpoint = endpoint
    return asked
  }
}
