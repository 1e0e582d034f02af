package import AWSClient
import AsyncHTTPClient
import Files
import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import Secrets

/// Sends requests with one client per request: a switch makes two or three, to different hosts.
///
/// `caBundle` is a PEM file of certificates to trust instead of the system's certificates.
package func makeRequestSender(proxies: Proxies, caBundle: String?) -> RequestSender {
  { request in
    try checkDescriptors(descriptorsOfClient)
    let host = URLComponents(string: request.url)?.host ?? request.url
    let client = HTTPClient(
      eventLoopGroupProvider: .singleton,
      configuration: try configuration(request, host: host, proxies, caBundle))
    do {
      // The client's own limit ends with the head; a body could arrive byte by byte.
      let response = try await withTimeout(.seconds(timeLimit(of: request)), Timing.system.sleep) {
        try await exchange(request, host: host, with: client)
      }
      try? await client.shutdown()
      return response
    } catch {
      try? await client.shutdown()
      throw httpError(error, host: host, seconds: Int(timeLimit(of: request)))
    }
  }
}

/// The file descriptors of NIO's threads, and of a connection and the files that it reads.
private let descriptorsOfClient = 3 * NIOSingletons.groupLoopCountSuggestion + 16

/// The maximum number of bytes received over a connection, in TLS records and chunks.
private let connectionLimit = 4 << 20
/// The maximum size of a request's headers, in bytes; servers do not accept more.
///
/// The client ends the program if an answer arrives before a long request is sent.
private let headersLimit = 64 << 10
private let answerSeconds = 30

private func configuration(
  _ request: AWSClient.HTTPRequest, host: String, _ proxies: Proxies, _ caBundle: String?
) throws(HTTPError) -> HTTPClient.Configuration {
  let seconds = timeLimit(of: request)
  // There is no limit for reads: `withTimeout` limits the whole exchange, and the client's own
  // limit traps if an answer comes early.
  var configuration = HTTPClient.Configuration(
    redirectConfiguration: .disallow,
    timeout: .init(connect: .seconds(min(10, seconds))))
  if let caBundle { configuration.tlsConfiguration = try trustRoots(in: caBundle, host: host) }
  configuration.httpVersion = .http1Only
  configuration.http1_1ConnectionDebugInitializer = ResponseSizeLimit.adding(
    host: host, bytes: connectionLimit)
  // A refused connection is a result, too; the caller decides about retries.
  configuration.connectionPool.retryConnectionEstablishment = false
  switch proxies.route(to: request.url) {
  case .direct: break
  case .through(let server): configuration.proxy = .init(server)
  case .unusable(let variable):
    throw .notSent(
      host: host, reason: "\(variable) is not the address of a proxy as http://HOST:PORT")
  }
  return configuration
}

private func timeLimit(of request: AWSClient.HTTPRequest) -> Int64 {
  Int64(request.seconds ?? answerSeconds)
}

/// The TLS settings that only trust a PEM file's certificates; throws if it has no usable ones.
private func trustRoots(in path: String, host: String) throws(HTTPError) -> TLSConfiguration {
  var trust = TLSConfiguration.makeClientConfiguration()
  do {
    let bytes = try readWhole(path, limit: 64 << 20)
    trust.trustRoots = .certificates(try NIOSSLCertificate.fromPEMBytes(bytes))
    return trust
  } catch let error as FileReadError {
    throw .notSent(
      host: host, reason: "the ca_bundle \(error.path) cannot be read: \(error.reason)")
  } catch {
    throw .notSent(
      host: host, reason: "the ca_bundle \(path) is not a readable PEM file of certificates")
  }
}

extension HTTPClient.Configuration.Proxy {
  fileprivate init(_ server: Proxies.Server) {
    self = .server(
      host: server.host, port: server.port,
      authorization: server.login.map { .basic(username: $0.user, password: $0.password.revealed) })
  }
}

private func exchange(
  _ request: AWSClient.HTTPRequest, host: String, with client: HTTPClient
) async throws -> AWSClient.HTTPResponse {
  var sent = HTTPClientRequest(url: request.url)
  sent.method = .init(rawValue: request.method)
  let size = request.headers.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count + 4 }
  guard size <= headersLimit else {
    throw HTTPError.tooLong(host: host, limit: headersLimit)
  }
  for header in request.headers { sent.headers.add(name: header.name, value: header.value) }
  sent.body = .bytes(request.body)
  let response = try await client.execute(sent, timeout: .seconds(timeLimit(of: request)))
  let length = response.headers.first(name: "content-length").flatMap(Int.init) ?? 0
  guard length <= responseSizeLimit else {
    throw HTTPError.tooLarge(host: host, limit: responseSizeLimit)
  }
  let body = try await response.body.collect(upTo: responseSizeLimit)
  return AWSClient.HTTPResponse(
    status: Int(response.status.code),
    headers: response.headers.map { HTTPHeader($0.name, $0.value) },
    body: Array(body.readableBytesView))
}

/// The `HTTPError` for an error of the HTTP client; cancellation stays `CancellationError`.
func httpError(_ error: any Error, host: String, seconds: Int) -> any Error {
  switch error {
  case is CancellationError, is HTTPError: error
  case is TimeoutError: HTTPError.timedOut(host: host, seconds: seconds)
  case let error as HTTPClientError where error == .connectTimeout:
    HTTPError.timedOut(host: host, seconds: min(10, seconds))
  case let error as HTTPClientError where isTimeout(error):
    HTTPError.timedOut(host: host, seconds: seconds)
  case let error as HTTPClientError where error == .proxyAuthenticationRequired:
    HTTPError.unreachable(
      host: host, reason: "the proxy requires a valid user name and password (HTTPS_PROXY)")
  case is NIOSSLError, is NIOSSLExtraError, is BoringSSLError:
    HTTPError.unreachable(host: host, reason: untrustedCertificate)
  case let error as HTTPClientError where error == .cancelled: CancellationError()
  case is NIOTooManyBytesError: HTTPError.tooLarge(host: host, limit: responseSizeLimit)
  case let error as HTTPClientError where error == .remoteConnectionClosed:
    HTTPError.broken(
      host: host, reason: "the connection was closed before the answer was complete")
  case let error as NIOConnectionError:
    HTTPError.unreachable(
      host: host,
      reason: unreachableReason(
        connectionError: error.connectionErrors.first?.error,
        hasDNSError: error.dnsAError != nil || error.dnsAAAAError != nil))
  case let error as IOError where error.errnoCode == ECONNRESET || error.errnoCode == EPIPE:
    HTTPError.broken(host: host, reason: "the connection was reset")
  default: HTTPError.unreachable(host: host, reason: systemMessage(error))
  }
}

private let untrustedCertificate =
  "its certificate is not trusted by this machine, or is for another host; behind an "
  + "intercepting proxy, set AWS_CA_BUNDLE or ca_bundle to its certificates"

/// The system's message for an error, without NIO's text around it.
private func systemMessage(_ error: any Error) -> String {
  guard let error = error as? IOError else { return "\(error)" }
  return String(cString: strerror(error.errnoCode)).lowercased()
}

/// Why no connection to a host was made: the error of its first address, or a failed DNS lookup.
func unreachableReason(connectionError: (any Error)?, hasDNSError: Bool) -> String {
  if let connectionError { return "\(connectionError)" }
  return hasDNSError ? "its host name does not resolve" : "no address answered"
}

private func isTimeout(_ error: HTTPClientError) -> Bool {
  [.connectTimeout, .deadlineExceeded, .readTimeout].contains(error)
}
