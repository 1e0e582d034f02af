/// A key of another tool that says how to get credentials, and is not read here.
package struct ForeignKey: Sendable, Hashable {
  let text: String
  private let tool: String
  private let instead: String?

  /// Nil for a key that no tool known here gets credentials by.
  init?(_ text: String) {
    if let known = Self.known[text] {
      (self.text, tool, instead) = (text, known.tool, known.instead)
    } else if let tool = Self.prefixes.first(where: { text.hasPrefix($0.prefix) })?.tool {
      (self.text, self.tool, instead) = (text, tool, nil)
    } else {
      return nil
    }
  }

  /// Whose key it is, and what to do; sentences, the first of which is a clause.
  var reason: String {
    "\(clause)." + (instead.map { " \($0)" } ?? "")
  }

  /// Whose key it is.
  var clause: String { "it is \(tool)'s alone" }

  /// True for a key that replaces nothing else: what it says is lost although the profile has credentials.
  var isAlwaysReported: Bool { text == "parent_profile" }

  private static let known: [String: (tool: String, instead: String)] = [
    "parent_profile": ("aws-vault", "Write include_profile, which took its place."),
    "web_identity_token_process": (
      "aws-vault", "Write the token to a file, and name that in web_identity_token_file."
    ),
    "granted_sso_start_url": ("Granted", "Write sso_start_url."),
    "granted_sso_region": ("Granted", "Write sso_region."),
    "granted_sso_account_id": ("Granted", "Write sso_account_id."),
    "granted_sso_role_name": ("Granted", "Write sso_role_name."),
  ]

  private static let prefixes: [(prefix: String, tool: String)] = [
    ("granted_", "Granted"), ("azure_", "aws-azure-login"), ("google_config.", "aws-google-auth"),
    ("okta_", "Okta's tools"), ("aws_saml_url", "aws-okta"), ("gimme_creds_", "gimme-aws-creds"),
  ]
}

extension Profile {
  /// The keys of other tools that say how to get credentials, in file order.
  var foreignKeys: [(key: ForeignKey, property: Property)] {
    (config.all + credentials.all).compactMap { property in
      guard case .other(let text) = property.key else { return nil }
      return ForeignKey(text).map { ($0, property) }
    }
  }
}
