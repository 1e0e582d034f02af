import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix
import STS

/// Sends requests with a client of their own each: a switch makes two or three, hosts apart.
func liveSend(proxies: Proxies) -> Send {
  { request in
    let host = URLComponents(string: request.url)?.host ?? request.url
    let client = HTTPClient(
      eventLoopGroupProvider: .singleton, configuration: configuration(request.url, proxies))
    do {
      let response = try await exchange(request, host: host, with: client)
      try? await client.shutdown()
      return response
    } catch {
      try? await client.shutdown()
      throw failure(error, host: host)
    }
  }
}

private let answerLimit = 1 << 20
private let answerSeconds = 30

private func configuration(_ url: String, _ proxies: Proxies) -> HTTPClient.Configuration {
  var configuration = HTTPClient.Configuration(
    redirectConfiguration: .disallow,
    timeout: .init(connect: .seconds(10), read: .seconds(Int64(answerSeconds))))
  configuration.httpVersion = .http1Only
  // A refused connection is an answer too; trying again is the caller's to decide.
  configuration.connectionPool.retryConnectionEstablishment = false
  configuration.proxy = proxies.proxy(for: url).map { .server(host: $0.host, port: $0.port) }
  return configuration
}

private func exchange(
  _ request: STS.HTTPRequest, host: String, with client: HTTPClient
) async throws -> STS.HTTPResponse {
  var sent = HTTPClientRequest(url: request.url)
  sent.method = .init(rawValue: request.method)
  for header in request.headers { sent.headers.add(name: header.name, value: header.value) }
  sent.body = .bytes(request.body)
  let answer = try await client.execute(sent, timeout: .seconds(Int64(answerSeconds)))
  let length = answer.headers.first(name: "content-length").flatMap(Int.init) ?? 0
  guard length <= answerLimit else { throw HTTPFailure.tooLarge(host: host, limit: answerLimit) }
  let body = try await answer.body.collect(upTo: answerLimit)
  return STS.HTTPResponse(
    status: Int(answer.status.code),
    headers: answer.headers.map { HTTPHeader($0.name, $0.value) },
    body: Array(body.readableBytesView))
}

private func failure(_ error: any Error, host: String) -> any Error {
  switch error {
  case is CancellationError, is HTTPFailure: error
  case let error as HTTPClientError where isTimeout(error):
    HTTPFailure.timedOut(host: host, seconds: answerSeconds)
  case let error as HTTPClientError where error == .cancelled: CancellationError()
  case is NIOTooManyBytesError: HTTPFailure.tooLarge(host: host, limit: answerLimit)
  case let error as HTTPClientError where error == .remoteConnectionClosed:
    HTTPFailure.broken(host: host, reason: "the connection was closed before the answer was whole")
  case let error as NIOConnectionError:
    HTTPFailure.unreachable(
      host: host,
      reason: error.connectionErrors.first.map { "\($0.error)" } ?? "no address answered")
  case let error as IOError where error.errnoCode == ECONNRESET || error.errnoCode == EPIPE:
    HTTPFailure.broken(host: host, reason: "the connection was reset")
  default: HTTPFailure.unreachable(host: host, reason: words(error))
  }
}

/// The system's word for a failure, without NIO's around it.
private func words(_ error: any Error) -> String {
  guard let error = error as? IOError else { return "\(error)" }
  return String(cString: strerror(error.errnoCode)).lowercased()
}

private func lookup(_ error: NIOConnectionError) -> String {
  error.dnsAError == nil && error.dnsAAAAError == nil
    ? "no address answered" : "its name has no address"
}

private func isTimeout(_ error: HTTPClientError) -> Bool {
  [.connectTimeout, .deadlineExceeded, .readTimeout].contains(error)
}
