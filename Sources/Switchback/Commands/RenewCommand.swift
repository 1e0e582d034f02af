import ArgumentParser
import Credentials
import Foundation
import Secrets
import Shells
import Text

/// `switchback renew`.
struct RenewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "renew",
    abstract: "Renew the session of the current shell.",
    discussion: """
      A Switchback shell renews its session by itself at the first prompt in the last 15 minutes, unless that \
      needs an MFA code or a login. Then it says so once, and this command asks for it.
      """)

  @Flag(help: "Don't ask for anything; the shell says at its next prompt what is needed.")
  var quiet = false
  @OptionGroup var verbosity: VerbosityOptions

  func run() async throws {
    let renewing = try SessionRenewal(.live(isVerbose: verbosity.verbose), quietly: quiet)
    try await quiet ? renewing.runQuietly() : renewing.run()
  }
}

/// Getting a new session for the shell that we were started from, as it was got before.
struct SessionRenewal {
  let shell: CallingShell
  let world: World
  private let label: ActiveLabel

  /// Throws a `CommandError` where this is no shell that can be told, or it has no entry; the shell itself asks quietly.
  init(_ world: World, quietly: Bool = false) throws {
    guard let here = CallingShell(world, for: quietly ? .renewing : .switching) else {
      throw CommandError.input(
        "Not in a Switchback shell; nothing to renew. This shell has no hook, for example after `exec` or in a "
          + "script. Run `switchback` to open one, or add the hook with `eval \"$(switchback init bash)\"`."
      )
    }
    guard let label = ActiveLabel(world.environment) else {
      throw CommandError.input("This shell has no active entry; nothing to renew.")
    }
    (self.shell, self.world, self.label) = (here, world, label)
  }

  /// Renews, asking for a code or a login where one is needed; throws a `CommandError`.
  func run() async throws {
    let (switching, plan, wish) = try plan()
    let session = try await switching.resolvedSession(plan, loggingIn: true)
    try apply(session, plan, wish, switching, quietly: false)
  }

  /// Renews where no question is needed; else the shell says once what is needed.
  ///
  /// AWS that cannot be reached is tried again later, and not spoken of.
  func runQuietly() async throws {
    let (switching, plan, wish) = try plan()
    let outside = world.credentialDependencies(plan.settings, sharesRoles: plan.sharesRoles)
    do {
      let now = try await withTimeout { try await step(plan.request(), nil, outside) }
      switch now.1 {
      case .done(let session): try apply(session, plan, wish, switching, quietly: true)
      case .codeNeeded(let request):
        try say("needs an MFA code of \(request.device.cleaned)")
      }
    } catch is LoginNeededError {
      try say("needs a new login")
    } catch {
      let failure = plan.failure(error, entry: plan.name)
      guard failure.status != 3 else { throw failure }
      try shell.say("switchback: " + failure.description.cleaned)
    }
  }

  private func plan() throws -> (Switcher, Plan, SwitchRequest) {
    let words = world.environment["SWITCHBACK_CHOICE"].flatMap(shellWords) ?? []
    let options = try SessionArguments.parse(words)
    var world = world
    world.ignoresSettings = options.withoutSettings
    let switching = Switcher(world, Configuration.read(in: world))
    let wish = try options.request(world)
    return (switching, try switching.plan(label.entry, wish), wish)
  }

  private func apply(
    _ session: Session, _ plan: Plan, _ wish: SwitchRequest, _ switching: Switcher, quietly: Bool
  ) throws {
    let arrival = try switching.activeSession(label.entry, wish, plan, session)
    var identity = arrival.identity(world.environment, isDeeper: false)
    identity.clock = world.withClock(plan.settings).shellClock
    let done = openingLine(identity, at: world.now(), in: .current)
    // Nothing better is to be had yet; or others find it where it is kept.
    let isNew = session.keys.accessKeyID != world.environment["AWS_ACCESS_KEY_ID"]
    guard isNew, !shell.isRefreshing else { return quietly ? () : world.say(done) }
    try shell.renew(
      identity,
      marks: arrival.settings.terminalMarks(of: arrival.entry, asking: .never, world),
      saying: quietly ? "" : done)
  }

  private func say(_ need: String) throws {
    let left = label.end.map { $0 - Int(world.now().timeIntervalSince1970) } ?? 0
    let when = left > 0 ? "ends in \((left + 59) / 60) min and" : "has ended and"
    try shell.say(
      "switchback: the session of \(label.name) \(when) \(need). Run `switchback renew`.")
  }
}
