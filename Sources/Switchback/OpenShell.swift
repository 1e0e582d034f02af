import Accounts
import Canvas
import Credentials
import Foundation
import Glibc
import Shells
import Terminal

/// Opens the user's shell as an entry, waits for it, and gives its status; says who on entering and on leaving.
///
/// What is piped to us is the shell's to read, but not where `wasPicked`: who picked will type there, and what was
/// piped to a picker was hardly meant to be run.
func openShell(
  for arrival: Arrival, _ world: World, _ shell: ShellWish, wasPicked: Bool = false
) async throws -> Int32 {
  let settings = arrival.settings
  let path = try shellPath(shell.path, settings, world.environment)
  let delivering = try await Delivering(
    of: arrival, by: shell.delivery ?? settings.credentials, world)
  do {
    let status = try await runShell(
      path, shell, as: arrival, delivering, world, wasPicked: wasPicked)
    await delivering.end()
    return status
  } catch {
    await delivering.end()
    throw error
  }
}

private func runShell(
  _ path: String, _ shell: ShellWish, as arrival: Arrival, _ delivering: Delivering,
  _ world: World, wasPicked: Bool
) async throws -> Int32 {
  var identity = arrival.identity(world.environment, delivery: delivering.delivery)
  identity.clock = world.asking(arrival.plan.settings).shellClock
  let marks = arrival.settings.terminalMarks(of: arrival.entry, asking: .always, world)
  let subshell = subshell(
    path, wearing: identity,
    environment: childEnvironment(world.environment, wearing: identity),
    directory: delivering.folder, program: ownPath(), isLogin: shell.isLogin, marks: marks)
  for file in subshell.files {
    try writePrivately(
      RawText.bytes(file.contents), to: delivering.folder + "/" + file.name, lasting: false)
  }
  let tmux = TmuxMark(arrival.settings.marking(of: arrival.entry).tmux, world.environment)
  tmux?.set(identity)
  defer { tmux?.remove() }
  return try await accompanied(
    identity, in: delivering.folder, world.asking(arrival.plan.settings)
  ) {
    try await recorded(.shell, arrival, world) {
      let label = TerminalLabel(identity, marks: marks, environment: world.environment)
      var child = Child(
        path: subshell.path, arguments: subshell.arguments, environment: subshell.environment)
      child.readsTerminal = wasPicked && isatty(STDIN_FILENO) == 0
      return try lendTerminal(to: child, label: label.set, undo: label.undo).status
    }
  }
}

/// Says who one is before `body`, and how it ended after it.
private func accompanied(
  _ identity: Identity, in folder: String, _ world: World, _ body: () async throws -> Int32
) async throws -> Int32 {
  let colors = isatty(STDERR_FILENO) == 1 ? LabelColors(environment: world.environment) : .plain
  let began = ContinuousClock.now
  world.say(entering(identity, at: world.now(), in: .current))
  world.tellOfClock(evenIfKnown: true)
  let status = try await body()
  let seconds = Int((ContinuousClock.now - began).components.seconds)
  let active = activeEntry(notedIn: folder, orElse: ActiveEntry(identity), world)
  world.say(leaving(active, after: seconds, status: status, colors: colors))
  return status
}

/// The active entry of a shell that has ended: what it noted in its folder, where it was switched in place.
private func activeEntry(
  notedIn folder: String, orElse first: ActiveEntry, _ world: World
) -> ActiveEntry? {
  guard let note = try? readBytes(folder + "/" + ActiveEntry.file, limit: 4096) else {
    return first
  }
  return ActiveEntry(noted: String(decoding: note, as: UTF8.self))
}

/// The shell's absolute path; throws where a bare name is nowhere in `PATH`.
func shellPath(
  _ flag: String?, _ settings: Settings, _ environment: [String: String]
) throws -> String {
  let chosen = chosenShell(
    flag: flag, setting: settings.shell, environment: environment, passwd: passwdShell())
  let path = try findCommand(chosen, environment: environment)
  guard RawText.withCString(path, { access($0, X_OK) }) != 0 else { return path }
  let (fault, isMissing) = (SystemFault.latest, errno == ENOENT)
  let origin =
    flag != nil
    ? "--shell" : settings.shell != nil ? "`shell` in config.yaml" : "SHELL, or your account,"
  throw Failure(
    status: isMissing ? 127 : 126,
    description: "The shell \(chosen.cleaned), which \(origin) names, cannot be run: \(fault). "
      + "Name another with --shell.")
}

private func passwdShell() -> String? {
  getpwuid(getuid()).flatMap { $0.pointee.pw_shell }.map { String(cString: $0) }
}
