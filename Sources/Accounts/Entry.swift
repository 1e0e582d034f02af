package import Canvas
import Text

/// One line of the picker: a name, a label, and a way to become someone.
///
/// An entry is known by its `name` alone: two entries may name the same role of the same account.
package struct Entry: Sendable, Hashable, Identifiable {
  /// How an entry comes by its credentials: the `kind` of the last step of its chain.
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

  /// What is wrong with an entry in the files.
  package enum Trouble: Sendable, Hashable {
    /// No credentials can be got with it.
    case unusable
    /// Something is not used as it is written.
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
  /// What is wrong with it in the files, as far as anybody has looked.
  package var trouble: Trouble?
  /// The profile that the chain starts from reading: the entry's own name, but for entries of `config.yaml`.
  package var isProfile: Bool
  /// Its profile, or one that its chain goes through, names an MFA device.
  package var hasMFA = false
  /// What it logs in to: the name of an sso-session, or a start URL; nil if there is no login.
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

/// What an entry looks like and how it is reached in the picker.
package struct Label: Sendable, Hashable {
  /// As written by its owner; cleaned by whoever shows it.
  package var displayName: String
  /// Always an `.rgb`.
  package var color: Color
  package var group: String?
  package var shortcut: Character?
  /// The name must be typed before switching, or a question answered.
  package var confirm: Bool
  /// A question is enough (`confirm: ask`), where it must be confirmed at all.
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
  /// The entry with all that its row shows cleaned.
  ///
  /// Its name stays as it is, since that identifies it; that, the ARN and the file, which only the
  /// details of one entry show, are cleaned there.
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
  /// The key that a label's `shortcut` asks for: one visible character; nil for anything else.
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
