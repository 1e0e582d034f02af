import AWSConfig
import Foundation
import STS

extension StartAddress {
  /// The address of a login; a company's own one is followed to where it leads, one step, as the AWS CLI does.
  ///
  /// Where it leads nowhere, it is taken as it is: AWS then says what is wrong with it. Throws `CancellationError`.
  static func resolved(for login: SSOLogin, _ send: RequestSender) async throws -> StartAddress {
    let asConfigured = StartAddress(url: login.startURL, region: login.region)
    guard let url = URL(string: login.startURL), url.scheme?.lowercased() == "https",
      let host = url.host(), !isOfAWS(host: host),
      let location = try await location(behind: login.startURL, send)
    else { return asConfigured }
    return StartAddress(location: location, from: login.startURL, region: login.region)
      ?? asConfigured
  }

  /// Where a page sends its visitors.
  private static func location(behind url: String, _ send: RequestSender) async throws -> String? {
    do {
      var answer = try await send(HTTPRequest(method: "HEAD", url: url, seconds: 10))
      if [405, 501].contains(answer.status) {
        answer = try await send(HTTPRequest(method: "GET", url: url, seconds: 10))
      }
      guard [301, 302, 303, 307, 308].contains(answer.status) else { return nil }
      return answer.headers.first { $0.name.lowercased() == "location" }?.value
    } catch is CancellationError {
      throw CancellationError()
    } catch {
      return nil
    }
  }
}
