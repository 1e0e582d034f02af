package import Canvas
import Text

/// One line of the picker: a name, a label, and a way to get credentials.
package struct Entry: Sendable, Hashable, Identifiable {
  /// How an entry gets its credentials: the `kind` of the last step of its chain.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case staticKeys = "static-keys"
    case assumeRole = "assume-role"
    case webIdentity = "web-identity"
    case saml
    case sso
    case process
    case login
    case environment
    case container
    case instanceMetadata = "instance-metadata"
  }

  /// A problem with an entry in the files.
  package enum Trouble: Sendable, Hashable {
    /// The entry cannot provide credentials.
    case unusable
    /// A setting is not used as written.
    case doubtful
  }

  package var name: String
  package var label: Label
  package var kind: Kind
  package var accountID: String?
  /// The role's name without its path.
  package var roleName: String?
  package var roleARN: String?
  package var region: String?
  package var origin: Origin
  /// The problem with it in the files, if one was found.
  package var trouble: Trouble?
  /// True if the chain starts at a profile of this name; false for entries of `config.yaml`.
  package var isProfile: Bool
  /// True if its profile, or one that its chain uses, names an MFA device.
  package var hasMFA = false
  /// The login of the entry: the name of an sso-session, or a start URL; nil if it has none.
  package var login: String?

  package var id: String { name }

  package init(
    name: String, label: Label, kind: Kind, accountID: String? = nil, roleName: String? = nil,
    roleARN: String? = nil, region: String? = nil, origin: Origin, isProfile: Bool = true
  ) {
    self.name = name
    self.label = label
    self.kind = kind
    self.accountID = accountID
    self.roleName = roleName
    self.roleARN = roleARN
    self.region = region
    self.origin = origin
    self.isProfile = isProfile
  }
}

/// How an entry is displayed and reached in the picker.
package struct Label: Sendable, Hashable {
  /// As written by its owner; cleaned when it is shown.
  package var displayName: String
  /// Always an `.rgb`.
  package var color: Color
  package var group: String?
  package var shortcut: Character?
  /// Switching requires typing the name, or answering a question.
  package var confirm: Bool
  /// A question is enough (`confirm: ask`), if confirmation is required.
  package var confirmsBriefly = false
  package var readOnly: Bool

  package init(
    displayName: String, color: Color, group: String? = nil, shortcut: Character? = nil,
    confirm: Bool = false, readOnly: Bool = false
  ) {
    self.displayName = displayName
    self.color = color
    self.group = group
    self.shortcut = shortcut
    self.confirm = confirm
    self.readOnly = readOnly
  }
}

extension Entry {
  /// The entry with everything that its row shows cleaned.
  ///
  /// The name is unchanged, since it identifies the entry. The name, the ARN and the file are
  /// cleaned where the details of an entry show them.
  package var cleaned: Entry {
    var entry = self
    let shown = label.displayName.cleaned
    entry.label.displayName = shown.isBlank ? name.cleaned : shown
    if entry.label.displayName.isBlank { entry.label.displayName = "(no name)" }
    entry.label.group = label.group?.cleaned
    entry.accountID = accountID?.cleaned
    entry.roleName = roleName?.cleaned
    entry.region = region?.cleaned
    return entry
  }
}

extension String {
  fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}

extension Character {
  /// The key of a label's `shortcut`: one visible character; nil for anything else.
  package init?(shortcut text: String) {
    guard text.count == 1, let character = text.first, character.isVisible else { return nil }
    self = character
  }

  private var isVisible: Bool {
    !isWhitespace
      && unicodeScalars.allSatisfy {
        switch $0.properties.generalCategory {
        case .control, .format, .unassigned, .privateUse, .surrogate: false
        default: true
        }
      }
  }
}
