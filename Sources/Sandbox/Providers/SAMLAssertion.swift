package import Foundation
package import Secrets

/// An assertion of a SAML provider, as this pretend AWS has them.
///
/// It is a Response with the attributes that AWS reads, in base64. In place of an XML signature its last element
/// is `<SignatureValue>`, the HMAC with SHA-256 of all that stands before it, in base64.
struct SAMLAssertion: Sendable, Hashable {
  /// What stands before the signature.
  let signed: String
  let signature: [UInt8]

  /// Nil where the text is no such assertion in base64.
  init?(_ text: String) {
    guard let bytes = Data(base64Encoded: text) else { return nil }
    let parts = String(decoding: bytes, as: UTF8.self)
      .split(separator: "<SignatureValue>", omittingEmptySubsequences: false)
    guard parts.count == 2, let end = parts[1].firstRange(of: "</SignatureValue>"),
      let signature = Data(base64Encoded: String(parts[1][..<end.lowerBound]))
    else { return nil }
    signed = String(parts[0])
    self.signature = Array(signature)
  }

  var subject: String { first("<NameID>", "</NameID>") }
  var sessionName: String { first(attribute("RoleSessionName"), "</AttributeValue>") }
  /// After which it opens nothing.
  var end: Date? { try? Date(first("NotOnOrAfter=\"", "\""), strategy: .iso8601) }
  /// After which no session of it lasts.
  var sessionEnd: Date? { try? Date(first("SessionNotOnOrAfter=\"", "\""), strategy: .iso8601) }

  /// Whether it says that its subject may be this role, by this provider.
  func offers(_ roleARN: String, by providerARN: String) -> Bool {
    signed.contains("<AttributeValue>\(roleARN),\(providerARN)</AttributeValue>")
  }

  private func first(_ start: String, _ end: String) -> String {
    guard let opening = signed.firstRange(of: start) else { return "" }
    let rest = signed[opening.upperBound...]
    return rest.firstRange(of: end).map { String(rest[..<$0.lowerBound]) } ?? ""
  }
}

extension IdentityProvider {
  /// An assertion that `subject` may be any of these roles: to be used within `seconds`, for sessions that end
  /// within `sessionSeconds`.
  package func samlAssertion(
    subject: String, roleARNs: [String], at now: Date, seconds: Int = 300,
    sessionSeconds: Int = 43_200
  ) throws -> Secret {
    let roles = roleARNs.map { "<AttributeValue>\($0),\(arn)</AttributeValue>" }.joined()
    let (end, sessionEnd) = (now + Double(seconds), now + Double(sessionSeconds))
    let text = """
      <Response><Assertion><Subject><NameID>\(subject)</NameID>\
      <SubjectConfirmationData NotOnOrAfter="\(end.formatted(.iso8601))"/></Subject>\
      <AuthnStatement SessionNotOnOrAfter="\(sessionEnd.formatted(.iso8601))"/>\
      <AttributeStatement>\(attribute("RoleSessionName"))\(subject)</AttributeValue></Attribute>\
      <Attribute Name="\(attributes)Role">\(roles)</Attribute></AttributeStatement></Assertion>
      """
    let signature = Data(try sign(text)).base64EncodedString()
    let whole = "\(text)<SignatureValue>\(signature)</SignatureValue></Response>"
    return Secret(Data(whole.utf8).base64EncodedString())
  }
}

private let attributes = "https://aws.amazon.com/SAML/Attributes/"

private func attribute(_ name: String) -> String {
  "<Attribute Name=\"\(attributes)\(name)\"><AttributeValue>"
}
