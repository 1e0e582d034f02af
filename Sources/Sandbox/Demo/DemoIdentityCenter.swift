/// The name of the demo's sso-session.
let demoSSOSession = "harbour"

/// Where Maya logs in for the accounts of Lantern Press; no page is asked, so that the demo needs no browser.
func demoIdentityCenter(_ entries: [DemoEntry]) -> IdentityCenter {
  let assignments = entries.compactMap { entry -> Assignment? in
    guard case .permissionSet(let name) = entry.way else { return nil }
    return Assignment(
      account: entry.account.id, accountName: entry.account.name, permissionSet: name)
  }
  var center = IdentityCenter(
    startURL: "https://harbour-and-pine.awsapps.com/start", region: "eu-west-1",
    people: [Person("maya", assignments)], approvesByItself: 2)
  center.interval = 1
  return center
}

extension DemoAccount {
  /// As Identity Center lists it.
  fileprivate var name: String {
    switch self {
    case .lanternProd: "Lantern Press production"
    case .lanternStaging: "Lantern Press staging"
    default: "Lantern Press development"
    }
  }
}
