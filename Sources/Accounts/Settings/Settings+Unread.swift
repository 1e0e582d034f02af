extension Settings {
  /// What the settings would protect, or may, each with its line; `message` says why it does not count.
  package func protections(unreadSince message: String) -> [UnreadProtectionError] {
    func unread(_ origin: Origin, _ scope: UnreadProtectionError.Scope) -> UnreadProtectionError {
      UnreadProtectionError(Diagnostic(origin, message), scope)
    }
    let ofEntries = entries.filter { $0.confirm == true || $0.readOnly == true }
      .map { unread($0.origin, .entry($0.name)) }
    let ofRules = rules.filter { $0.confirm == true || $0.readOnly == true }.compactMap { rule in
      rule.origin.map { unread($0, .matching(rule.match)) }
    }
    return ofEntries + ofRules + unreadProtections.map { unread($0.diagnostic.origin, $0.scope) }
  }
}
