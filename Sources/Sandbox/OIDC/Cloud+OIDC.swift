import Foundation
import STS

extension FakeAWS {
  /// What Identity Center answers programs and browsers before they have a token.
  mutating func performOIDC(
    _ route: Route, _ request: HTTPRequest, _ parameters: Parameters, at now: Date
  ) throws(FakeAWSError) -> Answer {
    guard var center = identityCenter else { throw .noIdentityCenter }
    guard parameters.isValid else { throw .invalidRequest("The body is no JSON of texts.") }
    defer { identityCenter = center }
    let isPost = request.method == "POST"
    switch route {
    case .registerClient: return try center.registerClient(parameters, &randomSource, at: now)
    case .startDeviceAuthorization:
      return try center.startDeviceAuthorization(
        parameters, origin: request.origin, &randomSource, at: now)
    case .createToken: return try center.createToken(parameters, &randomSource, at: now)
    case .authorize:
      return try center.authorize(parameters, isAnswered: isPost, &randomSource, at: now)
    default:
      // The form that asks for the code has an empty answer: it has not been answered yet.
      let isAnswered = isPost && parameters["answer"]?.isEmpty == false
      return try center.deviceApproval(parameters, isAnswered: isAnswered, at: now)
    }
  }
}
