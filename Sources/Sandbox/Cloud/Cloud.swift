import Crypto
package import Foundation
package import STS
package import Secrets

/// A pretend AWS that knows users and roles and answers what STS answers; a value, without a clock.
package struct Cloud: Sendable {
  package internal(set) var users: [User]
  package let roles: [Role]
  /// Seals session tokens and derives the secrets of temporary keys.
  let seal: SymmetricKey
  var random: any RandomNumberGenerator & Sendable

  /// Clouds of one `seed` know each other's session tokens.
  package init(
    users: [User], roles: [Role], seed: Secret,
    random: any RandomNumberGenerator & Sendable = SystemRandomNumberGenerator()
  ) {
    self.users = users
    self.roles = roles
    self.random = random
    seal = SymmetricKey(data: SHA256.hash(data: Array(seed.revealed.utf8)))
  }

  /// Answers one request as STS would at `now`; an MFA code that it takes is spent.
  package mutating func answer(_ request: HTTPRequest, at now: Date) -> HTTPResponse {
    exchange(request, at: now).response
  }

  /// Answers one request, and says what was asked and how it went.
  package mutating func exchange(
    _ request: HTTPRequest, at now: Date
  ) -> (response: HTTPResponse, call: Call) {
    let parameters = Parameters(request)
    let scope = try? Authorization(request).scope
    let id = requestID()
    do throws(Refusal) {
      let answer = try perform(request, parameters, at: now)
      return (
        response(answer, id: id, at: now),
        Call(parameters, scope: scope, verdict: .allowed(to: answer.caller))
      )
    } catch {
      return (
        response(error, id: id, at: now),
        Call(parameters, scope: scope, verdict: .refused(code: error.code))
      )
    }
  }

  private mutating func perform(
    _ request: HTTPRequest, _ parameters: Parameters, at now: Date
  ) throws(Refusal) -> Answer {
    let operation = try Operation(parameters)
    let caller = try authenticatedCaller(of: request, at: now)
    let content =
      switch operation {
      case .assumeRole: try assumeRole(parameters, by: caller, at: now)
      case .getSessionToken: try getSessionToken(parameters, by: caller, at: now)
      case .getCallerIdentity: callerIdentity(of: caller)
      case .getAccessKeyInfo: try accessKeyInfo(parameters)
      }
    return Answer(operation: operation, content: content, caller: caller.arn)
  }

  private mutating func requestID() -> String {
    let hex = arbitraryBytes(16).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
    return [0..<4, 4..<6, 6..<8, 8..<10, 10..<16].map { hex[$0].joined() }.joined(separator: "-")
  }

  mutating func arbitraryBytes(_ count: Int) -> [UInt8] {
    (0..<count).map { _ in UInt8(truncatingIfNeeded: random.next()) }
  }
}
