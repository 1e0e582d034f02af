import Accounts
import ArgumentParser
import CommandReference
import Foundation
import Text

/// The options of a session on the command line.
struct SessionArguments: ParsableArguments {
  @Option(help: "Region to call AWS in and to set for the shell or command.")
  var region: String?
  @Option(
    help: "Length of the session, e.g. 90m, 12h or 3600 (seconds). AWS allows 15m to 12h.")
  var duration: String?
  @Option(help: "Name of the session, as shown in CloudTrail.")
  var sessionName: String?
  @Option(help: "Source identity; it is kept when further roles are assumed.")
  var sourceIdentity: String?
  @Option(help: ArgumentHelp("A session tag; repeatable.", valueName: "key=value"))
  var tag: [String] = []
  @Flag(help: "Assume the role with ReadOnlyAccess as its session policy.")
  var readOnly = false
  @Option(
    help: ArgumentHelp(
      "A session policy: the ARN of a managed policy, JSON, or a file with JSON; repeatable.",
      valueName: "policy"),
    completion: .file())
  var policy: [String] = []
  @Option(
    help: ArgumentHelp(
      "The entry to assume the role from, if ENTRY is a role's ARN or a console link.",
      valueName: "entry"),
    completion: CompletedValue.entries.kind)
  var source: String?
  @Flag(
    help: """
      Ignore config.yaml, with its labels, entries, and `confirm` and `read_only` settings. Use \
      this if the file can't be read.
      """)
  var withoutSettings = false
}

extension SessionArguments {
  func validate() throws {
    let values = [
      ("--region", region, "a region, e.g. eu-central-1"),
      ("--session-name", sessionName, "the name of the session"),
      ("--source-identity", sourceIdentity, "the source identity"),
      ("--source", source, "an entry"),
    ]
    for (option, value, what) in values where value?.isEmpty == true {
      throw ValidationError("\(option) is empty; it takes \(what).")
    }
    if let duration { try checkDuration(duration) }
  }

  private func checkDuration(_ text: String) throws {
    guard let seconds = parseDuration(text) else {
      throw ValidationError("--duration '\(text)' is not a duration; write e.g. 90m, 12h or 3600.")
    }
    guard (900...43_200).contains(seconds) else {
      let error = seconds < 900 ? "short" : "long"
      throw ValidationError("--duration \(text) is too \(error); STS accepts 15m to 12h.")
    }
  }

  /// The real `World`, with or without the settings; `isVerbose` is `-v`.
  func liveWorld(isVerbose: Bool = false) -> World {
    var world = World.live(isVerbose: isVerbose)
    world.ignoresSettings = withoutSettings
    return world
  }

  /// The request with all options.
  ///
  /// Throws a `CommandError` for an option that cannot be read.
  func request(_ world: World, confirmation: String? = nil) throws -> SwitchRequest {
    SwitchRequest(options: try options(world), source: source, confirmation: confirmation)
  }

  /// The options of the session.
  ///
  /// Throws a `CommandError` for an option that cannot be read.
  private func options(_ world: World) throws -> SessionOptions {
    var options = SessionOptions()
    options.region = region
    options.durationSeconds = duration.flatMap(parseDuration)
    options.sessionName = sessionName
    options.sourceIdentity = sourceIdentity
    options.tags = try tag.map(SessionOptions.Tag.init(written:))
    options.isReadOnly = readOnly
    options.ignoresSettings = withoutSettings
    for policy in policy { try options.add(policy, world) }
    return options
  }
}

extension SessionOptions.Tag {
  fileprivate init(written text: String) throws {
    guard let equals = text.firstIndex(of: "="), equals > text.startIndex else {
      throw CommandError.input("--tag '\(text)' must be written KEY=VALUE.")
    }
    self.init(String(text[..<equals]), String(text[text.index(after: equals)...]))
  }
}

extension SessionOptions {
  /// Adds a session policy: the ARN of one, else the text of a file.
  fileprivate mutating func add(_ policy: String, _ world: World) throws {
    if policy.hasPrefix("arn:") { return policyARNs.append(policy) }
    if policy.hasPrefix("{") { return try add(json: policy) }
    guard let bytes = try readPipe(policy) ?? world.read(policy) else {
      throw CommandError.input("--policy '\(policy)' is neither the ARN of a policy nor a file.")
    }
    try add(json: String(decoding: bytes, as: UTF8.self), of: policy)
  }

  private mutating func add(json text: String, of file: String? = nil) throws {
    guard policy == nil else {
      throw CommandError.input(
        "STS accepts only one session policy as JSON; use ARNs for the others.")
    }
    guard (try? JSONSerialization.jsonObject(with: Data(text.utf8))) is [String: Any] else {
      throw CommandError.input(
        "--policy '\(file ?? text)' is not a JSON object, as a policy must be.")
    }
    policy = text.trimmingCharacters(in: .whitespacesAndNewlines)
  }
}

extension SessionOptions {
  /// The options as words that `SessionArguments` reads.
  var commandLineOptions: [String] {
    let some: [(String, String?)] = [
      ("--region", region), ("--duration", durationSeconds.map(String.init)),
      ("--session-name", sessionName), ("--source-identity", sourceIdentity),
      ("--policy", policy),
    ]
    let many = tags.map { ("--tag", "\($0.key)=\($0.value)") } + policyARNs.map { ("--policy", $0) }
    let values = some.compactMap { name, value in value.map { (name, $0) } } + many
    // One word per option, since a value may begin with a dash.
    return values.map { "\($0)=\($1)" } + (isReadOnly ? ["--read-only"] : [])
      + (ignoresSettings ? ["--without-settings"] : [])
  }
}
