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
  /// Throws `UnknownEntry`, `RoleReferenceFault` and `Failure`.
  init(_ text: String, source: String?, in configuration: Configuration) throws {
    let catalogue = configuration.catalogue
    if RoleReference.looksLikeOne(text), !catalogue.entries.contains(where: { $0.name == text }) {
      let role = configuration.entry(for: try RoleReference(text))
      self = .role(role, from: try source.map { try catalogue.entry(named: $0) })
    } else if source != nil {
      throw Failure.input(
        "--source goes with the ARN of a role or a console link; '\(text.cleaned)' is neither.")
    } else {
      self = .entry(try catalogue.entry(named: text))
    }
  }

  /// The plan for it; throws as `Plan.init` does.
  func plan(
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
  /// A role without a profile as an entry, labelled by its link, by the rules, else by its name.
  fileprivate func entry(for role: RoleReference) -> Entry {
    let arn = try? ARN(role: role.roleARN)
    let name = [arn?.roleName, arn?.accountID].compactMap(\.self).joined(separator: " in ")
    let profile = ProfileEntry(
      name: role.roleARN, origin: Origin(file: "the command line", line: 0), kind: .assumeRole,
      accountID: arn?.accountID, roleARN: role.roleARN, displayName: role.displayName ?? name,
      color: role.color.map { "#" + $0 })
    var labels = settings
    labels.entries = []
    return Catalogue(profiles: [profile], settings: labels).entries[0]
  }
}
