import AWSClient
import AWSConfig
import Accounts
import Credentials
import Foundation
import Picker
import Text

/// Finds out what the details show, once the cursor has rested on an entry.
///
/// Only the last wish counts: whatever an earlier one would have brought is dropped.
@MainActor
final class DetailsLoader {
  private let load: @concurrent @Sendable (_ entry: String) async -> Details
  private let delay: @Sendable () async throws -> Void
  private var requestedEntry: String?
  private var task: Task<Void, Never>?

  /// `describe` is asked once `rest` is over; what it cannot find out, it says in the details.
  ///
  /// The rest is long enough that a key held down passes on.
  init(
    rest: @escaping @Sendable () async throws -> Void,
    describe: @escaping @concurrent @Sendable (_ entry: String) async -> Details
  ) {
    self.delay = rest
    self.load = describe
  }

  /// How long the cursor rests on an entry before its details are looked up: they are there within 100 ms.
  nonisolated static let pause = Duration.milliseconds(70)

  /// Waits; throws where the task is cancelled meanwhile.
  ///
  /// Where it took much longer the program may have been stopped, and its screen is to be shown as it was: it waits
  /// again, so that the news of that comes first. On a machine that is merely busy it goes on after that.
  nonisolated static func wait(for time: Duration) async throws {
    for _ in 0..<3 {
      let start = ContinuousClock.now
      try await Task.sleep(for: time)
      if start.duration(to: .now) < time + .milliseconds(60) { return }
    }
  }

  /// Takes what the screen wants to know of now; the same wish again changes nothing.
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

/// The newest switches to an entry that the details show.
private let shownUses = 5

extension Details {
  /// What is to be said of the entry of that name, were it switched to with this choice.
  ///
  /// Of the files no more is kept than its chain: reading all of a hundred thousand profiles takes 100 MB.
  init(of name: String, _ choice: SessionOptions, _ world: World) {
    let uses = (try? world.store.history(of: name, limit: shownUses)) ?? EntryHistory()
    var found = Self.chain(of: name, choice, in: .read(in: world, only: name), world)
    if case .broken = found.chain {
      // What was perhaps meant is only known among all of them.
      found = Self.chain(of: name, choice, in: .read(in: world), world)
    }
    self.init(chain: found.chain, uses: uses.newest.map { Use($0, world) }, useCount: uses.count)
    problems = found.problems
  }
}

extension Details {
  /// The chain behind an entry, and what of it is not as it should be.
  private static func chain(
    of name: String, _ choice: SessionOptions, in configuration: Configuration, _ world: World
  ) -> (chain: Chain, problems: [String]) {
    do {
      let target = try SwitchTarget(name, source: nil, in: configuration)
      let plan = try target.planForDisplay(choice, in: configuration, world.environment)
      let sts = plan.services.sts
      let steps = [Step(plan.chain.base)] + plan.chain.hops.map(Step.init)
      return (
        .steps(
          steps,
          sts: plan.chain.asksSTS
            ? STS(url: maskingSecrets(sts.url), region: sts.signingRegion) : nil),
        plan.valueErrors.map { "\($0)" } + (plan.region.map { ["\($0)"] } ?? [])
      )
    } catch {
      return (.broken(configuration.failure(error).description), [])
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
