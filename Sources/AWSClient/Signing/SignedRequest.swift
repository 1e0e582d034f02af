package import Foundation
package import Secrets

/// The request with Host, X-Amz-Date, X-Amz-Security-Token and Authorization, signed as it stands.
///
/// To be called last and anew for each attempt: whatever changes a signed header afterwards breaks
/// the signature. Such headers that the request already has are replaced, but for Host.
package func signed(
  _ request: HTTPRequest, keys: AWSCredentials, region: String, service: String, at date: Date,
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
  if let token = keys.sessionToken {
    request.headers.append(HTTPHeader("X-Amz-Security-Token", token.revealed))
  }
  let canonical = CanonicalRequest(
    method: request.method, target: request.target,
    headers: request.headers.filter { !unsignedHeaders.contains($0.name.lowercased()) },
    body: request.body, normalizesPath: normalizesPath)
  let signature = signature(
    stringToSign(canonical, stamp: stamp, scope: scope), scope: scope,
    secret: keys.secretAccessKey)
  request.headers.append(
    HTTPHeader(
      "Authorization",
      "\(signingAlgorithm) Credential=\(keys.accessKeyID)/\(scope), "
        + "SignedHeaders=\(canonical.signedHeaders), Signature=\(signature)"))
  return request
}

/// A time in UTC as signatures write it: `20260102T030405Z`.
package func signingStamp(_ date: Date) -> String {
  date.formatted(Date.ISO8601FormatStyle(dateSeparator: .omitted, timeSeparator: .omitted))
}

private let replacedHeaders: Set = ["authorization", "x-amz-date", "x-amz-security-token"]

/// Headers that proxies and HTTP libraries add or change on the way; botocore leaves out the same.
private let unsignedHeaders: Set = [
  "connection", "expect", "keep-alive", "proxy-authenticate", "proxy-authorization", "te",
  "trailer", "transfer-encoding", "upgrade", "user-agent", "x-amzn-trace-id",
]
