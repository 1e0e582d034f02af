import Foundation
package import Secrets

/// Asks the metadata service of the EC2 instance that this runs on for its role's keys; throws `ServiceError`.
///
/// First for a token, as version 2 wants it; where there is none to be had and version 1 is allowed, without. Each
/// answer has `timeoutSeconds`, and each request so many attempts.
package func instanceCredentials(
  endpoint: String, allowsVersion1: Bool, timeoutSeconds: Int, attempts: Int, timing: Timing,
  send: @escaping RequestSender
) async throws -> AWSCredentials {
  let client = APIClient(
    endpoint: Endpoint(url: endpoint, signingRegion: ""),
    retries: RetryPolicy(
      attempts: attempts, seconds: min(50, (timeoutSeconds + 1) * max(attempts, 1)),
      pause: .fixed(seconds: 0)), timing: timing, send: send)
  let token = try await metadataToken(client, allowsVersion1: allowsVersion1, timeoutSeconds)
  let access = MetadataAccess(token: token, seconds: timeoutSeconds)
  let role = try await client.call(GetInstanceRole(access: access))
  return try await client.call(GetInstanceCredentials(access: access, role: role))
}

/// The token; nil where the service is of version 1 only, and may be.
private func metadataToken(
  _ client: APIClient, allowsVersion1: Bool, _ seconds: Int
) async throws -> Secret? {
  do {
    return try await client.call(GetInstanceToken(seconds: seconds))
  } catch let problem as ServiceError where allowsVersion1 && problem.mayBeVersion1 {
    return nil
  }
}

extension ServiceError {
  /// True where the request for a token failed as it does where there are none, by the AWS CLI's rules: refused, or
  /// lost on a hop that lets no answer to a PUT through.
  fileprivate var mayBeVersion1: Bool {
    switch self {
    case .refused(let refusal, _): [403, 404, 405].contains(refusal.httpStatus)
    case .noResponse(.timedOut, _, _), .timedOut: true
    default: false
    }
  }
}
