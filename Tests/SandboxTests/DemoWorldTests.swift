import Foundation
import Sandbox
import Testing

struct DemoWorldTests {
  private let world = DemoWorld(codeCommand: "switchback demo --code")

  @Test func has47EntriesInSevenGroups() {
    let lines = world.settings.components(separatedBy: "\n").map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    let names = lines.filter { $0.hasPrefix("- name: ") }
    #expect(names.count == 47 && Set(names).count == names.count)
    #expect(Set(lines.filter { $0.hasPrefix("group: ") }).count == 7)
    let shortcuts = lines.filter { $0.hasPrefix("shortcut: ") }
    #expect(shortcuts.count >= 5 && Set(shortcuts).count == shortcuts.count)
    #expect(lines.filter { $0.hasPrefix("display: ") }.count == names.count)
  }

  @Test func eachRoleCanBeAssumedButTheOneThatIsRefused() {
    var walk = Walk(world)
    for name in walk.profiles.keys.sorted() {
      let keys = walk.keys(of: name)
      #expect((keys == nil) == (name == "security-forensics"), "\(name): \(walk.lastRefusal)")
      guard let keys else { continue }
      let region = walk.profiles[name]?["region"] ?? ""
      let identity = walk.cloud.ask("GetCallerIdentity", as: keys, region: region)
      let account = walk.profiles[name].flatMap {
        $0["sso_account_id"] ?? $0["role_arn"]?.split(separator: ":").map(String.init)[3]
      }
      #expect(identity.status == 200)
      #expect(account == nil || identity["Account"] == account)
    }
    #expect(walk.profiles.count == 47)
    #expect(walk.lastRefusal.contains("not authorized to perform: sts:AssumeRole"))
  }

  @Test func oneEntryIsThreeHopsAway() {
    let profiles = Walk(world).profiles
    var hops = 0
    var name: String? = "warehouse-loader"
    while let current = name, let source = profiles[current]?["source_profile"] {
      hops += 1
      name = source
    }
    #expect(hops == 3)
  }

  @Test func someEntriesAreReachedThroughIdentityCenter() {
    let profiles = Walk(world).profiles.filter { $0.value["sso_session"] == "harbour" }
    #expect(profiles.count == 5)
    #expect(Set(profiles.values.compactMap { $0["sso_account_id"] }).count == 3)
    #expect(profiles[Walk(world).profiles["lantern-royalties"]?["source_profile"] ?? ""] != nil)
    #expect(world.awsConfig.contains("[sso-session harbour]\nsso_start_url = https://"))
    #expect(world.fakeAWS.identityCenter?.approvesAutomatically == 2)
  }

  @Test func conditionsAreReal() {
    for (name, key) in [
      ("card-network", "external_id"), ("payments-prod-breakglass", "mfa_serial"),
    ] {
      var walk = Walk(world)
      walk.profiles[name]?[key] = nil
      #expect(walk.keys(of: name) == nil)
    }
  }

  @Test func codesAreKnownForTheDevicesOfItsFiles() {
    let profiles = Walk(world).profiles
    let serials = Set(profiles.values.compactMap { $0["mfa_serial"] })
    #expect(serials.count == 2)
    for serial in serials {
      #expect(DemoWorld.currentCode(device: serial, at: now)?.count == 6)
    }
    #expect(DemoWorld.currentCode(device: "arn:aws:iam::1:mfa/x", at: now) == nil)
    let process = profiles["security-incident"]?["mfa_process"]
    #expect(process == "switchback demo --code arn:aws:iam::111122223333:mfa/security-key")
  }

  @Test func environmentLeavesTheCallersOwnAWSOutside() {
    let environment = demoEnvironment(
      ["AWS_PROFILE": "real", "SWITCHBACK_ENTRY": "real", "TERM": "xterm", "NO_PROXY": "x"],
      folder: "/demo", url: "http://127.0.0.1:1")
    #expect(environment["AWS_PROFILE"] == nil && environment["SWITCHBACK_ENTRY"] == nil)
    #expect(environment["TERM"] == "xterm")
    #expect(environment["AWS_CONFIG_FILE"] == "/demo/aws/config")
    #expect(environment["AWS_ENDPOINT_URL"] == "http://127.0.0.1:1")
    #expect(environment["NO_PROXY"] == "127.0.0.1,localhost")
  }

  @Test func filesKeepKeysOutOfSight() {
    #expect(world.files.count == DemoFile.allCases.count)
    #expect("\(world.files)".contains("aws_secret_access_key") == false)
    #expect(!world.awsConfig.contains("aws_secret_access_key"))
  }
}
