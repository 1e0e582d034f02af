import AWSClient
import Crypto
import Foundation

/// A company's Identity Center: who works there, and who may be what in which account.
package struct IdentityCenter: Sendable {
  /// What people are given to begin with: `https://harbour.awsapps.com/start`.
  package let startURL: String
  package let region: String
  package let people: [Person]
  /// After how many polls a login is approved by itself, as the first of the people; nil: only by the page.
  package var approvesByItself: Int?
  package var lifetimes = Lifetimes()
  /// How many seconds must lie between two polls.
  package var interval = 5
  /// How many accounts or roles a page of a list has at most.
  package var pageSize = 100
  var clients: [String: Client] = [:]
  var devices: [String: DeviceGrant] = [:]
  var codes: [String: CodeGrant] = [:]
  var logins = Logins()

  package init(
    startURL: String, region: String, people: [Person], approvesByItself: Int? = nil
  ) {
    self.startURL = startURL
    self.region = region
    self.people = people
    self.approvesByItself = approvesByItself
  }
}

/// How many seconds things last.
package struct Lifetimes: Sendable, Hashable {
  package var accessToken = 8 * 3600
  package var client = 90 * 86_400
  package var device = 600
  package var code = 60
  package var keys = 3600

  package init() {}
}

/// Someone whom Identity Center knows.
package struct Person: Sendable, Hashable {
  /// The user name, which becomes the name of the role session.
  package let name: String
  package let assignments: [Assignment]

  package init(_ name: String, _ assignments: [Assignment]) {
    self.name = name
    self.assignments = assignments
  }
}

/// What a person may be: a permission set in an account.
package struct Assignment: Sendable, Hashable {
  package let account: String
  package let accountName: String
  package let permissionSet: String

  package init(account: String, accountName: String, permissionSet: String) {
    self.account = account
    self.accountName = accountName
    self.permissionSet = permissionSet
  }
}

extension IdentityCenter {
  /// The role that stands for a permission set in an account, as a trust policy names it.
  package func roleARN(_ permissionSet: String, in account: String) -> String {
    let digest = SHA256.hash(data: Array("\(startURL) \(account) \(permissionSet)".utf8))
    let hex = digest.prefix(8).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    // AWS leaves the region out of the path where it is the first one.
    let folder = region == "us-east-1" ? "" : "\(region)/"
    return "arn:\(partition(ofRegion: region) ?? "aws"):iam::\(account):role/aws-reserved/"
      + "sso.amazonaws.com/\(folder)AWSReservedSSO_\(permissionSet)_\(hex)"
  }
}

extension FakeAWS {
  /// What Identity Center answers programs and browsers before they have a token.
  mutating func performOIDC(
    _ route: Route, _ request: HTTPRequest, _ parameters: Parameters, at now: Date
  ) throws(FakeAWSError) -> Answer {
    guard var center = identityCenter else { throw .noIdentityCenter }
    guard parameters.isValid else { throw .invalidRequest("The body is no JSON of texts.") }
    defer { identityCenter = center }
    let isPost = request.method == "POST"
    switch route {
    case .registerClient: return try center.registerClient(parameters, &randomSource, at: now)
    case .startDeviceAuthorization:
      return try center.startDeviceAuthorization(
        parameters, origin: request.origin, &randomSource, at: now)
    case .createToken: return try center.createToken(parameters, &randomSource, at: now)
    case .authorize:
      return try center.authorize(parameters, isAnswered: isPost, &randomSource, at: now)
    default:
      // The form that asks for the code has an empty answer: it has not been answered yet.
      let isAnswered = isPost && parameters["answer"]?.isEmpty == false
      return try center.deviceApproval(parameters, isAnswered: isAnswered, at: now)
    }
  }
}
