import Foundation
import STS

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
