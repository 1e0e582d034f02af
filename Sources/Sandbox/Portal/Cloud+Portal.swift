import Foundation
import STS

extension Cloud {
  /// What the portal of Identity Center answers whoever has a token.
  mutating func askPortal(
    _ route: Route, _ request: HTTPRequest, _ parameters: Parameters, at now: Date
  ) throws(Refusal) -> Answer {
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

extension Refusal {
  fileprivate static let noSession = Refusal(
    code: "UnauthorizedException", status: 401, message: "Session token not found or invalid")
}
