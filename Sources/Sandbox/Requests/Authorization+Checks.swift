import Foundation
import STS
import Secrets

extension Authorization {
  /// Checks that the scope is this service's, of a real region, and of the day of signing.
  func checkScope() throws(FakeAWSError) {
    guard scope.service == "sts" else {
      throw .signature("Credential should be scoped to correct service: 'sts'. ")
    }
    guard partition(ofRegion: scope.region) != nil else {
      throw .signature("Credential should be scoped to a valid region. ")
    }
    guard stamp.hasPrefix(scope.day), scope.day.count == 8 else {
      throw .signature(
        "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from "
          + "HTTP: '\(scope.day)' != '\(stamp.prefix(8))', from '\(stamp)'.")
    }
  }

  /// Checks that the request was signed within a quarter of an hour of `now`.
  func checkClock(at now: Date) throws(FakeAWSError) {
    let tolerance: TimeInterval = 15 * 60
    let (early, late) = (signingStamp(now - tolerance), signingStamp(now + tolerance))
    if signedAt < now - tolerance {
      throw .signature(
        "Signature expired: \(stamp) is now earlier than \(early) (\(signingStamp(now)) - 15 min.)")
    }
    if signedAt > now + tolerance {
      throw .signature(
        "Signature not yet current: \(stamp) is still later than \(late) "
          + "(\(signingStamp(now)) + 15 min.)")
    }
  }

  /// Checks the signature itself, and that it covers the host and all of AWS's own headers.
  func checkSignature(of request: HTTPRequest, secret: Secret) throws(FakeAWSError) {
    let names = request.headers.map { $0.name.lowercased() }
    let unsigned = names.filter {
      ($0 == "host" || $0.hasPrefix("x-amz-")) && !signedHeaders.contains($0)
    }
    guard unsigned.isEmpty, signedHeaders.contains("host") else {
      throw .signature(
        "'Host' and all 'x-amz-' headers must be a 'SignedHeader' in the AWS Authorization.")
    }
    let canonical = CanonicalRequest(
      method: request.method, target: request.target,
      headers: request.headers.filter { signedHeaders.contains($0.name.lowercased()) },
      body: request.body)
    let text = stringToSign(canonical, stamp: stamp, scope: scope)
    guard STS.signature(text, scope: scope, secret: secret) == signature else {
      throw .wrongSignature
    }
  }
}
