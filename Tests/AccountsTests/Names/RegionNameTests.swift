import Accounts
import Testing
import Text

struct RegionNameTests {
  @Test(arguments: [
    "eu-west-1", "us-gov-east-1", "cn-northwest-1", "us-iso-west-1", "eusc-de-east-1",
    "aws-global", "aws-cn-global",
    // Of the form of listed regions, and perhaps newer than the list.
    "us-east-9", "ap-southeast-12", "mx-north-1", "me-west-1",
  ])
  func aRegionOrOneOfThatForm(_ text: String) {
    #expect(RegionName(text) == .usable)
  }

  @Test(arguments: [
    ("us-esat-1", "us-east-1"), ("eu-wset-2", "eu-west-2"), ("ap-souteast-1", "ap-southeast-1"),
  ])
  func oneLetterAwayIsOnlyRemarked(_ text: String, _ nearest: String) {
    #expect(RegionName(text) == .unusual(nearest: nearest))
  }

  @Test(arguments: [
    ("\"eu-west-1\"", "eu-west-1"), ("EU-WEST-1", "eu-west-1"), ("eu_west_1", "eu-west-1"),
    ("us-east-1b", "us-east-1"), ("us gov west 1", "us-gov-west-1"), ("useast1", "us-east-1"),
  ])
  func aRegionWrittenInAnotherWay(_ text: String, _ region: String) {
    #expect(RegionName(text) == .miswritten(as: region))
  }

  @Test(arguments: [("mars", nil), ("x", nil), ("", nil), ("eu-west", "eu-west-1")])
  func noRegionAtAll(_ text: String, _ nearest: String?) {
    #expect(RegionName(text) == .unknown(nearest: nearest))
  }

  @Test func everyPartitionsDefaultIsListed() {
    for partition in Partition.all {
      #expect(RegionName(partition.defaultRegion) == .usable)
      #expect(Partition(ofRegion: partition.defaultRegion).name == partition.name)
    }
  }

  @Test(arguments: [
    ("east", "esat", true), ("region", "refion", true), ("region", "regions", true),
    ("region", "egion", true), ("region", "region", false), ("test", "east", false),
    ("a", "", true), ("", "", false), ("ab", "ba", true), ("abcd", "badc", false),
  ])
  func oneEdit(_ one: String, _ other: String, _ isOne: Bool) {
    #expect(areOneEditApart(one, other) == isOne)
    #expect(areOneEditApart(other, one) == isOne)
  }
}
