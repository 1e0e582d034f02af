package import Canvas
package import Secrets

/// Who a child is: an entry, the role it stands for, and the keys to it.
package struct Identity: Sendable, Equatable {
  /// The entry's name, as it stands in its file.
  package var entry: String
  package var displayName: String
  package var color: Color
  package var accountID: String?
  /// The role's name without its path.
  package var roleName: String?
  package var region: String
  package var keys: AWSCredentials
  /// How many subshells deep this one is, counted from 1.
  package var depth: Int
  /// The role was assumed with the ReadOnlyAccess policy as session policy.
  package var isReadOnly: Bool
  /// When a shell renews the session; nil for keys that do not end, or that cannot be renewed.
  package var renewal: Renewal?
  package var delivery: DeliveryMethod
  /// What was chosen besides the entry, as options of the command line, for the session to be renewed alike.
  package var choice: [String]
  /// `AWS_VAULT` is set too, for prompts and scripts that were made for aws-vault.
  package var setsAWSVault: Bool
  /// The clock of the shell; nil where it agrees with AWS's.
  package var clock: ShellClock?

  package init(
    entry: String, displayName: String, color: Color, accountID: String? = nil,
    roleName: String? = nil, region: String, keys: AWSCredentials, depth: Int = 1,
    isReadOnly: Bool = false, renewal: Renewal? = nil, choice: [String] = [],
    delivery: DeliveryMethod = .keys, setsAWSVault: Bool = false, clock: ShellClock? = nil
  ) {
    self.entry = entry
    self.displayName = displayName
    self.color = color
    self.accountID = accountID
    self.roleName = roleName
    self.region = region
    self.keys = keys
    self.depth = depth
    self.isReadOnly = isReadOnly
    self.renewal = renewal
    self.choice = choice
    self.delivery = delivery
    self.setsAWSVault = setsAWSVault
    self.clock = clock
  }
}

extension Identity {
  /// The display name, cleaned; the entry's name where nothing of it can be shown.
  package var label: String {
    let shown = displayName.cleaned
    return shown.allSatisfy(\.isWhitespace) ? entry.cleaned : shown
  }
}
