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
