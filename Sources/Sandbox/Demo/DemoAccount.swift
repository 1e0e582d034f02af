/// An account of the demo's invented company, Harbour & Pine, which sells books.
///
/// The ids are of the patterns that AWS's own documentation uses for examples.
struct DemoAccount: Sendable, Hashable {
  let id: String
  let region: String
  var partition = "aws"

  func role(_ name: String) -> String { "arn:\(partition):iam::\(id):role/\(name)" }
  func user(_ name: String) -> String { "arn:\(partition):iam::\(id):user/\(name)" }
}

extension DemoAccount {
  static let identity = DemoAccount(id: "111122223333", region: "eu-west-1")
  static let paymentsProd = DemoAccount(id: "222233334444", region: "eu-west-1")
  static let paymentsStaging = DemoAccount(id: "333344445555", region: "eu-west-1")
  static let paymentsDev = DemoAccount(id: "444455556666", region: "eu-north-1")
  static let cardNetwork = DemoAccount(id: "555577779999", region: "eu-central-1")
  static let storefrontProd = DemoAccount(id: "555566667777", region: "us-east-1")
  static let storefrontStaging = DemoAccount(id: "666677778888", region: "us-east-1")
  static let storefrontDev = DemoAccount(id: "777788889999", region: "us-west-2")
  static let dataProd = DemoAccount(id: "888899990000", region: "eu-central-1")
  static let dataDev = DemoAccount(id: "999900001111", region: "eu-central-1")
  /// Its id begins with zeros, which a number would lose.
  static let platform = DemoAccount(id: "000011112222", region: "eu-west-1")
  static let network = DemoAccount(id: "111133335555", region: "eu-west-1")
  static let security = DemoAccount(id: "222244446666", region: "eu-west-1")
  static let logs = DemoAccount(id: "333355557777", region: "eu-west-1")
  static let finance = DemoAccount(id: "444466668888", region: "us-east-1")
  static let lanternProd = DemoAccount(id: "888811112222", region: "eu-west-2")
  static let lanternStaging = DemoAccount(id: "999922223333", region: "eu-west-2")
  static let lanternDev = DemoAccount(id: "111144445555", region: "eu-west-2")
  static let china = DemoAccount(id: "666688880000", region: "cn-north-1", partition: "aws-cn")
  static let libraries = DemoAccount(
    id: "777799991111", region: "us-gov-west-1", partition: "aws-us-gov")
}
