/// The partition that a region belongs to; nil for what is no region.
func partition(ofRegion region: String) -> String? {
  let parts = region.split(separator: "-", omittingEmptySubsequences: false)
  guard parts.count >= 3, let number = parts.last, !number.isEmpty,
    number.allSatisfy({ ("0"..."9").contains($0) }), !parts.contains("")
  else { return nil }
  return partitions.first { region.hasPrefix($0.prefix) }?.name
}

/// In order: the longer prefixes come before those that they begin with.
private let partitions: [(prefix: String, name: String)] =
  [
    ("us-gov-", "aws-us-gov"), ("us-iso-", "aws-iso"), ("us-isob-", "aws-iso-b"),
    ("us-isof-", "aws-iso-f"), ("eu-isoe-", "aws-iso-e"), ("eusc-", "aws-eusc"), ("cn-", "aws-cn"),
  ]
  + ["us", "eu", "ap", "sa", "ca", "me", "af", "il", "mx"].map { ($0 + "-", "aws") }
