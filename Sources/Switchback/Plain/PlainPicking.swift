import Accounts
import Canvas
import Credentials
import Foundation
import Picker
import Terminal

/// The picker in lines, on the terminal: says, asks, and performs what the dialogue wants.
struct PlainPicking {
  private let switching: Switching
  private let wish: Wish
  private let world: World

  init(_ configuration: Configuration, _ wish: Wish, _ world: World) {
    self.world = world.inLines
    self.wish = wish
    switching = Switching(self.world, configuration)
  }

  /// Runs until an entry's session is there or the user leaves.
  ///
  /// Throws a `TerminalProblem` where there is no terminal to ask at, or a `Failure` where nothing matches either.
  func run(query: String, notices: [String]) async throws -> Program.Ending {
    let dialogue = dialogue(notices)
    do {
      return try await run(dialogue, query)
    } catch is TerminalProblem where dialogue.findsNothing(query) {
      throw Failure.nothingMatches(query)
    }
  }

  private func run(_ dialogue: PlainDialogue, _ query: String) async throws -> Program.Ending {
    var dialogue = dialogue
    var reply = dialogue.begin(query, now: now)
    while true {
      world.asking.tell(reply.text)
      switch reply.next {
      case .ask(let question): reply = dialogue.answer(try ask(question), now: now)
      case .become(let order):
        do { return .arrived(try await arrive(order)) } catch {
          reply = dialogue.failed(Failure(error))
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
    do { return try world.asking.ask(question, true) } catch {
      guard case TerminalProblem.cannotAsk(_, let reason) = error else { throw error }
      throw TerminalProblem.noTerminal(reason: reason)
    }
  }

  private func arrive(_ order: Order) async throws -> Arrival {
    var wish = wish
    wish.choice.isReadOnly = wish.choice.isReadOnly || order.choice.isReadOnly
    wish.source = order.source
    // The settings may have changed since the list was read.
    return try await Switching(world, Configuration.read(in: world)).arrive(at: order.name, wish)
  }
}

extension PlainPicking {
  private func dialogue(_ notices: [String]) -> PlainDialogue {
    let configuration = switching.configuration
    let (usage, fault) = world.usage
    let notices = notices + [fault].filter { !$0.isEmpty }
    var entries =
      configuration.areFew
      ? configuration.judgedEntries(world).entries : configuration.catalogue.entries
    // As in the picker: what is asked for beforehand is a state of every entry.
    if wish.choice.isReadOnly {
      for index in entries.indices { entries[index].label.readOnly = true }
    }
    let held = world.heldSessions
    let loggedOut = world.endedLogins(among: Set(entries.compactMap(\.login)))
    let ranked = RankedEntries(
      entries, sortedBy: configuration.settings.sort, usage, held: Array(held.keys),
      loggedOut: loggedOut)
    return PlainDialogue(
      ranked.entries,
      PlainDialogue.Surroundings(
        recents: usage.recents, current: world.environment["SWITCHBACK_ENTRY"],
        sessions: held, loggedOut: loggedOut, pins: Set(usage.pins),
        lastCommand: (try? LastRun.read(in: world))?.line, notices: notices.map(\.cleaned)),
      rank: ranked.found, complaint: ranked.complaint,
      chain: { entry in
        let plan = try Plan(
          entry: entry, choice: wish.choice, in: configuration, environment: world.environment)
        return Explanation(entry, plan).steps
      })
  }
}

extension PlainDialogue {
  fileprivate func findsNothing(_ query: String) -> Bool {
    !query.isEmpty && !entries.isEmpty && !RoleReference.looksLikeOne(query)
      && places(matching: query).isEmpty
  }
}

extension TerminalProblem {
  /// Why the list stands where a screen was to be.
  var inPlaceOfScreen: String {
    switch self {
    case .noTerminal(let reason), .cannotAsk(_, let reason):
      "No screen can be drawn here (/dev/tty: \(reason)). The entries are listed instead."
    default: "\(description) The entries are listed instead."
    }
  }
}
