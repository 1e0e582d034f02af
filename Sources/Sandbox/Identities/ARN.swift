/// An Amazon Resource Name of IAM or STS, which has no region.
struct ARN: Sendable, Hashable {
  var partition: String
  var service: String
  var account: String
  /// The part after the account: `user/maya`, `role/team/Admin`, `root`.
  var resource: String

  /// Nil if `text` is not `arn:PARTITION:SERVICE::ACCOUNT:RESOURCE`.
  init?(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
    guard parts.count == 6, parts[0] == "arn", parts[3].isEmpty, !parts[1].isEmpty,
      parts[4].count == 12, parts[4].allSatisfy({ ("0"..."9").contains($0) }), !parts[5].isEmpty
    else { return nil }
    (partition, service) = (String(parts[1]), String(parts[2]))
    (account, resource) = (String(parts[4]), String(parts[5]))
  }

  /// The last part of the resource's path: the name of the role or the user.
  var name: String {
    resource.split(separator: "/").last.map(String.init) ?? resource
  }
}

/// The partition of a region; nil if it is not a region.
func partition(ofRegion region: String) -> String? {
  let parts = region.split(separator: "-", omittingEmptySubsequences: false)
  guard parts.count >= 3, let number = parts.last, !number.isEmpty,
    number.allSatisfy({ ("0"..."9").contains($0) }), !parts.contains("")
  else { return nil }
  return partitions.first { region.hasPrefix($0.prefix) }?.name
}

/// The prefixes of regions; longer ones come before those that they begin with.
private let partitions: [(prefix: String, name: String)] =
  [
    ("us-gov-", "aws-us-gov"), ("us-iso-", "aws-iso"), ("us-isob-", "aws-iso-b"),
    ("us-isof-", "aws-iso-f"), ("eu-isoe-", "aws-iso-e"), ("eusc-", "aws-eusc"), ("cn-", "aws-cn"),
  ]
  + ["us", "eu", "ap", "sa", "ca", "me", "af", "il", "mx"].map { ($0 + "-", "aws") }
