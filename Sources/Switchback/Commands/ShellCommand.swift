import Canvas
import Accounts
import ArgumentParser
import Credentials
import Files
import Foundation
import Glibc
import Shells
import Terminal
import Text

/// `switchback shell`.
struct ShellCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shell",
    abstract: "Open a shell as an entry, without the picker.",
    discussion: """
      Opens your own shell with the entry's credentials in its environment and its label in the prompt. \
      `exit` closes it; switchback exits with its status.
      """)

  @OptionGroup var entry: EntryArgument
  @OptionGroup var choice: SessionArguments
  @OptionGroup var confirmation: ConfirmOption
  @OptionGroup var shell: ShellArguments
  @OptionGroup var verbosity: VerbosityOptions

  func run() async throws {
    let world = choice.liveWorld(isVerbose: verbosity.verbose)
    let wish = try choice.request(world, confirmation: confirmation.confirm)
    throw ExitCode(try await openShell(named: entry.entry, wish, shell.options, world))
  }
}

/// Opens a shell as what ENTRY names; gives its status.
func openShell(
  named entry: String, _ wish: SwitchRequest, _ shell: ShellOptions, _ world: World
) async throws -> Int32 {
  let arrival = try await Switcher(world).activate(at: entry, wish)
  return try await openShell(for: arrival, world, shell)
}

/// Opens the user's shell as an entry, waits for it, and gives its status; says who on entering and on leaving.
///
/// What is piped to us is the shell's to read, but not where `wasPicked`: who picked will type there, and what was
/// piped to a picker was hardly meant to be run.
func openShell(
  for arrival: ActiveSession, _ world: World, _ shell: ShellOptions, wasPicked: Bool = false
) async throws -> Int32 {
  let settings = arrival.settings
  let path = try shellPath(shell.path, settings, world.environment)
  let delivering = try await ChildCredentials(
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
  _ path: String, _ shell: ShellOptions, as arrival: ActiveSession, _ delivering: ChildCredentials,
  _ world: World, wasPicked: Bool
) async throws -> Int32 {
  var identity = arrival.identity(world.environment, delivery: delivering.delivery)
  identity.clock = world.withClock(arrival.plan.settings).shellClock
  let marks = arrival.settings.terminalMarks(of: arrival.entry, asking: .always, world)
  let subshell = subshell(
    path, for: identity,
    environment: childEnvironment(world.environment, for: identity),
    directory: delivering.folder, program: programPath(), isLogin: shell.isLogin, marks: marks)
  for file in subshell.files {
    try writePrivately(
      RawText.bytes(file.contents), to: delivering.folder + "/" + file.name, lasting: false)
  }
  let tmux = TmuxMark(arrival.settings.marks(of: arrival.entry).tmux, world.environment)
  tmux?.set(identity)
  defer { tmux?.remove() }
  return try await withAnnouncements(
    identity, in: delivering.folder, world.withClock(arrival.plan.settings)
  ) {
    try await withHistoryRecord(.shell, arrival, world) {
      let label = TerminalLabel(identity, marks: marks, environment: world.environment)
      var child = Child(
        path: subshell.path, arguments: subshell.arguments, environment: subshell.environment)
      child.readsTerminal = wasPicked && isatty(STDIN_FILENO) == 0
      return try lendTerminal(to: child, label: label.set, undo: label.undo).status
    }
  }
}

/// Says who one is before `body`, and how it ended after it.
private func withAnnouncements(
  _ identity: Identity, in folder: String, _ world: World, _ body: () async throws -> Int32
) async throws -> Int32 {
  let colors = isatty(STDERR_FILENO) == 1 ? LabelColors(environment: world.environment) : .unstyled
  let began = ContinuousClock.now
  world.say(openingLine(identity, at: world.now(), in: .current))
  world.reportClock(evenIfKnown: true)
  let status = try await body()
  let seconds = Int((ContinuousClock.now - began).components.seconds)
  let active = activeEntry(notedIn: folder, orElse: ActiveEntryNote(identity), world)
  world.say(closingLine(active, after: seconds, status: status, colors: colors))
  return status
}

/// The active entry of a shell that has ended: what it noted in its folder, where it was switched in place.
private func activeEntry(
  notedIn folder: String, orElse first: ActiveEntryNote, _ world: World
) -> ActiveEntryNote? {
  guard let note = try? readBytes(folder + "/" + ActiveEntryNote.file, limit: 4096) else {
    return first
  }
  return ActiveEntryNote(noted: String(decoding: note, as: UTF8.self))
}

/// The shell's absolute path; throws where a bare name is nowhere in `PATH`.
func shellPath(
  _ flag: String?, _ settings: Settings, _ environment: [String: String]
) throws -> String {
  let chosen = chosenShell(
    flag: flag, setting: settings.shell, environment: environment, passwd: passwdShell())
  let path = try findCommand(chosen, environment: environment)
  guard RawText.withCString(path, { access($0, X_OK) }) != 0 else { return path }
  let (fault, isMissing) = (SystemError.latest, errno == ENOENT)
  let origin =
    flag != nil
    ? "--shell" : settings.shell != nil ? "`shell` in config.yaml" : "SHELL, or your account,"
  throw CommandError(
    status: isMissing ? 127 : 126,
    description: "The shell \(chosen.cleaned), which \(origin) names, cannot be run: \(fault). "
      + "Name another with --shell.")
}

private func passwdShell() -> String? {
  getpwuid(getuid()).flatMap { $0.pointee.pw_shell }.map { String(cString: $0) }
}
