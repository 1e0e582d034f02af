package import AWSClient
import Crypto
package import Foundation
package import Secrets

/// A fake AWS with users and roles, which responds like AWS; a value, without a clock.
///
/// It reads ARNs, policies and requests by its own code, so that it can judge Switchback's code.
package struct FakeAWS: Sendable {
  package internal(set) var users: [User]
  package let roles: [Role]
  /// The company's Identity Center; nil if it has none.
  package var identityCenter: IdentityCenter?
  /// The identity providers for web identity tokens and SAML assertions.
  package var providers: [IdentityProvider] = []
  /// The containers whose credentials endpoint this is.
  package var containers: [Container] = []
  /// The EC2 instance whose metadata service this is; nil if there is none.
  package var instance: Instance?
  package var faults = Faults()
  /// The key that seals session tokens and derives the secrets of temporary credentials.
  let sealingKey: SymmetricKey
  var randomSource: RandomSource

  /// Makes a fake AWS; those with the same `seed` accept each other's session tokens.
  package init(
    users: [User], roles: [Role], seed: Secret,
    random: any RandomNumberGenerator & Sendable = SystemRandomNumberGenerator()
  ) {
    self.users = users
    self.roles = roles
    randomSource = RandomSource(generator: random)
    sealingKey = SymmetricKey(data: SHA256.hash(data: Array(seed.revealed.utf8)))
  }

  /// Responds to a request as AWS would at `now`; an accepted MFA code is used up.
  package mutating func answer(_ request: HTTPRequest, at now: Date) -> HTTPResponse {
    exchange(request, at: now).response
  }

  /// Responds to a request; also returns a record of the call and its result.
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
  /// Performs a request to any of the services.
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
      message: "\(route.path) only supports \(route.methods.sorted().joined(separator: " and ")).")
  }
}

/// The record of a request, for tests and logs.
package struct RecordedCall: Sendable, Hashable {
  package enum Verdict: Sendable, Hashable {
    /// Allowed to a caller: its ARN, or the name of a person, a client or a machine.
    case allowed(to: String)
    case refused(code: String)
  }

  /// AWS's name of the operation, like `AssumeRole` or `CreateToken`; empty if none was named.
  package let operation: String
  /// The parameters, with codes and tokens masked; members of lists are named `name.member.1`.
  package let parameters: [String: String]
  /// The scope of the signature; nil if there is none, or if it cannot be read.
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
