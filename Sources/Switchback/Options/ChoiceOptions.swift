import Accounts
import ArgumentParser
import Foundation

/// What is chosen at the moment of switching, from the command line.
struct ChoiceOptions: ParsableArguments {
  @Option(help: "The region to call AWS in, and to set for the child.")
  var region: String?
  @Option(
    help: "How long the session lasts: seconds, or such as 90m or 12h; AWS allows 15m to 12h.")
  var duration: String?
  @Option(help: "The name of the session, which CloudTrail shows.")
  var sessionName: String?
  @Option(help: "The source identity, which stays with the session down the chain.")
  var sourceIdentity: String?
  @Option(help: ArgumentHelp("A session tag; may be given again.", valueName: "key=value"))
  var tag: [String] = []
  @Flag(help: "Assume the role with the ReadOnlyAccess policy as session policy.")
  var readOnly = false
  @Option(
    help: ArgumentHelp(
      "A session policy: the ARN of a managed one, JSON, or a file of it; may be given again.",
      valueName: "policy"),
    completion: .file())
  var policy: [String] = []
  @Option(
    help: ArgumentHelp(
      "Where ENTRY is a role's ARN or a console link: the entry to assume it from.",
      valueName: "entry"),
    completion: CompletedValue.entries.kind)
  var source: String?
  @Flag(
    help: """
      Leave config.yaml out: its labels and entries, and the `confirm` and `read_only` that it asks for. \
      For when the file cannot be read.
      """)
  var withoutSettings = false
}

extension ChoiceOptions {
  func validate() throws {
    let values = [
      ("--region", region, "a region such as eu-central-1"),
      ("--session-name", sessionName, "the name of the session"),
      ("--source-identity", sourceIdentity, "the source identity"),
      ("--source", source, "an entry"),
    ]
    for (option, value, what) in values where value?.isEmpty == true {
      throw ValidationError("\(option) is empty; it takes \(what).")
    }
    if let duration, durationSeconds(duration) == nil {
      throw ValidationError(
        "--duration '\(duration)' is no span of time; write seconds, or such as 45m or 12h.")
    }
  }

  /// The real world, with or without the settings; `isVerbose` is `-v`.
  func liveWorld(isVerbose: Bool = false) -> World {
    var world = World.live(isVerbose: isVerbose)
    world.leavesOutSettings = withoutSettings
    return world
  }

  /// All that the options say; throws a `Failure` for one that cannot be read.
  func wish(_ world: World, confirmation: String? = nil) throws -> Wish {
    Wish(choice: try choice(world), source: source, confirmation: confirmation)
  }

  /// The choice that the options make; throws a `Failure` for one that cannot be read.
  private func choice(_ world: World) throws -> Choice {
    var choice = Choice()
    choice.region = region
    choice.durationSeconds = duration.flatMap(durationSeconds)
    choice.sessionName = sessionName
    choice.sourceIdentity = sourceIdentity
    choice.tags = try tag.map(Choice.Tag.init(written:))
    choice.isReadOnly = readOnly
    choice.leavesOutSettings = withoutSettings
    for policy in policy { try choice.add(policy, world) }
    return choice
  }
}

extension Choice.Tag {
  fileprivate init(written text: String) throws {
    guard let equals = text.firstIndex(of: "="), equals > text.startIndex else {
      throw Failure.input("--tag '\(text)' must be written KEY=VALUE.")
    }
    self.init(String(text[..<equals]), String(text[text.index(after: equals)...]))
  }
}

extension Choice {
  /// Adds a session policy: the ARN of one, else the text of a file.
  fileprivate mutating func add(_ policy: String, _ world: World) throws {
    if policy.hasPrefix("arn:") { return policyARNs.append(policy) }
    if policy.hasPrefix("{") { return try add(json: policy) }
    guard let bytes = try readPipe(policy) ?? world.read(policy) else {
      throw Failure.input("--policy '\(policy)' is neither the ARN of a policy nor a file.")
    }
    try add(json: String(decoding: bytes, as: UTF8.self), of: policy)
  }

  private mutating func add(json text: String, of file: String? = nil) throws {
    guard policy == nil else {
      throw Failure.input("STS takes one session policy as JSON; give the others as ARNs.")
    }
    guard (try? JSONSerialization.jsonObject(with: Data(text.utf8))) is [String: Any] else {
      throw Failure.input("--policy '\(file ?? text)' is not a JSON object, as a policy must be.")
    }
    policy = text.trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
