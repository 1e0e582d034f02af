package import Accounts
import Text

/// The target of a switch: an entry, or a role without a profile that is assumed from an entry.
package enum SwitchTarget: Sendable {
  case entry(Entry)
  /// The role as an entry, and the entry that assumes it; nil for the credentials that the AWS CLI
  /// would use here.
  case role(Entry, from: Entry?)

  package var entry: Entry {
    switch self {
    case .entry(let entry), .role(let entry, _): entry
    }
  }
}

extension SwitchTarget {
  /// Reads an entry's name, or a role's ARN or console link with the name of an entry to assume it
  /// from.
  ///
  /// Throws `UnknownEntryError`, `ChainError`, `RoleReferenceError` and `SwitchTargetError`.
  package init(_ text: String, source: String?, in configuration: Configuration) throws {
    let catalogue = configuration.catalogue
    if RoleReference.looksLikeReference(text),
      !catalogue.entries.contains(where: { $0.name == text })
    {
      let role = configuration.entry(for: try RoleReference(text))
      self = .role(role, from: try source.map { try configuration.entry(named: $0) })
      if source == nil {
        for entry in configuration.ambientEntries { protect(as: entry) }
      }
    } else if source != nil {
      throw SwitchTargetError.sourceWithoutRole(text)
    } else {
      self = .entry(try configuration.entry(named: text))
    }
  }

  /// Applies the protection of the entry that assumes a role to the role, if no source is given.
  private mutating func protect(as source: Entry) {
    guard case .role(var role, let from) = self else { return }
    // If several entries protect the role, the strictest counts.
    role.label.confirmsBriefly =
      (!role.label.confirm || role.label.confirmsBriefly)
      && (!source.label.confirm || source.label.confirmsBriefly)
    role.label.confirm = role.label.confirm || source.label.confirm
    role.label.readOnly = role.label.readOnly || source.label.readOnly
    self = .role(role, from: from)
  }

  /// The plan to switch to the target.
  ///
  /// Throws an `UnreadProtectionError` if settings that may protect the target could not be read,
  /// the errors of `planForDisplay`, and those of `Plan.checkValues`.
  package func plan(
    _ options: SessionOptions, in configuration: Configuration, _ environment: [String: String]
  ) throws -> Plan {
    try configuration.checkProtection(of: self)
    let plan = try planForDisplay(options, in: configuration, environment)
    try plan.checkValues()
    return plan
  }

  /// The plan to show to the user.
  ///
  /// Throws the same errors as `Plan.init`.
  package func planForDisplay(
    _ options: SessionOptions, in configuration: Configuration, _ environment: [String: String]
  ) throws -> Plan {
    switch self {
    case .entry(let entry):
      try Plan(entry: entry, options: options, in: configuration, environment: environment)
    case .role(let role, let source):
      try Plan(
        role: role, from: source, options: options, in: configuration, environment: environment)
    }
  }
}

extension Configuration {
  /// Throws an `UnreadProtectionError` if the settings may protect the target and could not be
  /// read.
  package func checkProtection(of target: SwitchTarget) throws(UnreadProtectionError) {
    let sources: [Entry] =
      if case .role(_, let source) = target { source.map { [$0] } ?? ambientEntries } else { [] }
    // A role without a profile may also be the role of an entry.
    let entries = [target.entry] + sources + sameRole(as: target)
    for entry in entries {
      if let unread = unreadProtection(of: entry) { throw unread }
    }
  }

  private func unreadProtection(of entry: Entry) -> UnreadProtectionError? {
    unreadProtections.first { $0.concerns(entry.name, entry.label.displayName) }
  }

  /// The entries with the role that a target names by its ARN or by a link.
  private func sameRole(as target: SwitchTarget) -> [Entry] {
    guard case .role(let role, _) = target, let identity = RoleIdentity(role) else { return [] }
    return catalogue.entries.filter { RoleIdentity($0) == identity }
  }

  /// A role without a profile as an entry, with the label of its link, of the rules, else with its
  /// name.
  ///
  /// The author of a link chooses its display name. It does not remove the protection that a rule
  /// gives to the role's own name.
  ///
  /// The protection of an entry with the same role applies, too. Role names are unique within an
  /// account, regardless of case (IAM User Guide).
  fileprivate func entry(for role: RoleReference) -> Entry {
    let arn = try? ARN(role: role.roleARN)
    let name = [arn?.roleName, arn?.accountID].compactMap(\.self).joined(separator: " in ")
    var profile = ProfileEntry(
      name: role.roleARN, origin: Origin(file: "the command line", line: 0), kind: .assumeRole,
      accountID: arn?.accountID, roleARN: role.roleARN, displayName: name,
      color: role.color.map { "#" + $0 })
    var labels = settings
    labels.entries = []
    let own = Catalogue(profiles: [profile], settings: labels).entries
    profile.displayName = role.displayName ?? name
    var entry = Catalogue(profiles: [profile], settings: labels).entries[0]
    let same = own + sameRole(as: .role(entry, from: nil))
    // An entry in `config.yaml` may be named by the ARN of a role.
    let identity = RoleIdentity(entry)
    let configured = settings.entries.filter {
      RoleIdentity(arn: $0.name).map { $0 == identity } ?? false
    }
    entry.label.confirmsBriefly =
      (same + [entry]).allSatisfy { !$0.label.confirm || $0.label.confirmsBriefly }
      && configured.allSatisfy { $0.confirm != true || $0.confirmsBriefly }
    entry.label.confirm =
      entry.label.confirm || same.contains(where: \.label.confirm)
      || configured.contains { $0.confirm == true }
    entry.label.readOnly =
      entry.label.readOnly || same.contains(where: \.label.readOnly)
      || configured.contains { $0.readOnly == true }
    return entry
  }
}

/// The target is not a role that could be assumed from an entry.
package enum SwitchTargetError: Error, Sendable, Hashable, CustomStringConvertible {
  case sourceWithoutRole(String)

  package var description: String {
    switch self {
    case .sourceWithoutRole(let text):
      "--source is for a role's ARN or a console link; '\(text.cleaned)' is neither."
    }
  }
}
