/// An Amazon Resource Name in the parts that IAM's and STS's own names have; they have no region.
struct ARN: Sendable, Hashable {
  var partition: String
  var service: String
  var account: String
  /// What follows the last colon: `user/maya`, `role/team/Admin`, `root`.
  var resource: String

  /// Nil where `text` is not `arn:PARTITION:SERVICE::ACCOUNT:RESOURCE`.
  init?(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
    guard parts.count == 6, parts[0] == "arn", parts[3].isEmpty, !parts[1].isEmpty,
      parts[4].count == 12, parts[4].allSatisfy({ ("0"..."9").contains($0) }), !parts[5].isEmpty
    else { return nil }
    (partition, service) = (String(parts[1]), String(parts[2]))
    (account, resource) = (String(parts[4]), String(parts[5]))
  }

  /// The last part of a resource's path: the role's or the user's own name.
  var name: String {
    resource.split(separator: "/").last.map(String.init) ?? resource
  }
}
