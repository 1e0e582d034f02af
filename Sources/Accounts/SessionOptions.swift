/// What is chosen at the moment of switching, beyond the entry: it changes the last role of the chain.
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

  /// Where AWS is called, and the child's region.
  package var region: String?
  package var durationSeconds: Int?
  package var sessionName: String?
  package var sourceIdentity: String?
  package var tags: [Tag] = []
  /// The ReadOnlyAccess policy as session policy: what the role may do, but only read.
  package var isReadOnly = false
  package var policyARNs: [String] = []
  /// A session policy, as JSON.
  package var policy: String?

  /// `config.yaml` is left out, with the labels and the protection that it gives.
  package var ignoresSettings = false

  package init() {}
}
