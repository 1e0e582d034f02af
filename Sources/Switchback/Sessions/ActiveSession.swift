import AWSConfig
import Accounts
import Credentials
import Foundation
import Secrets
import Shells
import Text

/// An entry that has been become: what its shell or command is given, and what history will say.
struct ActiveSession: Sendable {
  var target: SwitchTarget
  var session: Session
  var plan: Plan
  var choice: SessionOptions
  /// Of the configuration that the plan comes from.
  var settings: Settings
}

extension ActiveSession {
  var entry: Entry { target.entry }

  private var role: ARN? { session.arn.flatMap { try? ARN($0) } }

  var accountID: String? { session.keys.accountID ?? entry.accountID }

  /// The child's region: asked for, the entry's, the environment's, the partition's default.
  func region(_ environment: [String: String]) -> String {
    choice.region ?? entry.region ?? plan.settings.region
      ?? role.flatMap { Partition(named: $0.partition) }?.defaultRegion
      ?? Partition.aws.defaultRegion
  }

  /// Who a shell or a command is: in a shell in the one that we were started from, or in that itself.
  func identity(
    _ environment: [String: String], isDeeper: Bool = true, delivery: DeliveryMethod = .keys
  ) -> Identity {
    let depth = shellDepth(environment)
    return Identity(
      entry: entry.name, displayName: entry.label.displayName, color: entry.label.color,
      accountID: accountID, roleName: entry.roleName, region: region(environment),
      credentials: session.keys,
      depth: isDeeper ? depth + 1 : depth, isReadOnly: plan.isReadOnly, renewal: renewal,
      choice: options, delivery: delivery, setsAWSVault: settings.awsVault)
  }

  /// What was chosen besides the entry, as options of the command line.
  ///
  /// A session that is read-only stays so, whatever the settings say by the time that it is renewed.
  var options: [String] {
    var choice = choice
    choice.isReadOnly = plan.isReadOnly
    guard case .role(_, let source?) = target else { return choice.commandLineOptions }
    return choice.commandLineOptions + ["--source=" + source.name]
  }

  /// When the session is to be renewed; nil where it was got by what was in the environment before.
  private var renewal: Renewal? {
    if case .role(_, from: nil) = target { return nil }
    if case .environment = plan.chain.base { return nil }
    return session.keys.expiration.map {
      Renewal(
        began: session.obtained.map { $0.wholeSeconds },
        end: $0.wholeSeconds)
    }
  }

  func recent(_ how: SwitchRecord.Method, at now: Date, _ environment: [String: String])
    -> SwitchRecord
  {
    var recent = SwitchRecord(
      entry: entry.name, displayName: entry.label.displayName, accountID: accountID,
      roleName: entry.roleName, region: region(environment), date: now, method: how)
    recent.isReadOnly = plan.isReadOnly
    return recent
  }
}
