import Foundation
import STS

/// A sender that says of each exchange where it went, what came back and how long it took; never what was in it.
func loggingSender(_ send: @escaping RequestSender, _ log: (@Sendable (String) -> Void)?)
  -> RequestSender
{
  guard let log else { return send }
  return { request in
    let clock = ContinuousClock()
    let began = clock.now
    func tell(_ end: String) {
      log("\(subject(of: request)): \(end), \((clock.now - began).milliseconds) ms")
    }
    do {
      let response = try await send(request)
      tell("HTTP \(response.status)")
      return response
    } catch {
      tell("\(error)")
      throw error
    }
  }
}

/// The method, the host and the path, without the query; of STS's calls the action too.
private func subject(of request: HTTPRequest) -> String {
  let parts = URLComponents(string: request.url)
  let port = parts?.port.map { ":\($0)" } ?? ""
  let place = "\(request.method) \(parts?.host ?? "?")\(port)\(parts?.path ?? "")"
  return action(in: request.body).map { "\($0), \(place)" } ?? place
}

/// The value of `Action`, which comes first in a form; what follows it may be secret.
private func action(in body: [UInt8]) -> String? {
  guard body.starts(with: "Action=".utf8) else { return nil }
  return String(decoding: body.dropFirst(7).prefix { $0 != UInt8(ascii: "&") }, as: UTF8.self)
}

extension Duration {
  fileprivate var milliseconds: Int64 {
    components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
  }
}
