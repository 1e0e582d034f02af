import Accounts
import Canvas
import Credentials
import Files
import Foundation
import Glibc
import Shells
import Terminal
import Text

/// The shell that we were started from, where it can become someone else in place.
struct CallingShell: Sendable {
  private let handover: String
  private let syntax: ShellSyntax
  private let environment: [String: String]
  private let process: pid_t

  /// What the shell is wanted for.
  enum Purpose {
    /// To be changed by the command that it waits for.
    case switching
    /// To be given new keys by a process that it has started beside itself.
    case renewing
    /// To be given the hook, perhaps for a second time.
    case initializing
  }

  /// Nil where the environment names no shell that looks for a handover in a folder of ours.
  ///
  /// A shell or a script in it is another one, though the variables are the same, and so is what `exec` has put in its
  /// place, in the same process: to be changed, the hook must have passed its proof with the command. A renewal may come
  /// from anybody's child; the hook is read by whoever is the process now.
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

  /// The processes that a switch of this shell may live with: its own, and that of the `switchback` that opened it, which
  /// has no other shell.
  var processes: [ProcessIdentity] {
    let isUsersOwn = (try? readBytes(folder + "/" + InitScript.ownerFile, limit: 1 << 16)) != nil
    let opener = isUsersOwn ? nil : ProcessIdentity.parent(of: process)
    return [process, opener].compactMap(\.self).compactMap(ProcessIdentity.init)
  }

  /// Whether its keys are renewed beside it, and so are those of whoever it becomes.
  ///
  /// A shell with keys may stand in one without.
  var isRefreshing: Bool {
    environment["SWITCHBACK_CONFIG_FILE"] != nil && environment["AWS_ACCESS_KEY_ID"] == nil
  }

  /// Has the shell become an identity, and say so once it has; throws a `CommandError` where that cannot be told to it.
  func activate(_ identity: Identity, marks: TerminalMarks, saying done: String) throws {
    try writeHandover(
      Handover(
        to: identity, marks: marks, in: environment, syntax: syntax, folder: folder,
        confirmation: done))
  }

  /// Has the shell have no active entry; says so and throws as `become` does.
  func deactivate(marks: TerminalMarks, saying done: String) throws {
    try writeHandover(
      .deactivating(environment, marks: marks, syntax: syntax, folder: folder, confirmation: done))
  }

  /// Has the shell have new keys, where it is still who it was; says so and throws as `become` does.
  func renew(_ identity: Identity, marks: TerminalMarks, saying done: String) throws {
    let handover = Handover.renewing(
      identity, marks: marks, in: environment, syntax: syntax, confirmation: done)
    try writeHandover(handover, at: folder + "/" + syntax.renewalName)
  }

  /// Has the shell say something once, where it is still who it was; throws as `become` does.
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
    // `eval "$(switchback init bash)"` asks from a child of the shell, where the command is a function already.
    case .initializing:
      process == parent || proof != nil && proof == process
        // Of fish nothing of ours is read before the user's own file, which may hold the line.
        || process == nil && runsThisProgram(ProcessIdentity.parent(of: world.parent))
    }
  }

  /// Whether a process runs this program.
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

/// Has the shell that we were started from become an entry and say who it is, and writes that into the history.
func switchInPlace(to arrival: ActiveSession, _ here: CallingShell, _ world: World) throws {
  let world = world.withClock(arrival.plan.settings)
  let delivery: DeliveryMethod =
    here.isRefreshing
    ? .process(try arrival.writeProfile(in: here.folder, isProcess: true, world)) : .keys
  var identity = arrival.identity(world.environment, isDeeper: false, delivery: delivery)
  identity.clock = world.shellClock
  try here.activate(
    identity,
    marks: arrival.settings.terminalMarks(of: arrival.entry, asking: .whereUnknown, world),
    saying: world.wrapped(openingLine(identity, at: world.now(), in: .current)))
  TmuxMark(arrival.settings.marks(of: arrival.entry).tmux, world.environment)?.set(identity)
  var recent = arrival.recent(.shell, at: world.now(), world.environment)
  recent.process = ProcessIdentity(world.parent)
  recordSwitch(recent, switching: here.processes, world)
  world.reportClock(evenIfKnown: true)
}

extension World {
  /// The clock that a shell looks at; nil where it agrees with AWS's.
  var shellClock: ShellClock? {
    clock.offset.map { ShellClock(ahead: $0.ahead, setting: $0.setting) }
  }

  /// A sentence that a shell says later, broken at words where standard error leads to a terminal.
  func wrapped(_ sentence: String) -> String {
    errorLook().map { sentence.wrappedAtWords(to: $0.columns) } ?? sentence
  }
}
