import AWSClient
import Foundation
import Synchronization

/// One case of smithy-rs's default chain: what its SDK sent and was answered, and the keys in the
/// end.
struct Recording {
  struct Outcome: Decodable {
    var access_key_id, secret_access_key, session_token: String
    var account_id: String?
    var expiry: Double
  }
  struct Exchange {
    var request: HTTPRequest
    var response: HTTPResponse
  }

  static let folder = "smithy-rs/default-credential-provider-chain"

  let exchanges: [Exchange]
  /// Nil where an error is to come.
  let keys: Outcome?

  init(_ name: String) throws {
    let traffic = try Conformance.decoded(
      "\(Self.folder)/\(name)/http-traffic.json", as: Traffic.self)
    let expected = try Conformance.decoded(
      "\(Self.folder)/\(name)/test-case.json", as: TestCase.self)
    exchanges = Dictionary(grouping: traffic.events, by: \.connection_id)
      .sorted { $0.key < $1.key }.map { Exchange($0.value) }
    keys = expected.result.Ok
  }
}

extension Recording.Exchange {
  fileprivate init(_ events: [Event]) {
    let sent = events.compactMap(\.action.Request?.request).first
    let received = events.compactMap(\.action.Response?.response.Ok).first
    func body(_ direction: String) -> [UInt8] {
      events.compactMap(\.action.Data).filter { $0.direction == direction }
        .flatMap { Array(($0.data.Utf8 ?? "").utf8) }
    }
    request = HTTPRequest(
      method: sent?.method ?? "", url: sent?.uri ?? "", headers: headers(sent?.headers),
      body: body("Request"))
    response = HTTPResponse(
      status: received?.status ?? 0, headers: headers(received?.headers), body: body("Response"))
  }
}

private func headers(_ headers: [String: [String]]?) -> [HTTPHeader] {
  (headers ?? [:]).flatMap { name, values in values.map { HTTPHeader(name, $0) } }
}

/// Gives the recorded answers in order, and remembers what was asked.
final class Replay: Sendable {
  private let state: Mutex<(rest: [HTTPResponse], requests: [HTTPRequest])>

  init(_ recording: Recording) {
    state = Mutex((recording.exchanges.map(\.response), []))
  }

  var requests: [HTTPRequest] { state.withLock(\.requests) }

  var send: RequestSender {
    { [self] request in
      try state.withLock { state in
        state.requests.append(request)
        guard !state.rest.isEmpty else {
          throw HTTPError.broken(host: "replay", reason: "no more was recorded")
        }
        return state.rest.removeFirst()
      }
    }
  }
}

private struct Traffic: Decodable { var events: [Event] }

private struct Event: Decodable {
  struct Action: Decodable {
    var Request: Sent?
    var Response: Received?
    var Data: Piece?
  }
  struct Sent: Decodable {
    struct Request: Decodable {
      var uri, method: String
      var headers: [String: [String]]
    }
    var request: Request
  }
  struct Received: Decodable {
    struct Result: Decodable { var Ok: Response? }
    struct Response: Decodable {
      var status: Int
      var headers: [String: [String]]
    }
    var response: Result
  }
  struct Piece: Decodable {
    struct Text: Decodable { var Utf8: String? }
    var data: Text
    var direction: String
  }
  var connection_id: Int
  var action: Action
}

private struct TestCase: Decodable {
  struct Result: Decodable {
    var Ok: Recording.Outcome?
    var ErrorContains: String?
  }
  var result: Result
}
