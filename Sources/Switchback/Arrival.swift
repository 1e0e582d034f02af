import AWSConfig
import Accounts
import Canvas
import Credentials
import Foundation
import STS
import Secrets
import Shells

/// An entry that has been become: what its shell or command is given, and what history will say.
struct Arrival: Sendable {
  var target: Target
  var session: Session
  var plan: Plan
  var choice: Choice
  /// Of the configuration that the plan comes from.
  var settings: Settings
}

extension Arrival {
  var entry: Entry { target.entry }

  private var role: ARN? { session.arn.flatMap { try? ARN($0) } }

  var accountID: String? { session.keys.accountID ?? entry.accountID }

  /// The child's region: asked for, the entry's, the environment's, the partition's default.
  func region(_ environment: [String: String]) -> String {
    choice.region ?? entry.region ?? plan.settings.region
      ?? role.flatMap { Partition(named: $0.partition) }?.defaultRegion
      ?? Partition.aws.defaultRegion
  }

  func identity(_ environment: [String: String]) -> Identity {
    Identity(
      entry: entry.name, displayName: entry.label.displayName, color: entry.label.color,
      accountID: accountID, roleName: entry.roleName, region: region(environment),
      keys: session.keys,
      depth: (environment["SWITCHBACK_DEPTH"].flatMap(Int.init) ?? 0) + 1,
      isReadOnly: plan.isReadOnly)
  }

  func recent(_ how: Recent.How, at now: Date, _ environment: [String: String]) -> Recent {
    Recent(
      entry: entry.name, displayName: entry.label.displayName, accountID: accountID,
      roleName: entry.roleName, region: region(environment), at: now, how: how)
  }
}
