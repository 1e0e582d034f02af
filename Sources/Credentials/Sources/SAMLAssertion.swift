import Foundation
package import Secrets

/// A SAML assertion, as STS takes it, and the roles that it offers.
///
/// AWS checks it; what is read here only says which provider to name beside the role.
package struct SAMLAssertion: Sendable, Hashable {
  package struct Offer: Sendable, Hashable {
    package let role: String
    package let provider: String
  }

  /// In Base64.
  package let encoded: Secret
  package let offers: [Offer]

  /// The assertion in a text that is XML, or is encoded already.
  package init(_ text: String) {
    let xml = text.hasPrefix("<") ? Data(text.utf8) : decoded(text)
    encoded = Secret(
      text.hasPrefix("<") ? Data(text.utf8).base64EncodedString() : text.filter { !$0.isWhitespace }
    )
    offers = contents(of: String(decoding: xml, as: UTF8.self)).compactMap(Offer.init)
  }

  /// The identity provider that the assertion names beside a role.
  package func principal(for role: String) -> String? {
    offers.first { $0.role == role }?.provider
  }
}

extension SAMLAssertion.Offer {
  /// The pair in a value of the attribute `https://aws.amazon.com/SAML/Attributes/Role`: two ARNs, in either order.
  fileprivate init?(_ value: Substring) {
    let parts = value.split(separator: ",", omittingEmptySubsequences: false)
      .map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
    guard parts.count == 2, parts.allSatisfy({ $0.hasPrefix("arn:") }),
      let provider = parts.first(where: { $0.contains(":saml-provider/") }),
      let role = parts.first(where: { $0.contains(":role/") })
    else { return nil }
    self.init(role: role, provider: provider)
  }
}

private func decoded(_ text: String) -> Data {
  Data(base64Encoded: text, options: .ignoreUnknownCharacters) ?? Data()
}

/// The texts between the tags of a document: a pair of ARNs needs no more of XML.
private func contents(of xml: String) -> [Substring] {
  xml.split(separator: "<").compactMap { piece in
    piece.firstIndex(of: ">").map { piece[piece.index(after: $0)...] }
  }
}
