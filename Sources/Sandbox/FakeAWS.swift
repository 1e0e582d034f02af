package import AWSClient
import Crypto
package import Foundation
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

extension FakeAWS {
  /// Does what was asked, of whichever service.
  mutating func perform(
    _ request: HTTPRequest, _ route: Route?, _ parameters: Parameters, at now: Date
  ) throws(FakeAWSError) -> Answer {
    try faults.throttle(route?.dialect ?? .query)
    guard let route else { return try performQuery(request, parameters, at: now) }
    guard route.methods.contains(request.method) else { throw .wrongMethod(route) }
    switch route.dialect {
    case .portal: return try performPortal(route, request, parameters, at: now)
    case .oidc, .page, .query: return try performOIDC(route, request, parameters, at: now)
    case .container: return try containerCredentials(request, at: now)
    case .metadata: return try metadata(route, request, at: now)
    }
  }

  private mutating func performQuery(
    _ request: HTTPRequest, _ parameters: Parameters, at now: Date
  ) throws(FakeAWSError) -> Answer {
    let operation = try STSAction(parameters)
    switch operation {
    case .assumeRoleWithSAML: return try assumeRoleWithSAML(parameters, at: now)
    case .assumeRoleWithWebIdentity: return try assumeRoleWithWebIdentity(parameters, at: now)
    case .assumeRole, .getAccessKeyInfo, .getCallerIdentity, .getSessionToken:
      let caller = try authenticatedCaller(of: request, at: now)
      let content = try perform(operation, parameters, by: caller, at: now)
      return Answer(content: .xml(operation, content), caller: caller.arn)
    }
  }

  private mutating func perform(
    _ operation: STSAction, _ parameters: Parameters, by caller: Caller, at now: Date
  ) throws(FakeAWSError) -> [XMLElement] {
    switch operation {
    case .assumeRole: try assumeRole(parameters, by: caller, at: now)
    case .getAccessKeyInfo: try accessKeyInfo(parameters)
    case .getSessionToken: try getSessionToken(parameters, by: caller, at: now)
    case .getCallerIdentity, .assumeRoleWithSAML, .assumeRoleWithWebIdentity:
      callerIdentity(of: caller)
    }
  }
}

extension FakeAWSError {
  fileprivate static func wrongMethod(_ route: Route) -> FakeAWSError {
    FakeAWSError(
      code: "MethodNotAllowedException", status: 405,
      message: "\(route.path) takes \(route.methods.sorted().joined(separator: " and ")) only.")
  }
}

/// A request that was answered, as a test or a log may see it.
package struct RecordedCall: Sendable, Hashable {
  package enum Verdict: Sendable, Hashable {
    /// Granted, to the caller of this ARN; to a person, a client or a machine where none is behind it.
    case allowed(to: String)
    case refused(code: String)
  }

  /// As AWS's own model names it, such as `AssumeRole` or `CreateToken`; empty where none was named.
  package let operation: String
  /// All that was sent, with codes and tokens masked; the members of lists as `name.member.1`.
  package let parameters: [String: String]
  /// What the request was signed for; nil where it was not, or not legibly.
  package let scope: SigningScope?
  package let verdict: Verdict

  init(
    _ operation: String, _ parameters: Parameters, scope: SigningScope?, verdict: Verdict
  ) {
    self.operation = operation
    self.parameters = parameters.withoutSecrets
    self.scope = scope
    self.verdict = verdict
  }
}
