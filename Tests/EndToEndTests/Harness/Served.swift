import Sandbox
import Secrets
import Synchronization

/// A Sandbox on loopback, and the calls that it heard.
final class Served: Sendable {
  let server: SandboxServer
  private let heard: Heard

  private final class Heard: Sendable {
    let calls = Mutex<[Call]>([])
  }

  private init(_ server: SandboxServer, _ heard: Heard) {
    self.server = server
    self.heard = heard
  }

  /// Runs `body` beside a server of that cloud.
  static func serving(_ cloud: Cloud, _ body: (Served) async throws -> Void) async throws {
    let heard = Heard()
    let server = try await SandboxServer.start(
      cloud,
      heard: { call in
        heard.calls.withLock { $0.append(call) }
      })
    do {
      try await body(Served(server, heard))
      await server.stop()
    } catch {
      await server.stop()
      throw error
    }
  }

  var url: String { server.url }

  /// The calls so far, of one operation or of all.
  func calls(_ operation: String? = nil) -> [Call] {
    heard.calls.withLock { $0 }.filter { operation == nil || $0.operation == operation }
  }
}

extension Cloud {
  /// A user with keys and a phone, and roles of another account that the user may assume.
  static func workplace() -> Cloud {
    let maya = User(
      arn: "arn:aws:iam::111122223333:user/maya",
      keys: [
        Keys(accessKeyID: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: Secret(mayasSecret))
      ], devices: [MFADevice(serial: mayasPhone, seed: Secret("JBSWY3DPEHPK3PXP"))])
    let trust = TrustPolicy([maya.arn], extras: [.tags, .sourceIdentity])
    return Cloud(
      users: [maya],
      roles: [
        Role(arn: role("Admin"), trust: trust, maxSessionDuration: 43_200),
        Role(arn: role("Guarded"), trust: TrustPolicy([maya.arn], requiresMFA: true)),
        Role(arn: role("Closed"), trust: TrustPolicy(["arn:aws:iam::999999999999:root"])),
      ], seed: Secret("end to end"))
  }

  static func role(_ name: String) -> String { "arn:aws:iam::222233334444:role/\(name)" }
}

let mayasSecret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"
let mayasPhone = "arn:aws:iam::111122223333:mfa/phone"

/// `base` with the keys of the workplace's user, and these profiles.
func workplace(_ profiles: String) -> String {
  """
  [profile base]
  aws_access_key_id = AKIAIOSFODNN7EXAMPLE
  aws_secret_access_key = \(mayasSecret)
  region = eu-west-1

  \(profiles)
  """
}

/// What `switchback credentials` prints.
struct Printed: Decodable, Equatable {
  var Version: Int
  var AccessKeyId: String
  var SecretAccessKey: String
  var SessionToken: String?
  var Expiration: String?
  var AccountId: String?
}
