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
      Opens your own shell with the entry's credentials in its environment and its label in the \
      prompt. `exit` closes it; switchback exits with its status.
      """)

  @OptionGroup var entry: EntryArgument
  @OptionGroup var sessionArguments: SessionArguments
  @OptionGroup var confirmation: ConfirmOption
  @OptionGroup var shell: ShellArguments
  @OptionGroup var verbosity: VerbosityOptions

  func run() async throws {
    let world = sessionArguments.liveWorld(isVerbose: verbosity.verbose)
    let request = try sessionArguments.request(world, confirmation: confirmation.confirm)
    throw ExitCode(try await openShell(named: entry.entry, request, shell.options, world))
  }
}

/// Opens a shell for an entry, and gives its exit status.
func openShell(
  named entry: String, _ request: SwitchRequest, _ shell: ShellOptions, _ world: World
) async throws -> Int32 {
  let activeSession = try await Switcher(world).activate(entry, request)
  return try await openShell(for: activeSession, world, shell)
}

/// Opens the user's shell for an active session, waits for it, and gives its exit status.
///
/// Prints the entry before and after. The shell reads our standard input, but with `wasPicked` the
/// terminal: the user will type there, and input of a picker is not meant to be run.
func openShell(
  for activeSession: ActiveSession, _ world: World, _ shell: ShellOptions, wasPicked: Bool = false
) async throws -> Int32 {
  let settings = activeSession.settings
  let path = try shellPath(shell.path, settings, world.environment)
  let childCredentials = try await ChildCredentials(
    of: activeSession, by: shell.delivery ?? settings.credentials, world)
  do {
    let status = try await runShell(
      path, shell, as: activeSession, childCredentials, world, wasPicked: wasPicked)
    await childCredentials.end()
    return status
  } catch {
    await childCredentials.end()
    throw error
  }
}

private func runShell(
  _ path: String, _ shell: ShellOptions, as activeSession: ActiveSession,
  _ childCredentials: ChildCredentials,
  _ world: World, wasPicked: Bool
) async throws -> Int32 {
  var identity = activeSession.identity(world.environment, delivery: childCredentials.delivery)
  identity.clock = world.withClock(activeSession.plan.settings).shellClock
  let marks = activeSession.settings.terminalMarks(of: activeSession.entry, asking: .always, world)
  let subshell = subshell(
    path, for: identity,
    environment: childEnvironment(world.environment, for: identity),
    directory: childCredentials.folder, program: programPath(), isLogin: shell.isLogin, marks: marks
  )
  for file in subshell.files {
    try writePrivately(
      RawText.bytes(file.contents), to: childCredentials.folder + "/" + file.name, lasting: false)
  }
  let tmux = TmuxMark(activeSession.settings.marks(of: activeSession.entry).tmux, world.environment)
  tmux?.set(identity)
  defer { tmux?.remove() }
  return try await withAnnouncements(
    identity, in: childCredentials.folder, world.withClock(activeSession.plan.settings)
  ) {
    try await withHistoryRecord(.shell, activeSession, world) {
      let label = TerminalLabel(identity, marks: marks, environment: world.environment)
      var child = Child(
        path: subshell.path, arguments: subshell.arguments, environment: subshell.environment)
      child.readsTerminal = wasPicked && isatty(STDIN_FILENO) == 0
      return try lendTerminal(to: child, label: label.set, undo: label.undo).status
    }
  }
}

/// Prints the entry before `body`, and the outcome after it.
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

/// The last active entry of a shell that has ended: from the note in its folder if it was switched
/// in place.
private func activeEntry(
  notedIn folder: String, orElse first: ActiveEntryNote, _ world: World
) -> ActiveEntryNote? {
  guard let note = try? readBytes(folder + "/" + ActiveEntryNote.file, limit: 4096) else {
    return first
  }
  return ActiveEntryNote(noted: String(decoding: note, as: UTF8.self))
}

/// The shell's absolute path.
///
/// Throws if the shell is not found in `PATH` or cannot be run.
func shellPath(
  _ flag: String?, _ settings: Settings, _ environment: [String: String]
) throws -> String {
  let chosen = chosenShell(
    flag: flag, setting: settings.shell, environment: environment, passwd: passwdShell())
  let path = try findCommand(chosen, environment: environment)
  guard RawText.withCString(path, { access($0, X_OK) }) != 0 else { return path }
  let (error, isMissing) = (SystemError.latest, errno == ENOENT)
  let origin =
    flag != nil
    ? "--shell" : settings.shell != nil ? "`shell` in config.yaml" : "SHELL, or your account,"
  throw CommandError(
    status: isMissing ? 127 : 126,
    description: "The shell \(chosen.cleaned), which \(origin) names, cannot be run: \(error). "
      + "Choose another with --shell.")
}

private func passwdShell() -> String? {
  getpwuid(getuid()).flatMap { $0.pointee.pw_shell }.map { String(cString: $0) }
}
