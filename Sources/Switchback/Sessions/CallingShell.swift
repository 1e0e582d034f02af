import Accounts
import Canvas
import Credentials
import Files
import Foundation
import Glibc
import Shells
import Terminal
import Text

/// The shell that called us, if it can be switched in place.
struct CallingShell: Sendable {
  private let handover: String
  private let syntax: ShellSyntax
  private let environment: [String: String]
  private let process: pid_t

  /// Why the shell is needed.
  enum Purpose {
    /// A command that the shell waits for switches it.
    case switching
    /// A background process of the shell renews its credentials.
    case renewing
    /// The shell gets the hook, perhaps for a second time.
    case initializing
  }

  /// Nil if the environment names no shell that reads a handover in one of our folders.
  ///
  /// A script, a nested shell, or a program started with `exec` has the same variables but not the
  /// hook. So a switch needs the proof that the hook passes with the command. A renewal can come
  /// from any child process, since only the shell's hook reads it.
  init?(_ world: World, for purpose: Purpose = .switching) {
    guard let path = world.environment["SWITCHBACK_HANDOVER"],
      let syntax = ShellSyntax(ofHandover: path), OwnDirectory(Files.folder(of: path)) != nil,
      purpose.isMet(in: world)
    else { return nil }
    (handover, self.syntax, environment) = (path, syntax, world.environment)
    process = world.parent
  }

  /// The shell's folder for what is handed over.
  var folder: String { Files.folder(of: handover) }

  /// The processes that a switch of this shell may belong to: the shell, and the `switchback`
  /// process that opened it.
  var processes: [ProcessIdentity] {
    let isUsersOwn = (try? readBytes(folder + "/" + InitScript.ownerFile, limit: 1 << 16)) != nil
    let opener = isUsersOwn ? nil : ProcessIdentity.parent(of: process)
    return [process, opener].compactMap(\.self).compactMap(ProcessIdentity.init)
  }

  /// True if the shell's credentials are not in its environment but renewed by our process or
  /// server.
  ///
  /// A shell with credentials in its environment may run inside one without.
  var isRefreshing: Bool {
    environment["SWITCHBACK_CONFIG_FILE"] != nil && environment["AWS_ACCESS_KEY_ID"] == nil
  }

  /// Switches the shell to an identity; then the shell prints `message`.
  ///
  /// Throws a `CommandError` if the handover cannot be written.
  func activate(_ identity: Identity, marks: TerminalMarks, saying message: String) throws {
    try writeHandover(
      Handover(
        to: identity, marks: marks, in: environment, syntax: syntax, folder: folder,
        confirmation: message))
  }

  /// Removes the shell's active entry.
  ///
  /// Prints and throws like `activate`.
  func deactivate(marks: TerminalMarks, saying message: String) throws {
    try writeHandover(
      .deactivating(
        environment, marks: marks, syntax: syntax, folder: folder, confirmation: message))
  }

  /// Gives the shell new credentials, if its active entry is still the same.
  ///
  /// Prints and throws like `activate`.
  func renew(_ identity: Identity, marks: TerminalMarks, saying message: String) throws {
    let handover = Handover.renewing(
      identity, marks: marks, in: environment, syntax: syntax, confirmation: message)
    try writeHandover(handover, at: folder + "/" + syntax.renewalName)
  }

  /// Lets the shell print a sentence once, if its active entry is still the same.
  ///
  /// Throws like `activate`.
  func say(_ sentence: String) throws {
    let handover = Handover.notifying(sentence, in: environment, syntax: syntax)
    try writeHandover(handover, at: folder + "/" + syntax.renewalName)
  }

  private func writeHandover(_ handover: Handover, at path: String? = nil) throws {
    do {
      try writePrivately(RawText.bytes(handover.text), to: path ?? self.handover, lasting: false)
    } catch {
      throw CommandError.input("The shell cannot be switched: \(error)")
    }
  }
}

extension CallingShell.Purpose {
  fileprivate func isMet(in world: World) -> Bool {
    let (parent, proof) = (String(world.parent), world.environment[hookMarker])
    let process = world.environment["SWITCHBACK_PID"]
    return switch self {
    case .switching: proof == parent
    case .renewing: true
    // `eval "$(switchback init bash)"` runs in a child of the shell, in which the command may
    // already be a function.
    case .initializing:
      process == parent || proof != nil && proof == process
        // fish reads no file of Switchback before the user's own, which may contain the line.
        || process == nil && runsThisProgram(ProcessIdentity.parent(of: world.parent))
    }
  }

  /// True if a process runs this program.
  private func runsThisProgram(_ process: pid_t?) -> Bool {
    guard let process, let own = program(of: "self") else { return false }
    return program(of: String(process)) == own
  }

  private func program(of process: String) -> String? {
    var bytes = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/\(process)/exe", &bytes, bytes.count)
    guard count > 0 else { return nil }
    return String(decoding: bytes.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}

/// Switches the calling shell in place to an active session, and records that in the history.
func switchInPlace(to activeSession: ActiveSession, _ callingShell: CallingShell, _ world: World)
  throws
{
  let world = world.withClock(activeSession.plan.settings)
  let delivery: DeliveryMethod =
    callingShell.isRefreshing
    ? .process(try activeSession.writeProfile(in: callingShell.folder, isProcess: true, world))
    : .keys
  var identity = activeSession.identity(world.environment, isDeeper: false, delivery: delivery)
  identity.clock = world.shellClock
  try callingShell.activate(
    identity,
    marks: activeSession.settings.terminalMarks(
      of: activeSession.entry, asking: .whereUnknown, world),
    saying: world.wrapped(openingLine(identity, at: world.now(), in: .current)))
  TmuxMark(activeSession.settings.marks(of: activeSession.entry).tmux, world.environment)?.set(
    identity)
  var recent = activeSession.recent(.shell, at: world.now(), world.environment)
  recent.process = ProcessIdentity(world.parent)
  recordSwitch(recent, switching: callingShell.processes, world)
  world.reportClock(evenIfKnown: true)
}

extension World {
  /// The clock for a shell; nil if this machine's clock agrees with AWS's.
  var shellClock: ShellClock? {
    clock.offset.map { ShellClock(ahead: $0.ahead, setting: $0.setting) }
  }

  /// A sentence that a shell prints later, wrapped at words if standard error is a terminal.
  func wrapped(_ sentence: String) -> String {
    errorLook().map { sentence.wrappedAtWords(to: $0.columns) } ?? sentence
  }
}
