import Accounts
import Testing

struct PartitionTests {
  @Test(arguments: [
    ("us-east-1", "aws"), ("eu-central-2", "aws"), ("mx-central-1", "aws"), ("il-central-1", "aws"),
    ("cn-north-1", "aws-cn"), ("us-gov-west-1", "aws-us-gov"), ("eusc-de-east-1", "aws-eusc"),
    ("us-iso-east-1", "aws-iso"), ("us-isob-east-1", "aws-iso-b"), ("eu-isoe-west-1", "aws-iso-e"),
    ("us-isof-south-1", "aws-iso-f"), ("aws-global", "aws"), ("aws-cn-global", "aws-cn"),
    ("aws-us-gov-global", "aws-us-gov"),
  ])
  func isKnownByItsRegions(region: String, partition: String) {
    #expect(Partition(ofRegion: region).name == partition)
  }

  @Test(arguments: ["", "mars-north-1", "us-gov-west", "cn", "cn-north-", "cn--1", "cn-north-1a"])
  func isTheCommercialOneForOtherRegions(region: String) {
    #expect(Partition(ofRegion: region) == .aws)
  }

  @Test func isFoundByName() {
    #expect(Partition(named: "aws-cn")?.dnsSuffix == "amazonaws.com.cn")
    #expect(Partition(named: "aws-mars") == nil)
  }

  @Test(arguments: Partition.all)
  func holdsItsOwnDefaultRegion(partition: Partition) {
    #expect(Partition(ofRegion: partition.defaultRegion) == partition)
  }
}
