import Crypto
package import Foundation
package import STS
package import Secrets

/// A pretend AWS that knows users and roles and answers what STS answers; a value, without a clock.
package struct FakeAWS: Sendable {
  package internal(set) var users: [User]
  package let roles: [Role]
  /// Nil where the company has none.
  package var identityCenter: IdentityCenter?
  /// Who beside IAM's users may vouch for somebody.
  package var providers: [IdentityProvider] = []
  /// Containers whose endpoint this is.
  package var containers: [Container] = []
  /// The machine whose metadata this serves; nil where it serves none.
  package var instance: Instance?
  package var faults = Faults()
  /// Seals session tokens and derives the secrets of temporary keys.
  let sealingKey: SymmetricKey
  var randomSource: RandomSource

  /// Clouds of one `seed` know each other's session tokens.
  package init(
    users: [User], roles: [Role], seed: Secret,
    random: any RandomNumberGenerator & Sendable = SystemRandomNumberGenerator()
  ) {
    self.users = users
    self.roles = roles
    randomSource = RandomSource(generator: random)
    sealingKey = SymmetricKey(data: SHA256.hash(data: Array(seed.revealed.utf8)))
  }

  /// Answers one request as AWS would at `now`; an MFA code that it takes is spent.
  package mutating func answer(_ request: HTTPRequest, at now: Date) -> HTTPResponse {
    exchange(request, at: now).response
  }

  /// Answers one request, and says what was asked and how it went.
  package mutating func exchange(
    _ request: HTTPRequest, at now: Date
  ) -> (response: HTTPResponse, call: RecordedCall) {
    let route = Route(request)
    let parameters = Parameters(request)
    let name = route?.rawValue ?? parameters["Action"] ?? ""
    let scope = try? Authorization(request).scope
    let id = randomSource.id()
    do throws(FakeAWSError) {
      let answer = try perform(request, route, parameters, at: now)
      return (
        response(answer, id: id, at: now),
        RecordedCall(name, parameters, scope: scope, verdict: .allowed(to: answer.caller))
      )
    } catch {
      return (
        response(error, in: route?.dialect ?? .query, id: id, at: now),
        RecordedCall(name, parameters, scope: scope, verdict: .refused(code: error.code))
      )
    }
  }
}
