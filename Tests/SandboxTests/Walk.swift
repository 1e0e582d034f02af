import Foundation
import Sandbox
import Secrets

/// Follows the profiles of a demo to their credentials, with real requests to its cloud.
struct Walk {
  var cloud: FakeAWS
  /// Settings by profile, entries of `config.yaml` included.
  var profiles: [String: [String: String]]
  private(set) var lastRefusal = ""
  /// Of a login that has been made.
  private var token: String?

  init(_ world: DemoWorld) {
    cloud = world.fakeAWS
    profiles = sections(world.awsConfig, header: "[profile ", separator: " = ")
    for text in [world.awsCredentials.revealed] {
      profiles.merge(sections(text, header: "[", separator: " = ")) { $0.merging($1) { $1 } }
    }
    let entries = sections(world.settings, header: "  - name: ", separator: ": ")
    profiles.merge(entries.filter { $0.value["role_arn"] != nil }) { $1 }
  }

  /// The credentials of a profile; nil where the cloud refuses them.
  mutating func keys(of name: String) -> AWSCredentials? {
    guard let profile = profiles[name] else { return nil }
    if let id = profile["aws_access_key_id"], let secret = profile["aws_secret_access_key"] {
      return AWSCredentials(accessKeyID: id, secretAccessKey: Secret(secret))
    }
    if profile["sso_session"] != nil { return portalKeys(profile) }
    guard let source = keys(of: profile["source_profile"] ?? "") else { return nil }
    let reply = cloud.ask(
      "AssumeRole", parameters(profile), as: source, region: profile["region"] ?? "")
    lastRefusal = reply.status == 200 ? lastRefusal : reply.refusal
    return reply.status == 200 ? reply.keys : nil
  }

  private mutating func portalKeys(_ profile: [String: String]) -> AWSCredentials? {
    token = token ?? login()
    let asked = [
      "account_id": profile["sso_account_id"] ?? "", "role_name": profile["sso_role_name"] ?? "",
    ]
    let reply = cloud.portal("/federation/credentials", asked, token: token ?? "")
    return reply.status == 200 ? reply.roleKeys : nil
  }

  private mutating func login() -> String? {
    let client = cloud.client()
    let url = cloud.identityCenter?.startURL ?? ""
    let device = cloud.post(
      "/device_authorization", client.proof.merging(["startUrl": url]) { $1 })
    let polls = (0..<3).map { cloud.poll(client, device, at: now + Double($0)) }
    return polls.last?.json("accessToken")
  }

  private func parameters(_ profile: [String: String]) -> [String: String] {
    var parameters = ["RoleSessionName": "walk"]
    parameters["RoleArn"] = profile["role_arn"]
    parameters["ExternalId"] = profile["external_id"]
    parameters["DurationSeconds"] = profile["duration_seconds"]
    if let serial = profile["mfa_serial"] {
      parameters["SerialNumber"] = serial
      parameters["TokenCode"] = DemoWorld.currentCode(device: serial, at: now)
    }
    return parameters
  }
}

private func sections(
  _ text: String, header: String, separator: String
) -> [String: [String: String]] {
  var sections: [String: [String: String]] = [:]
  var name = ""
  for line in text.split(separator: "\n") {
    if line.hasPrefix(header) {
      name = line.dropFirst(header.count).trimmingCharacters(in: ["]"])
      sections[name] = [:]
    } else if let range = line.firstRange(of: separator) {
      let key = line[..<range.lowerBound].trimmingCharacters(in: .whitespaces)
      sections[name]?[key] = String(line[range.upperBound...])
    }
  }
  return sections
}
