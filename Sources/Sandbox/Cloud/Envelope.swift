import Foundation
import STS

/// What stands round every body.
struct Envelope {
  var status: Int
  var headers: [HTTPHeader] = []
  var id: String
  var now: Date

  func response(_ body: [UInt8], _ type: String) -> HTTPResponse {
    let common = [
      HTTPHeader("x-amzn-RequestId", id), HTTPHeader("Content-Type", type),
      HTTPHeader("Date", httpDate(now)),
    ]
    return HTTPResponse(status: status, headers: common + headers, body: body)
  }

  /// JSON of texts alone, keys in order.
  func response(_ texts: [String: String]) -> HTTPResponse {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let body = (try? encoder.encode(texts)) ?? Data("{}".utf8)
    return response(Array(body), "application/json")
  }
}
