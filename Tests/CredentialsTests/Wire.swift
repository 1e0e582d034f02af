import AWSConfig
import Credentials
import Foundation
import STS
import Sandbox
import Secrets
import Synchronization

/// A pretend AWS in memory, a clock that stands still, and what was kept and called.
final class Wire: Sendable {
  static let now = Date(timeIntervalSince1970: 1_790_000_000)
  static let device = "arn:aws:iam::111111111111:mfa/phone"
  static let seed = Secret("JBSWY3DPEHPK3PXP")
  static let endpoint = Endpoint(url: "http://127.0.0.1:1", signingRegion: "eu-west-1")

  private struct State {
    var cloud: Cloud
    var calls: [Call] = []
    var kept: [String: Session] = [:]
  }

  private let state: Mutex<State>

  init(roles: [Role]) {
    let keys = Keys(accessKeyID: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: Secret("secret"))
    let user = User(
      arn: "arn:aws:iam::111111111111:user/maya", keys: [keys],
      devices: [MFADevice(serial: Wire.device, seed: Wire.seed)])
    state = Mutex(State(cloud: Cloud(users: [user], roles: roles, seed: Secret("tests"))))
  }

  var calls: [Call] { state.withLock(\.calls) }

  func kept(_ entry: String) -> Session? { state.withLock { $0.kept[entry] } }

  /// The world, with a command that prints `printed` and answers changed by `tampering`.
  func outside(
    printing printed: String = "", at now: Date = Wire.now,
    tampering: @escaping @Sendable (HTTPResponse) -> HTTPResponse = { $0 }
  ) -> Outside {
    Outside(
      now: { now },
      send: { request in
        let answer = self.state.withLock { state in
          let (response, call) = state.cloud.exchange(request, at: now)
          state.calls.append(call)
          return response
        }
        return tampering(answer)
      },
      run: { command in
        guard command != "false" else { throw CommandFailure.failed(status: "1", said: "no key") }
        return printed
      },
      heldSession: { entry in self.kept(entry) },
      keep: { session in self.state.withLock { $0.kept[session.entry] = session } })
  }
}

/// A chain from maya's keys over roles.
func chain(_ hops: RoleHop..., secret: String = "secret") -> RoleChain {
  let keys = Keys(accessKeyID: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: Secret(secret))
  return RoleChain(profile: "p", base: .staticKeys(keys, profile: "base"), hops: hops)
}

func hop(
  _ role: String, device: String? = nil, process: String? = nil, externalID: String? = nil
) -> RoleHop {
  RoleHop(
    profile: "p", roleARN: role, externalID: externalID, mfaSerial: device, mfaProcess: process)
}

func obtaining(_ chain: RoleChain) throws -> Obtaining {
  try Obtaining(entry: "p", chain: chain, endpoint: Wire.endpoint, attempts: 1)
}
