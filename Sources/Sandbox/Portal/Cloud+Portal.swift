import Foundation
import STS

extension FakeAWS {
  /// What the portal of Identity Center answers whoever has a token.
  mutating func performPortal(
    _ route: Route, _ request: HTTPRequest, _ parameters: Parameters, at now: Date
  ) throws(FakeAWSError) -> Answer {
    guard let center = identityCenter else { throw .noIdentityCenter }
    let token = request.headers.named("x-amz-sso_bearer_token") ?? ""
    guard let person = center.logins.person(holding: token, at: now) else { throw .noSession }
    switch route {
    case .listAccounts: return try listAccounts(of: person, parameters, in: center)
    case .listAccountRoles: return try listAccountRoles(of: person, parameters, in: center)
    case .logout:
      identityCenter?.logins.end(token)
      return Answer(content: .nothing, caller: person.name)
    default: return try roleCredentials(of: person, parameters, in: center, at: now)
    }
  }
}

extension FakeAWSError {
  fileprivate static let noSession = FakeAWSError(
    code: "UnauthorizedException", status: 401, message: "Session token not found or invalid")
}
