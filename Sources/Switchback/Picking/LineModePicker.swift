import Accounts
import Credentials
import Foundation
import Picker
import Terminal
import Text

/// The picker in lines, on the terminal: says, asks, and performs what the dialogue wants.
struct LineModePicker {
  private let switching: Switcher
  private let request: SwitchRequest
  private let world: World

  init(_ configuration: Configuration, _ wish: SwitchRequest, _ world: World) {
    self.world = world.forLineMode
    self.request = wish
    switching = Switcher(self.world, configuration)
  }

  /// Runs until an entry's session is there or the user leaves.
  ///
  /// Throws a `TerminalError` where there is no terminal to ask at, or a `CommandError` where nothing matches either.
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
      case .startSwitch(let order):
        do { return .sessionReady(try await resolveSession(order)) } catch {
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

  private func resolveSession(_ order: PickedEntry) async throws -> ActiveSession {
    var wish = request
    wish.choice.isReadOnly = wish.choice.isReadOnly || order.options.isReadOnly
    wish.source = order.source
    // The settings may have changed since the list was read.
    return try await Switcher(world, Configuration.read(in: world)).activate(at: order.name, wish)
  }
}

extension LineModePicker {
  private func dialogue(_ notices: [String]) -> LineModeDialogue {
    let configuration = switching.configuration
    let (usage, fault) = world.usage
    let notices = notices + [fault].filter { !$0.isEmpty }
    var entries =
      configuration.areFew
      ? configuration.checkedEntries(world).entries : configuration.catalogue.entries
    // As in the picker: what is asked for beforehand is a state of every entry.
    if request.choice.isReadOnly {
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
          entry: entry, choice: request.choice, in: configuration, environment: world.environment)
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
  /// Why the list stands where a screen was to be.
  var lineModeNotice: String {
    switch self {
    case .noTerminal(let reason), .cannotAsk(_, let reason):
      "No screen can be drawn here (/dev/tty: \(reason)). The entries are listed instead."
    default: "\(description) The entries are listed instead."
    }
  }
}

extension World {
  /// `SWITCHBACK_ACCESSIBLE`: whoever reads the terminal has it read aloud.
  var isAccessible: Bool {
    !["", "0"].contains(environment["SWITCHBACK_ACCESSIBLE"] ?? "")
  }

  /// True where somebody sees a line of progress that is written over again and again.
  var showsProgress: Bool {
    prompter.isPossible() && !isTextOnlyTerminal
  }

  /// True where nothing but text is to be written to the terminal.
  var isTextOnlyTerminal: Bool {
    ["", "dumb", "unknown"].contains(environment["TERM"] ?? "") || isAccessible
  }

  /// The world of a dialogue in lines: all that is said goes to the terminal, and nothing is written over.
  var forLineMode: World {
    var world = self
    world.say = { [tell = prompter.show] sentence in tell(sentence + "\n") }
    world.show = { _ in }
    world.prompter.isPossible = { true }
    return world
  }
}
