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
      A Switchback shell renews its session by itself at the first prompt in the last 15 minutes, \
      unless that needs an MFA code or a login. Then it tells you once, and this command asks for \
      it.
      """)

  @Flag(help: "Don't ask for anything; the shell reports at its next prompt what is needed.")
  var quiet = false
  @OptionGroup var verbosity: VerbosityOptions

  func run() async throws {
    let renewing = try SessionRenewal(.live(isVerbose: verbosity.verbose), quietly: quiet)
    try await quiet ? renewing.runQuietly() : renewing.run()
  }
}

/// Renews the session of the shell that called us, with the same options as before.
struct SessionRenewal {
  let shell: CallingShell
  let world: World
  private let label: ActiveLabel

  /// Throws a `CommandError` if the shell has no hook, or no active entry.
  ///
  /// `quietly` is for calls by the shell itself.
  init(_ world: World, quietly: Bool = false) throws {
    guard let callingShell = CallingShell(world, for: quietly ? .renewing : .switching) else {
      throw CommandError.input(
        "Not in a Switchback shell; nothing to renew. This shell has no hook, for example after "
          + "`exec` or in a script. Run `switchback` to open one, or add the hook with "
          + "`eval \"$(switchback init bash)\"`."
      )
    }
    guard let label = ActiveLabel(world.environment) else {
      throw CommandError.input("This shell has no active entry; nothing to renew.")
    }
    (self.shell, self.world, self.label) = (callingShell, world, label)
  }

  /// Renews the session, and asks for a code or a login if needed.
  ///
  /// Throws a `CommandError`.
  func run() async throws {
    let (switcher, plan, request) = try plan()
    let session = try await switcher.resolvedSession(plan, loggingIn: true)
    try apply(session, plan, request, switcher, quietly: false)
  }

  /// Renews the session if that needs no question; else the shell reports once what is needed.
  ///
  /// If AWS cannot be reached, the shell tries again later without a message.
  func runQuietly() async throws {
    let (switcher, plan, request) = try plan()
    let dependencies = world.credentialDependencies(plan.settings, sharesRoles: plan.sharesRoles)
    do {
      let session = try await plan.resolve(with: dependencies)
      try apply(session, plan, request, switcher, quietly: true)
    } catch let needed as CodeNeededError {
      try say("needs an MFA code of \(needed.request.device.cleaned)")
    } catch is LoginNeededError {
      try say("needs a new login")
    } catch {
      let error = plan.commandError(error, entry: plan.name)
      guard error.status != 3 else { throw error }
      try shell.say("switchback: " + error.description.cleaned)
    }
  }

  private func plan() throws -> (Switcher, Plan, SwitchRequest) {
    let words = world.environment["SWITCHBACK_CHOICE"].flatMap(shellWords) ?? []
    let options = try SessionArguments.parse(words)
    var world = world
    world.ignoresSettings = options.withoutSettings
    let switcher = Switcher(world, Configuration.read(in: world))
    let request = try options.request(world)
    return (switcher, try switcher.plan(label.entry, request), request)
  }

  private func apply(
    _ session: Session, _ plan: Plan, _ request: SwitchRequest, _ switcher: Switcher, quietly: Bool
  ) throws {
    let activeSession = try switcher.activeSession(label.entry, request, plan, session)
    var identity = activeSession.identity(world.environment, isDeeper: false)
    identity.clock = world.withClock(plan.settings).shellClock
    let message = openingLine(identity, at: world.now(), in: .current)
    // There is no newer session yet, or the shell's programs read it from the cache.
    let isNew = session.keys.accessKeyID != world.environment["AWS_ACCESS_KEY_ID"]
    guard isNew, !shell.isRefreshing else { return quietly ? () : world.say(message) }
    try shell.renew(
      identity,
      marks: activeSession.settings.terminalMarks(of: activeSession.entry, asking: .never, world),
      saying: quietly ? "" : message)
  }

  private func say(_ need: String) throws {
    let left = label.end.map { $0 - Int(world.now().timeIntervalSince1970) } ?? 0
    let when = left > 0 ? "ends in \((left + 59) / 60) min and" : "has ended and"
    try shell.say(
      "switchback: the session of \(label.name) \(when) \(need). Run `switchback renew`.")
  }
}
