import AWSClient
import AWSConfig
import Accounts
import Credentials
import Foundation
import Picker
import Text

/// Loads the details of an entry once the cursor has rested on it.
///
/// Only the last request counts. The results of earlier requests are dropped.
@MainActor
final class DetailsLoader {
  private let load: @concurrent @Sendable (_ entry: String) async -> Details
  private let delay: @Sendable () async throws -> Void
  private var requestedEntry: String?
  private var task: Task<Void, Never>?

  /// Calls `load` when `delay` has returned.
  ///
  /// `load` reports errors within the details.
  ///
  /// The delay is long enough that nothing is loaded while a key is held down.
  init(
    delay: @escaping @Sendable () async throws -> Void,
    load: @escaping @concurrent @Sendable (_ entry: String) async -> Details
  ) {
    self.delay = delay
    self.load = load
  }

  /// How long the cursor rests on an entry before its details are loaded, so that they appear
  /// within 100 ms.
  nonisolated static let pause = Duration.milliseconds(70)

  /// Waits.
  ///
  /// Throws if the task is cancelled.
  ///
  /// A wait that took much longer may mean that the program was stopped, and its old screen must be
  /// shown again first. So it waits again, to let that event arrive. On a busy machine it continues
  /// after that.
  nonisolated static func wait(for time: Duration) async throws {
    for _ in 0..<3 {
      let start = ContinuousClock.now
      try await Task.sleep(for: time)
      if start.duration(to: .now) < time + .milliseconds(60) { return }
    }
  }

  /// Requests the details of an entry.
  ///
  /// A repeated request changes nothing.
  func request(_ entry: String?, tell: @escaping @MainActor @Sendable (Message) -> Void) {
    guard entry != requestedEntry else { return }
    requestedEntry = entry
    task?.cancel()
    guard let entry else { return }
    begin(entry, tell)
  }

  private func begin(
    _ entry: String, _ tell: @escaping @MainActor @Sendable (Message) -> Void
  ) {
    task = Task { [delay, load] in
      guard (try? await delay()) != nil else { return }
      let details = await load(entry)
      guard !Task.isCancelled else { return }
      tell(.detailsLoaded(entry: entry, details))
    }
  }

  func stop() {
    task?.cancel()
  }
}

/// The number of newest switches to an entry that the details show.
private let shownUses = 5

extension Details {
  /// The details of the entry with this name, for a switch with these options.
  ///
  /// Only its chain is kept from the files, since a hundred thousand profiles would need 100 MB.
  init(of name: String, _ options: SessionOptions, _ world: World) {
    let uses = (try? world.store.history(of: name, limit: shownUses)) ?? EntryHistory()
    var found = Self.chain(of: name, options, in: .read(in: world, only: name), world)
    if case .broken = found.chain {
      // Suggestions for a wrong name need all entries.
      found = Self.chain(of: name, options, in: .read(in: world), world)
    }
    self.init(chain: found.chain, uses: uses.newest.map { Use($0, world) }, useCount: uses.count)
    problems = found.problems
  }
}

extension Details {
  /// The chain behind an entry, and its problems.
  private static func chain(
    of name: String, _ options: SessionOptions, in configuration: Configuration, _ world: World
  ) -> (chain: Chain, problems: [String]) {
    do {
      let target = try SwitchTarget(name, source: nil, in: configuration)
      let plan = try target.planForDisplay(options, in: configuration, world.environment)
      let sts = plan.services.sts
      let steps = [Step(plan.chain.base)] + plan.chain.hops.map(Step.init)
      return (
        .steps(
          steps,
          sts: plan.chain.asksSTS
            ? STS(url: maskingSecrets(sts.url), region: sts.signingRegion) : nil),
        plan.valueErrors.map { "\($0)" } + (plan.regionError.map { ["\($0)"] } ?? [])
      )
    } catch {
      return (.broken(configuration.commandError(error).description), [])
    }
  }
}

extension Details.Step {
  fileprivate init(_ hop: RoleHop) {
    let device = hop.mfaSerial.map { $0 + (hop.mfaProcess == nil ? "" : ", by mfa_process") }
    let facts = [
      ("Session name", hop.roleSessionName), ("Identity", hop.sourceIdentity),
      ("Tags", listed(hop.tags.map { "\($0.key)=\($0.value)" })),
      ("No more than", listed(hop.policyARNs)),
      ("Policy", hop.policy.map { _ in "of this session" }),
    ]
    self.init(
      .assumeRole, profile: hop.profile, roleARN: maskingSecrets(hop.roleARN),
      mfaDevice: device.map(maskingSecrets), externalID: hop.externalID.map(maskingSecrets),
      duration: hop.durationSeconds, facts: known(facts))
  }

  fileprivate init(_ base: CredentialSource) {
    self.init(base.kind, profile: base.profile)
    switch base {
    case .webIdentity(let source):
      (roleARN, duration) = (maskingSecrets(source.roleARN), source.durationSeconds)
      facts = known([
        ("Token", source.tokenFile), ("Session name", source.roleSessionName),
        ("No more than", listed(source.policyARNs)),
      ])
    case .saml(let source):
      (roleARN, duration) = (maskingSecrets(source.roleARN), source.durationSeconds)
      facts = known([
        ("Provider", source.principalARN), ("No more than", listed(source.policyARNs)),
      ])
    case .sso(let source):
      facts = known([
        ("Role", "\(source.roleName) in \(source.accountID)"), ("Session", source.login.session),
        ("Start page", source.login.startURL),
      ])
    case .staticKeys, .environment, .process, .login, .container, .instanceMetadata:
      facts = known([("From", base.summary)])
    }
  }
}

extension Details.Use {
  fileprivate init(_ recent: SwitchRecord, _ world: World) {
    let second = Int(recent.date.timeIntervalSince1970.rounded(.down))
    self.init(
      at: Moment(second, offset: world.utcOffset(second)), how: recent.method,
      exitStatus: recent.exitStatus)
  }
}

private func listed(_ texts: [String]) -> String? {
  texts.isEmpty ? nil : texts.joined(separator: ", ")
}

private func known(_ facts: [(title: String, value: String?)]) -> [Details.Fact] {
  facts.compactMap { title, value in value.map { Details.Fact(title, maskingSecrets($0)) } }
}
