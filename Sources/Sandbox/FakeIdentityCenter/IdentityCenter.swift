import AWSClient
import Crypto
import Foundation

/// A company's Identity Center: its people, and their permission sets in accounts.
package struct IdentityCenter: Sendable {
  /// The start URL, like `https://harbour.awsapps.com/start`.
  package let startURL: String
  package let region: String
  package let people: [Person]
  /// The number of polls after which a login is approved automatically, as the first person.
  ///
  /// Nil if logins are only approved on the page.
  package var approvesAutomatically: Int?
  package var lifetimes = Lifetimes()
  /// The minimum time between two polls, in seconds.
  package var interval = 5
  /// The maximum number of accounts or roles in a page of a list.
  package var pageSize = 100
  var clients: [String: Client] = [:]
  var devices: [String: DeviceGrant] = [:]
  var codes: [String: CodeGrant] = [:]
  var logins = Logins()

  package init(
    startURL: String, region: String, people: [Person], approvesAutomatically: Int? = nil
  ) {
    self.startURL = startURL
    self.region = region
    self.people = people
    self.approvesAutomatically = approvesAutomatically
  }
}

/// The lifetimes of tokens, clients, codes and credentials, in seconds.
package struct Lifetimes: Sendable, Hashable {
  package var accessToken = 8 * 3600
  package var client = 90 * 86_400
  package var device = 600
  package var code = 60
  package var keys = 3600

  package init() {}
}

/// A user of Identity Center.
package struct Person: Sendable, Hashable {
  /// The user name, which is also the name of role sessions.
  package let name: String
  package let assignments: [Assignment]

  package init(_ name: String, _ assignments: [Assignment]) {
    self.name = name
    self.assignments = assignments
  }
}

/// A permission set in an account that is assigned to a person.
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
  /// The ARN of the role for a permission set in an account.
  package func roleARN(_ permissionSet: String, in account: String) -> String {
    let digest = SHA256.hash(data: Array("\(startURL) \(account) \(permissionSet)".utf8))
    let hex = digest.prefix(8).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    // AWS leaves us-east-1 out of the path.
    let folder = region == "us-east-1" ? "" : "\(region)/"
    return "arn:\(partition(ofRegion: region) ?? "aws"):iam::\(account):role/aws-reserved/"
      + "sso.amazonaws.com/\(folder)AWSReservedSSO_\(permissionSet)_\(hex)"
  }
}

extension FakeAWS {
  /// Performs a request of a program or a browser that has no token yet.
  mutating func performOIDC(
    _ route: Route, _ request: HTTPRequest, _ parameters: Parameters, at now: Date
  ) throws(FakeAWSError) -> Answer {
    guard var center = identityCenter else { throw .noIdentityCenter }
    guard parameters.isValid else { throw .invalidRequest("The body is not JSON of texts.") }
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
    case .device, .getRoleCredentials, .listAccounts, .listAccountRoles, .logout,
      .getContainerCredentials, .getMetadataToken, .getMetadata:
      // The form that asks for the code has an empty answer, since nothing is approved yet.
      let isAnswered = isPost && parameters["answer"]?.isEmpty == false
      return try center.deviceApproval(parameters, isAnswered: isAnswered, at: now)
    }
  }
}
