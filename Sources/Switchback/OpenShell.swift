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
  for arrival: Arrival, in settings: Settings, _ world: World, shell flag: String?,
  wasPicked: Bool = false
) throws -> Int32 {
  let identity = arrival.identity(world.environment)
  let folder = try temporaryFolder(world.environment)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  let subshell = subshell(
    try shellPath(flag, settings, world.environment), wearing: identity,
    environment: childEnvironment(world.environment, wearing: identity), directory: folder,
    program: ownPath())
  for file in subshell.files {
    try writePrivately(Array(file.contents.utf8), to: folder + "/" + file.name)
  }
  return try accompanied(identity, world) {
    try recorded(.shell, arrival, world) {
      let label = TerminalLabel(identity, environment: world.environment)
      var child = Child(
        path: subshell.path, arguments: subshell.arguments, environment: subshell.environment)
      child.readsTerminal = wasPicked && isatty(STDIN_FILENO) == 0
      return try lendTerminal(to: child, label: label.set, undo: label.undo).status
    }
  }
}

/// Says who one is before `body`, and how it ended after it.
private func accompanied(
  _ identity: Identity, _ world: World, _ body: () throws -> Int32
) throws -> Int32 {
  let colors = isatty(STDERR_FILENO) == 1 ? LabelColors(environment: world.environment) : .plain
  let began = world.now()
  world.say(entering(identity, at: began, in: .current, colors: colors))
  let status = try body()
  let seconds = Int(world.now().timeIntervalSince(began))
  world.say(leaving(identity, after: seconds, status: status, colors: colors))
  return status
}

/// The shell's absolute path; throws where a bare name is nowhere in `PATH`.
private func shellPath(
  _ flag: String?, _ settings: Settings, _ environment: [String: String]
) throws -> String {
  let chosen = chosenShell(
    flag: flag, setting: settings.shell, environment: environment, passwd: passwdShell())
  return try findCommand(chosen, environment: environment)
}

private func passwdShell() -> String? {
  getpwuid(getuid()).flatMap { $0.pointee.pw_shell }.map { String(cString: $0) }
}
