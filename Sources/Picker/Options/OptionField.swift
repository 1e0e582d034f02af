import Accounts

/// One of the things that can be chosen before switching.
enum OptionField: Equatable, Sendable, CaseIterable {
  case region, duration, sessionName, sourceIdentity, tags, readOnly

  var label: String {
    switch self {
    case .region: "Region"
    case .duration: "Duration"
    case .sessionName: "Session name"
    case .sourceIdentity: "Source identity"
    case .tags: "Tags"
    case .readOnly: "Read-only"
    }
  }

  /// What stands in the field while it is empty.
  func hint(_ entry: Entry) -> String {
    switch self {
    case .region: entry.region ?? "for example eu-central-1"
    case .duration: "for example 90m or 12h"
    case .tags: "KEY=VALUE, KEY=VALUE"
    case .sessionName, .sourceIdentity, .readOnly: ""
    }
  }

  /// What the field says of a choice that has been made.
  func text(_ choice: SessionOptions) -> String {
    switch self {
    case .region: choice.region ?? ""
    case .duration: choice.durationSeconds.map(shortDuration) ?? ""
    case .sessionName: choice.sessionName ?? ""
    case .sourceIdentity: choice.sourceIdentity ?? ""
    case .tags: choice.tags.map { "\($0.key)=\($0.value)" }.joined(separator: ", ")
    case .readOnly: choice.isReadOnly ? "yes" : "no"
    }
  }
}

extension OptionField {
  /// The fields that make sense for an entry, or for a typed role, which is always assumed.
  static func offered(_ entry: Entry, hasRole: Bool) -> [OptionField] {
    let fields: [OptionField] =
      switch hasRole ? .assumeRole : entry.kind {
      case .assumeRole: allCases
      case .webIdentity, .saml: [.region, .duration, .readOnly]
      case .staticKeys, .sso, .process, .login, .environment, .container, .instanceMetadata:
        [.region]
      }
    return fields.filter { $0 != .readOnly || !entry.label.readOnly }
  }
}
