import AWSConfig
import Accounts
import ArgumentParser
import Canvas
import Credentials
import Foundation
import Secrets
import Shells

/// Getting a new session for the shell that we were started from, as it was got before.
struct Renewing {
  let here: ShellHere
  let world: World
  private let label: WornLabel

  /// Throws a `Failure` where this is no shell that can be told, or it has no entry; the shell itself asks quietly.
  init(_ world: World, quietly: Bool = false) throws {
    guard let here = ShellHere(world, for: quietly ? .renewing : .switching) else {
      throw Failure.input(
        "Not in a Switchback shell; nothing to renew. This shell has no hook, for example after `exec` or in a "
          + "script. Run `switchback` to open one, or add the hook with `eval \"$(switchback init bash)\"`."
      )
    }
    guard let label = WornLabel(world.environment) else {
      throw Failure.input("This shell has no active entry; nothing to renew.")
    }
    (self.here, self.world, self.label) = (here, world, label)
  }

  /// Renews, asking for a code or a login where one is needed; throws a `Failure`.
  func run() async throws {
    let (switching, plan, wish) = try plan()
    let session = try await switching.obtained(plan, loggingIn: true)
    try become(session, plan, wish, switching, quietly: false)
  }

  /// Renews where no question is needed; else the shell says once what is needed.
  ///
  /// AWS that cannot be reached is tried again later, and not spoken of.
  func runQuietly() async throws {
    let (switching, plan, wish) = try plan()
    let outside = world.outside(plan.settings, sharesRoles: plan.sharesRoles)
    do {
      let now = try await inTime { try await step(plan.obtaining(), nil, outside) }
      switch now.1 {
      case .done(let session): try become(session, plan, wish, switching, quietly: true)
      case .codeNeeded(let request):
        try say("needs an MFA code of \(request.device.cleaned)")
      }
    } catch is LoginNeeded {
      try say("needs a new login")
    } catch {
      let failure = plan.failure(error, entry: plan.name)
      guard failure.status != 3 else { throw failure }
      try here.say("switchback: " + failure.description.cleaned)
    }
  }

  private func plan() throws -> (Switching, Plan, Wish) {
    let words = world.environment["SWITCHBACK_CHOICE"].flatMap(shellWords) ?? []
    let options = try ChoiceOptions.parse(words)
    var world = world
    world.leavesOutSettings = options.withoutSettings
    let switching = Switching(world, Configuration.read(in: world))
    let wish = try options.wish(world)
    return (switching, try switching.plan(label.entry, wish), wish)
  }

  private func become(
    _ session: Session, _ plan: Plan, _ wish: Wish, _ switching: Switching, quietly: Bool
  ) throws {
    let arrival = try switching.arrival(label.entry, wish, plan, session)
    var identity = arrival.identity(world.environment, isDeeper: false)
    identity.clock = world.asking(plan.settings).shellClock
    let done = entering(identity, at: world.now(), in: .current)
    // Nothing better is to be had yet; or others find it where it is kept.
    let isNew = session.keys.accessKeyID != world.environment["AWS_ACCESS_KEY_ID"]
    guard isNew, !here.isRefreshing else { return quietly ? () : world.say(done) }
    try here.renew(
      identity,
      marks: arrival.settings.terminalMarks(of: arrival.entry, asking: .never, world),
      saying: quietly ? "" : done)
  }

  private func say(_ need: String) throws {
    let left = label.end.map { $0 - Int(world.now().timeIntervalSince1970) } ?? 0
    let when = left > 0 ? "ends in \((left + 59) / 60) min and" : "has ended and"
    try here.say(
      "switchback: the session of \(label.name) \(when) \(need). Run `switchback renew`.")
  }
}
