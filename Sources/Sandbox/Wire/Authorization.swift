import AWSClient
import Foundation
import Secrets

/// The parts of the Authorization header of Signature Version 4, with the time of signing.
struct Authorization: Sendable, Hashable {
  var accessKeyID: String
  var scope: SigningScope
  /// The names of the signed headers in lower case.
  var signedHeaders: [String]
  var signature: String
  /// The value of X-Amz-Date.
  var stamp: String
  var signedAt: Date

  init(_ request: HTTPRequest) throws(FakeAWSError) {
    guard let header = request.headers.named("authorization"), !header.isEmpty else {
      throw .missingToken
    }
    let fields = try signatureFields(of: header)
    let stamp = request.headers.named("x-amz-date")
    guard let credential = fields["Credential"], let signature = fields["Signature"],
      let signedHeaders = fields["SignedHeaders"], let stamp
    else { throw .incompleteSignature(missingParts(fields, stamp: stamp)) }
    guard let signedAt = signingTime(stamp) else {
      throw .incompleteSignature(
        "Date must be in ISO-8601 'basic format'. Got '\(stamp)'. "
          + "See http://en.wikipedia.org/wiki/ISO_8601")
    }
    (accessKeyID, scope) = try keyAndScope(credential)
    self.signedHeaders = signedHeaders.split(separator: ";").map { $0.lowercased() }
    self.signature = signature
    (self.stamp, self.signedAt) = (stamp, signedAt)
  }
}

private func signatureFields(of header: String) throws(FakeAWSError) -> [String: String] {
  let parts = header.split(separator: " ", maxSplits: 1)
  guard parts.first == "AWS4-HMAC-SHA256" else {
    throw .incompleteSignature(
      "Unsupported AWS 'algorithm': '\(parts.first ?? "")' (only AWS4-HMAC-SHA256 for now)")
  }
  var fields: [String: String] = [:]
  for field in (parts.dropFirst().first ?? "").split(separator: ",") {
    let pair = field.split(separator: "=", maxSplits: 1)
    guard pair.count == 2 else {
      throw .incompleteSignature(
        "'\(field.trimmingPrefix(" "))' not a valid key=value pair (missing equal-sign) "
          + "in Authorization header.")
    }
    fields[pair[0].trimmingCharacters(in: .whitespaces)] = String(pair[1])
  }
  return fields
}

private func missingParts(_ fields: [String: String], stamp: String?) -> String {
  var sentences = ["Credential", "Signature", "SignedHeaders"]
    .filter { fields[$0] == nil }
    .map { "Authorization header requires '\($0)' parameter." }
  if stamp == nil {
    sentences.append(
      "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.")
  }
  return sentences.joined(separator: " ")
}

/// `KEYID/YYYYMMDD/REGION/SERVICE/aws4_request`.
private func keyAndScope(_ credential: String) throws(FakeAWSError) -> (String, SigningScope) {
  let parts = credential.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
  guard parts.count == 5 else {
    throw .incompleteSignature(
      "Credential must have exactly 5 slash-delimited elements, "
        + "e.g. keyid/date/region/service/term, got '\(credential)'")
  }
  guard parts[4] == "aws4_request" else {
    throw .signature(
      "Credential should be scoped with a valid terminator: 'aws4_request', not '\(parts[4])'.")
  }
  return (parts[0], SigningScope(day: parts[1], region: parts[2], service: parts[3]))
}

private func signingTime(_ stamp: String) -> Date? {
  let style = Date.ISO8601FormatStyle(dateSeparator: .omitted, timeSeparator: .omitted)
  guard let date = try? style.parse(stamp), signingStamp(date) == stamp else { return nil }
  return date
}

extension Authorization {
  /// Checks that the scope has this service, a real region and the day of signing.
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

  /// Checks that the request was signed within 15 minutes of `now`.
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

  /// Checks the signature, and that it covers the host and all of AWS's own headers.
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
    guard AWSClient.signature(text, scope: scope, secret: secret) == signature else {
      throw .wrongSignature
    }
  }
}
