package import Foundation
package import Secrets

/// The request with Host, X-Amz-Date, X-Amz-Security-Token and a signature in Authorization.
///
/// Call it last, and again for each attempt: changing a signed header afterwards makes the
/// signature invalid. It replaces such headers of the request, except for Host.
package func signed(
  _ request: HTTPRequest, credentials: AWSCredentials, region: String, service: String,
  at date: Date,
  normalizesPath: Bool = true
) -> HTTPRequest {
  let stamp = signingStamp(date)
  let scope = SigningScope(day: String(stamp.prefix(8)), region: region, service: service)
  var request = request
  request.headers.removeAll { replacedHeaders.contains($0.name.lowercased()) }
  if request.headers.named("host") == nil {
    request.headers.append(HTTPHeader("Host", request.hostHeader))
  }
  request.headers.append(HTTPHeader("X-Amz-Date", stamp))
  if let token = credentials.sessionToken {
    request.headers.append(HTTPHeader("X-Amz-Security-Token", token.revealed))
  }
  let canonical = CanonicalRequest(
    method: request.method, target: request.target,
    headers: request.headers.filter { !unsignedHeaders.contains($0.name.lowercased()) },
    body: request.body, normalizesPath: normalizesPath)
  let signature = signature(
    stringToSign(canonical, stamp: stamp, scope: scope), scope: scope,
    secret: credentials.secretAccessKey)
  request.headers.append(
    HTTPHeader(
      "Authorization",
      "\(signingAlgorithm) Credential=\(credentials.accessKeyID)/\(scope), "
        + "SignedHeaders=\(canonical.signedHeaders), Signature=\(signature)"))
  return request
}

/// A time in UTC in the format of signatures: `20260102T030405Z`.
package func signingStamp(_ date: Date) -> String {
  date.formatted(Date.ISO8601FormatStyle(dateSeparator: .omitted, timeSeparator: .omitted))
}

private let replacedHeaders: Set = ["authorization", "x-amz-date", "x-amz-security-token"]

/// Headers that proxies and HTTP libraries add or change; botocore does not sign them, either.
private let unsignedHeaders: Set = [
  "connection", "expect", "keep-alive", "proxy-authenticate", "proxy-authorization", "te",
  "trailer", "transfer-encoding", "upgrade", "user-agent", "x-amzn-trace-id",
]
