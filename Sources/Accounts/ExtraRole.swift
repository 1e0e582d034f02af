/// A role that `config.yaml` adds to the profiles: an entry there with its own `role_arn`.
package struct ExtraRole: Sendable, Hashable {
  package var name: String
  package var roleARN: String
  /// The profile whose credentials assume the role; nil where the entry names none.
  package var sourceProfile: String?
  package var region: String?
  package var externalID: String?
  package var mfaSerial: String?
  package var durationSeconds: Int?
  package var origin: Origin

  package init(
    name: String, roleARN: String, sourceProfile: String? = nil, region: String? = nil,
    externalID: String? = nil, mfaSerial: String? = nil, durationSeconds: Int? = nil,
    origin: Origin
  ) {
    self.name = name
    self.roleARN = roleARN
    self.sourceProfile = sourceProfile
    self.region = region
    self.externalID = externalID
    self.mfaSerial = mfaSerial
    self.durationSeconds = durationSeconds
    self.origin = origin
  }
}
