extension Partition {
  /// The commercial partition, which most accounts are in.
  package static let aws = Partition(
    name: "aws", regionPrefixes: ["us", "eu", "ap", "sa", "ca", "me", "af", "il", "mx"],
    dnsSuffix: "amazonaws.com", dualStackDNSSuffix: "api.aws", defaultRegion: "us-east-1")

  /// Every partition, as botocore's partitions.json lists them.
  package static let all = [
    aws,
    Partition(
      name: "aws-cn", regionPrefixes: ["cn"], dnsSuffix: "amazonaws.com.cn",
      dualStackDNSSuffix: "api.amazonwebservices.com.cn", defaultRegion: "cn-northwest-1"),
    Partition(
      name: "aws-us-gov", regionPrefixes: ["us-gov"], dnsSuffix: "amazonaws.com",
      dualStackDNSSuffix: "api.aws", defaultRegion: "us-gov-west-1"),
    Partition(
      name: "aws-eusc", regionPrefixes: ["eusc-de"], dnsSuffix: "amazonaws.eu",
      dualStackDNSSuffix: "api.amazonwebservices.eu", defaultRegion: "eusc-de-east-1"),
    Partition(
      name: "aws-iso", regionPrefixes: ["us-iso"], dnsSuffix: "c2s.ic.gov",
      dualStackDNSSuffix: "api.aws.ic.gov", defaultRegion: "us-iso-east-1"),
    Partition(
      name: "aws-iso-b", regionPrefixes: ["us-isob"], dnsSuffix: "sc2s.sgov.gov",
      dualStackDNSSuffix: "api.aws.scloud", defaultRegion: "us-isob-east-1"),
    Partition(
      name: "aws-iso-e", regionPrefixes: ["eu-isoe"], dnsSuffix: "cloud.adc-e.uk",
      dualStackDNSSuffix: "api.cloud-aws.adc-e.uk", defaultRegion: "eu-isoe-west-1"),
    Partition(
      name: "aws-iso-f", regionPrefixes: ["us-isof"], dnsSuffix: "csp.hci.ic.gov",
      dualStackDNSSuffix: "api.aws.hci.ic.gov", defaultRegion: "us-isof-south-1"),
  ]
}
