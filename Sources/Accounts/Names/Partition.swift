/// One of AWS's separate clouds, with its own regions, accounts and host names.
package struct Partition: Sendable, Hashable {
  /// As in an ARN: `aws`, `aws-cn`, ...
  package let name: String
  /// What stands before `-<word>-<number>` in the names of its regions.
  let regionPrefixes: [String]
  /// The regions that AWS lists; there may be newer ones.
  let regions: [String]
  /// `sts.REGION.` and this is the host of STS.
  package let dnsSuffix: String
  package let dualStackDNSSuffix: String
  /// The region that AWS implies where none is given.
  package let defaultRegion: String
}

extension Partition {
  /// The partition of that name; nil where AWS has none.
  package init?(named name: String) {
    guard let known = Self.all.first(where: { $0.name == name }) else { return nil }
    self = known
  }

  /// The partition that a region is in; `aws` for a region of no known shape, as AWS's own tools do.
  package init(ofRegion region: String) {
    self = Self.all.first { $0.holds(region) } ?? Self.aws
  }

  /// True for a host name that AWS alone can have: below the domain of a partition.
  package static func holds(host: String) -> Bool {
    all.contains {
      host.hasSuffix("." + $0.dnsSuffix) || host.hasSuffix("." + $0.dualStackDNSSuffix)
    }
  }

  /// True for a region of the form that those of the partition have.
  func holds(_ region: String) -> Bool {
    region == name + "-global" || regionPrefixes.contains { isRegion(region, after: $0) }
  }
}

/// True for the prefix, a dash, a word, a dash and a number.
private func isRegion(_ region: String, after prefix: String) -> Bool {
  guard region.hasPrefix(prefix + "-") else { return false }
  let rest = region.dropFirst(prefix.count + 1)
    .split(separator: "-", omittingEmptySubsequences: false)
  return rest.count == 2 && !rest[0].isEmpty && rest[0].utf8.allSatisfy(isWordByte)
    && !rest[1].isEmpty && rest[1].utf8.allSatisfy { (0x30...0x39).contains($0) }
}

private func isWordByte(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F: true
  default: false
  }
}
