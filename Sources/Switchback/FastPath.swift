import ArgumentParser
import CommandReference

/// The commands that prompts, scripts and people run most often, in their simplest form.
///
/// ArgumentParser reads its commands by reflection, which takes as long as starting an empty
/// program twice. All other lines are parsed by it.
enum FastPath: Equatable {
  case pick
  case list(json: Bool)
  case filter(query: String)
  case credentials(entry: String?)
  case shell(entry: String)
  case prompt(PromptOption)
  /// The request of a completion script at every Tab. It is not a command for people.
  case complete([String])

  init?(_ arguments: [String]) {
    switch arguments {
    case []: self = .pick
    case ["list"]: self = .list(json: false)
    case ["list", "--json"]: self = .list(json: true)
    case ["credentials"]: self = .credentials(entry: nil)
    case ["prompt"]: self = .prompt(.plain)
    case ["prompt", "--json"]: self = .prompt(.json)
    default:
      if arguments[0] == Self.completionWord {
        self = .complete(Array(arguments.dropFirst()))
        return
      }
      if arguments.count == 3, arguments[..<2] == ["filter", "--"] {
        self = .filter(query: arguments[2])
        return
      }
      if arguments.count == 3, arguments[..<2] == ["prompt", "--format"],
        let format = PromptOption(rawValue: arguments[2])
      {
        self = .prompt(format)
        return
      }
      guard arguments.count == 2, !arguments[1].hasPrefix("-") else { return nil }
      switch arguments[0] {
      case "credentials": self = .credentials(entry: arguments[1])
      case "shell": self = .shell(entry: arguments[1])
      case "filter": self = .filter(query: arguments[1])
      default: return nil
      }
    }
  }

  /// Runs the command.
  ///
  /// Throws the errors of the command with that name.
  func run(_ world: World) async throws {
    switch self {
    case .pick: try await openPicker(query: [], PickerSession(), world)
    case .list(let json): try printList(filter: nil, json: json, world)
    case .filter(let query): try filterLines(query, world)
    case .shell(let entry):
      throw ExitCode(try await openShell(named: entry, SwitchRequest(), ShellOptions(), world))
    case .prompt(let format): try printPrompt(format, world)
    case .credentials(let entry): try await printCredentials(of: entry, SwitchRequest(), world)
    case .complete(let words): try printCompletion(words, world)
    }
  }
}

extension FastPath {
  /// The first word of a completion script's request.
  static let completionWord = "__complete"

  /// False for commands that prompts and completions run again and again.
  var needsSweep: Bool {
    switch self {
    case .prompt, .complete, .filter: false
    case .pick, .list, .credentials, .shell: true
    }
  }

  /// True for commands that write more than AWS's caches.
  var writesOwnFiles: Bool {
    switch self {
    case .pick, .shell: true
    case .list, .filter, .credentials, .prompt, .complete: false
    }
  }
}
