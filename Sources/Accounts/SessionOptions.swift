/// Options for a session in addition to the entry; they apply to the last role of the chain.
package struct SessionOptions: Sendable, Hashable {
  /// A session tag, which policies can refer to.
  package struct Tag: Sendable, Hashable {
    package var key: String
    package var value: String

    package init(_ key: String, _ value: String) {
      self.key = key
      self.value = value
    }
  }

  /// The region of the AWS calls and of the child process.
  package var region: String?
  package var durationSeconds: Int?
  package var sessionName: String?
  package var sourceIdentity: String?
  package var tags: [Tag] = []
  /// True to use the ReadOnlyAccess policy as session policy: the role's own permissions, limited
  /// to reading.
  package var isReadOnly = false
  package var policyARNs: [String] = []
  /// A session policy, as JSON.
  package var policy: String?

  /// True to ignore `config.yaml`, with its labels and protection.
  package var ignoresSettings = false

  package init() {}
}
