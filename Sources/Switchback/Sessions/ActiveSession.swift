import AWSConfig
import Accounts
import Credentials
import Foundation
import Secrets
import Shells
import Text

/// A session of an entry, with the data for its shell or command, and for the history.
struct ActiveSession: Sendable {
  var target: SwitchTarget
  var session: Session
  var plan: Plan
  var options: SessionOptions
  /// The settings of the plan's configuration.
  var settings: Settings
}

extension ActiveSession {
  var entry: Entry { target.entry }

  private var role: ARN? { session.arn.flatMap { try? ARN($0) } }

  var accountID: String? { session.keys.accountID ?? entry.accountID }

  /// The child's region: the option, else the entry's, else the environment's, else the partition's
  /// default.
  func region(_ environment: [String: String]) -> String {
    options.region ?? entry.region ?? plan.settings.region
      ?? role.flatMap { Partition(named: $0.partition) }?.defaultRegion
      ?? Partition.aws.defaultRegion
  }

  /// The identity for a shell or a command.
  ///
  /// `isDeeper` is for a subshell of the calling shell.
  func identity(
    _ environment: [String: String], isDeeper: Bool = true, delivery: DeliveryMethod = .keys
  ) -> Identity {
    let depth = shellDepth(environment)
    return Identity(
      entry: entry.name, displayName: entry.label.displayName, color: entry.label.color,
      accountID: accountID, roleName: entry.roleName, region: region(environment),
      credentials: session.keys,
      depth: isDeeper ? depth + 1 : depth, isReadOnly: plan.isReadOnly, renewal: renewal,
      choice: commandLineOptions, delivery: delivery, setsAWSVault: settings.awsVault)
  }

  /// The options of the session as command-line options.
  ///
  /// A read-only session stays read-only when it is renewed, even if the settings have changed.
  var commandLineOptions: [String] {
    var options = options
    options.isReadOnly = plan.isReadOnly
    guard case .role(_, let source?) = target else { return options.commandLineOptions }
    return options.commandLineOptions + ["--source=" + source.name]
  }

  /// When to renew the session; nil if its source is the environment of the calling shell.
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
