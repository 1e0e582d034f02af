/// An AWS partition, with its own regions, accounts and host names.
package struct Partition: Sendable, Hashable {
  /// The name in ARNs: `aws`, `aws-cn`, ...
  package let name: String
  /// The prefixes of its region names, before `-<word>-<number>`.
  let regionPrefixes: [String]
  /// The regions in botocore's list; there may be newer ones.
  let regions: [String]
  /// The suffix of host names; STS has the host `sts.REGION.` with this suffix.
  package let dnsSuffix: String
  package let dualStackDNSSuffix: String
  /// The default region if none is given.
  package let defaultRegion: String
}

extension Partition {
  /// The partition of that name; nil if there is none.
  package init?(named name: String) {
    guard let known = Self.all.first(where: { $0.name == name }) else { return nil }
    self = known
  }

  /// The partition of a region; `aws` for an unknown form, as in AWS's own tools.
  package init(ofRegion region: String) {
    self = Self.all.first { $0.holds(region) } ?? Self.aws
  }

  /// True for a host name below the domain of a partition, which only AWS can have.
  package static func holds(host: String) -> Bool {
    all.contains {
      host.hasSuffix("." + $0.dnsSuffix) || host.hasSuffix("." + $0.dualStackDNSSuffix)
    }
  }

  /// True for a region name of the partition's form.
  func holds(_ region: String) -> Bool {
    region == name + "-global" || regionPrefixes.contains { isRegion(region, after: $0) }
  }
}

/// True for the prefix followed by a dash, a word, a dash and a number.
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

extension Partition {
  /// The commercial partition, which most accounts use.
  package static let aws = Partition(
    name: "aws", regionPrefixes: ["us", "eu", "ap", "sa", "ca", "me", "af", "il", "mx"],
    regions: [
      "af-south-1", "ap-east-1", "ap-east-2", "ap-northeast-1", "ap-northeast-2",
      "ap-northeast-3", "ap-south-1", "ap-south-2", "ap-southeast-1", "ap-southeast-2",
      "ap-southeast-3", "ap-southeast-4", "ap-southeast-5", "ap-southeast-6",
      "ap-southeast-7", "ca-central-1", "ca-west-1", "eu-central-1", "eu-central-2",
      "eu-north-1", "eu-south-1", "eu-south-2", "eu-west-1", "eu-west-2", "eu-west-3",
      "il-central-1", "me-central-1", "me-south-1", "mx-central-1", "sa-east-1", "us-east-1",
      "us-east-2", "us-west-1", "us-west-2",
    ],
    dnsSuffix: "amazonaws.com", dualStackDNSSuffix: "api.aws", defaultRegion: "us-east-1")

  /// Every partition, as botocore's partitions.json lists them.
  package static let all = [
    aws,
    Partition(
      name: "aws-cn", regionPrefixes: ["cn"],
      regions: ["cn-north-1", "cn-northwest-1"],
      dnsSuffix: "amazonaws.com.cn",
      dualStackDNSSuffix: "api.amazonwebservices.com.cn", defaultRegion: "cn-northwest-1"),
    Partition(
      name: "aws-us-gov", regionPrefixes: ["us-gov"],
      regions: ["us-gov-east-1", "us-gov-west-1"],
      dnsSuffix: "amazonaws.com",
      dualStackDNSSuffix: "api.aws", defaultRegion: "us-gov-west-1"),
    Partition(
      name: "aws-eusc", regionPrefixes: ["eusc-de"],
      regions: ["eusc-de-east-1"],
      dnsSuffix: "amazonaws.eu",
      dualStackDNSSuffix: "api.amazonwebservices.eu", defaultRegion: "eusc-de-east-1"),
    Partition(
      name: "aws-iso", regionPrefixes: ["us-iso"],
      regions: ["us-iso-east-1", "us-iso-west-1"],
      dnsSuffix: "c2s.ic.gov",
      dualStackDNSSuffix: "api.aws.ic.gov", defaultRegion: "us-iso-east-1"),
    Partition(
      name: "aws-iso-b", regionPrefixes: ["us-isob"],
      regions: ["us-isob-east-1", "us-isob-west-1"],
      dnsSuffix: "sc2s.sgov.gov",
      dualStackDNSSuffix: "api.aws.scloud", defaultRegion: "us-isob-east-1"),
    Partition(
      name: "aws-iso-e", regionPrefixes: ["eu-isoe"],
      regions: ["eu-isoe-west-1"],
      dnsSuffix: "cloud.adc-e.uk",
      dualStackDNSSuffix: "api.cloud-aws.adc-e.uk", defaultRegion: "eu-isoe-west-1"),
    Partition(
      name: "aws-iso-f", regionPrefixes: ["us-isof"],
      regions: ["us-isof-east-1", "us-isof-south-1"],
      dnsSuffix: "csp.hci.ic.gov",
      dualStackDNSSuffix: "api.aws.hci.ic.gov", defaultRegion: "us-isof-south-1"),
  ]
}
