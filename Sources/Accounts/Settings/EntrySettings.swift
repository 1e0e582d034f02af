package import Canvas

/// What `config.yaml` says of one entry: labels for a profile of that name, or a role of its own.
package struct EntrySettings: Sendable, Hashable {
  package var name: String
  package var displayName: String?
  package var color: Color?
  package var shortcut: Character?
  package var group: String?
  package var region: String?
  package var confirm: Bool?
  /// `confirm: ask`.
  package var confirmsBriefly = false
  package var readOnly: Bool?
  package var roleARN: String?
  package var sourceProfile: String?
  package var externalID: String?
  package var mfaSerial: String?
  package var durationSeconds: Int?
  package var marks = MarkSettings()
  package var origin: Origin

  /// An entry that says nothing yet but its name.
  package init(name: String, origin: Origin) {
    self.name = name
    self.origin = origin
  }

  /// The role that the entry adds, where it has a `role_arn`.
  package var extraRole: ExtraRole? {
    roleARN.map {
      ExtraRole(
        name: name, roleARN: $0, sourceProfile: sourceProfile, region: region,
        externalID: externalID, mfaSerial: mfaSerial, durationSeconds: durationSeconds,
        origin: origin)
    }
  }
}

extension Settings {
  /// The roles that `config.yaml` adds to the profiles, in file order.
  package var extraRoles: [ExtraRole] { entries.compactMap(\.extraRole) }
}
