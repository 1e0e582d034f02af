import Accounts
import Credentials
import Foundation
import Picker
import Terminal
import Text

/// The line-by-line picker on the terminal: prints, asks, and performs the dialogue's actions.
struct LineModePicker {
  private let switcher: Switcher
  private let request: SwitchRequest
  private let world: World

  init(_ configuration: Configuration, _ request: SwitchRequest, _ world: World) {
    self.world = world.forLineMode
    self.request = request
    switcher = Switcher(self.world, configuration)
  }

  /// Runs until an entry's session is ready or the user leaves.
  ///
  /// Throws a `TerminalError` if there is no terminal, or a `CommandError` if in addition no entry
  /// matches.
  func run(query: String, notices: [String]) async throws -> PickerLoop.Outcome {
    let dialogue = dialogue(notices)
    do {
      return try await run(dialogue, query)
    } catch is TerminalError where dialogue.findsNothing(query) {
      throw CommandError.nothingMatches(query)
    }
  }

  private func run(_ dialogue: LineModeDialogue, _ query: String) async throws -> PickerLoop.Outcome
  {
    var dialogue = dialogue
    var reply = dialogue.begin(query, now: now)
    while true {
      world.prompter.show(reply.text)
      switch reply.next {
      case .ask(let question): reply = dialogue.answer(try ask(question), now: now)
      case .startSwitch(let picked):
        do { return .sessionReady(try await resolveSession(picked)) } catch {
          reply = dialogue.failed(CommandError(error).description)
        }
      case .run(let command, let entries):
        return .left(.run(command: command, entries: entries))
      case .demo: return .left(.demo)
      case .leave: return .left(.cancelled)
      }
    }
  }

  private var now: Int { Int(world.now().timeIntervalSince1970) }

  private func ask(_ question: String) throws -> String? {
    do { return try world.prompter.ask(question, true) } catch {
      guard case TerminalError.cannotAsk(_, let reason) = error else { throw error }
      throw TerminalError.noTerminal(reason: reason)
    }
  }

  private func resolveSession(_ picked: PickedEntry) async throws -> ActiveSession {
    var request = request
    request.options.isReadOnly = request.options.isReadOnly || picked.choice.isReadOnly
    request.source = picked.source
    // The settings may have changed since the list was read.
    return try await Switcher(world, Configuration.read(in: world)).activate(picked.name, request)
  }
}

extension LineModePicker {
  private func dialogue(_ notices: [String]) -> LineModeDialogue {
    let configuration = switcher.configuration
    let (usage, problem) = world.usage
    let notices = notices + [problem].filter { !$0.isEmpty }
    var entries =
      configuration.areFew
      ? configuration.checkedEntries(world).entries : configuration.catalogue.entries
    // As in the full-screen picker, `--read-only` is shown as a state of every entry.
    if request.options.isReadOnly {
      for index in entries.indices { entries[index].label.readOnly = true }
    }
    let held = world.heldSessions
    let loggedOut = world.endedLogins(among: Set(entries.compactMap(\.login)))
    let ranked = RankedEntries(
      entries, sortedBy: configuration.settings.sort, usage, held: Array(held.keys),
      loggedOut: loggedOut)
    return LineModeDialogue(
      ranked.entries,
      LineModeDialogue.PickerContext(
        recents: usage.recents, current: world.environment["SWITCHBACK_ENTRY"],
        sessions: held, loggedOut: loggedOut, pins: Set(usage.pins),
        lastCommand: (try? LastRun.read(in: world))?.line, notices: notices.map(\.cleaned)),
      rank: ranked.found, complaint: ranked.complaint,
      chain: { entry in
        let plan = try Plan(
          entry: entry, options: request.options, in: configuration, environment: world.environment)
        return Explanation(entry, plan).steps
      })
  }
}

extension LineModeDialogue {
  fileprivate func findsNothing(_ query: String) -> Bool {
    !query.isEmpty && !entries.isEmpty && !RoleReference.looksLikeReference(query)
      && places(matching: query).isEmpty
  }
}

extension TerminalError {
  /// Why the entries are listed in lines instead of on a screen.
  var lineModeNotice: String {
    switch self {
    case .noTerminal(let reason), .cannotAsk(_, let reason):
      "No screen can be drawn here (/dev/tty: \(reason)). The entries are listed instead."
    case .termNotSet, .termNotKnown, .termTooSimple, .entryDamaged:
      "\(description) The entries are listed instead."
    }
  }
}

extension World {
  /// True if `SWITCHBACK_ACCESSIBLE` is set, for screen readers.
  var isAccessible: Bool {
    !["", "0"].contains(environment["SWITCHBACK_ACCESSIBLE"] ?? "")
  }

  /// True if a progress line that is overwritten repeatedly can be shown.
  var showsProgress: Bool {
    prompter.isPossible() && !isTextOnlyTerminal
  }

  /// True if only plain text can be written to the terminal.
  var isTextOnlyTerminal: Bool {
    ["", "dumb", "unknown"].contains(environment["TERM"] ?? "") || isAccessible
  }

  /// The world for line mode: all messages go to the terminal, and no line is overwritten.
  var forLineMode: World {
    var world = self
    world.say = { [tell = prompter.show] sentence in tell(sentence + "\n") }
    world.show = { _ in }
    world.prompter.isPossible = { true }
    return world
  }
}
