import Accounts
import Canvas

/// Who is to be become: an entry, or a role that no profile names, with the credentials of one that does.
enum Target: Sendable {
  case entry(Entry)
  /// The role as an entry, and what assumes it: nil for what the AWS CLI would use here.
  case role(Entry, from: Entry?)

  var entry: Entry {
    switch self {
    case .entry(let entry), .role(let entry, _): entry
    }
  }
}

extension Target {
  /// What was typed: an entry's name, or a role's ARN or console link with the name of an entry to assume it from.
  ///
  /// Throws `UnknownEntry`, `ChainProblem`, `RoleReferenceFault` and `Failure`.
  init(_ text: String, source: String?, in configuration: Configuration) throws {
    let catalogue = configuration.catalogue
    if RoleReference.looksLikeOne(text), !catalogue.entries.contains(where: { $0.name == text }) {
      let role = configuration.entry(for: try RoleReference(text))
      self = .role(role, from: try source.map { try configuration.entry(named: $0) })
    } else if source != nil {
      throw Failure.input(
        "--source goes with the ARN of a role or a console link; '\(text.cleaned)' is neither.")
    } else {
      self = .entry(try configuration.entry(named: text))
    }
  }

  /// The plan to switch to it; throws an `UnreadProtection` where what may protect it could not be read, as
  /// `planToShow` does, and where AWS could only refuse.
  func plan(
    _ choice: Choice, in configuration: Configuration, _ environment: [String: String]
  ) throws -> Plan {
    try configuration.checkProtection(of: self)
    let plan = try planToShow(choice, in: configuration, environment)
    try plan.checkValues()
    return plan
  }

  /// The plan for those who only look at it; throws as `Plan.init` does.
  func planToShow(
    _ choice: Choice, in configuration: Configuration, _ environment: [String: String]
  ) throws -> Plan {
    switch self {
    case .entry(let entry):
      try Plan(entry: entry, choice: choice, in: configuration, environment: environment)
    case .role(let role, let source):
      try Plan(
        role: role, from: source, choice: choice, in: configuration, environment: environment)
    }
  }
}

extension Configuration {
  /// Throws an `UnreadProtection` where the settings may protect the target and could not be read.
  func checkProtection(of target: Target) throws(UnreadProtection) {
    let source: Entry? = if case .role(_, let source) = target { source } else { nil }
    // A role that no profile names may be that of an entry.
    let entries = [target.entry, source].compactMap(\.self) + sameRole(as: target)
    for entry in entries {
      if let unread = unreadProtection(of: entry) { throw unread }
    }
  }

  private func unreadProtection(of entry: Entry) -> UnreadProtection? {
    settings.unreadProtection(of: entry)
      ?? catalogue.misnamedProtections.first { $0.concerns(entry.name, entry.label.displayName) }
  }

  /// The entries of the role that a target names by its ARN or by a link.
  private func sameRole(as target: Target) -> [Entry] {
    guard case .role(let role, _) = target else { return [] }
    return catalogue.entries.filter {
      $0.roleARN != nil && $0.accountID == role.accountID && $0.roleName == role.roleName
    }
  }

  /// A role without a profile as an entry, labelled by its link, by the rules, else by its name.
  ///
  /// What protects an entry of that role protects it too: a name in the account has one role (IAM User Guide).
  fileprivate func entry(for role: RoleReference) -> Entry {
    let arn = try? ARN(role: role.roleARN)
    let name = [arn?.roleName, arn?.accountID].compactMap(\.self).joined(separator: " in ")
    let profile = ProfileEntry(
      name: role.roleARN, origin: Origin(file: "the command line", line: 0), kind: .assumeRole,
      accountID: arn?.accountID, roleARN: role.roleARN, displayName: role.displayName ?? name,
      color: role.color.map { "#" + $0 })
    var labels = settings
    labels.entries = []
    var entry = Catalogue(profiles: [profile], settings: labels).entries[0]
    let same = sameRole(as: .role(entry, from: nil))
    entry.label.confirm = entry.label.confirm || same.contains(where: \.label.confirm)
    entry.label.readOnly = entry.label.readOnly || same.contains(where: \.label.readOnly)
    return entry
  }
}
