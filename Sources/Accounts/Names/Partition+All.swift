extension Partition {
  /// The commercial partition, which most accounts are in.
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
