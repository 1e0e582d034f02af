import Foundation
import STS

/// The Authorization header of Signature Version 4, taken apart, with the time of signing.
struct Authorization: Sendable, Hashable {
  var accessKeyID: String
  var scope: SigningScope
  /// Lower-case names.
  var signedHeaders: [String]
  var signature: String
  /// As X-Amz-Date has it.
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
