import Canvas

/// What a shell evaluates to become someone else in place: background jobs keep what they were started with, and
/// everything else of the shell stays.
package struct Handover: Sendable, Equatable {
  /// With secrets: for a file that only its owner can read.
  package private(set) var text: String
  private let syntax: ShellSyntax

  private init(_ syntax: ShellSyntax) {
    self.syntax = syntax
    text = ""
  }

  /// To be an identity, in the environment of the shell; what was there before is kept for `leaving`.
  ///
  /// `done` is said by the shell, once it has taken all of it; `folder` is where it then notes its active entry.
  package init(
    to identity: Identity, marks: TerminalMarks = TerminalMarks(),
    in environment: [String: String], syntax: ShellSyntax, folder: String? = nil,
    saying done: String = ""
  ) {
    self.init(syntax)
    keep(environment)
    text += syntax.removing(identity.removedVariables)
    text += identity.variables.map(syntax.exporting).joined()
    if let background = marks.background?.hex {
      text += syntax.exporting(Variable("SWITCHBACK_BACKGROUND", background))
    }
    text += syntax.activeLabelNote
    add(ShellState(identity, in: LabelColors(environment: environment)))
    addLabel(identity.title, marks.set(identity.color, environment), environment)
    let refused =
      "switchback: this shell has not taken all of the switch to \(identity.label), since some of its variables "
      + "cannot be changed: do not use its credentials. A shell in it can: `switchback shell ENTRY`."
    text += syntax.reporting(
      ChangeReport(done: done, refused: refused),
      if: syntax.holds(identity.variables, without: identity.removedVariables),
      then: folder.map { ActiveEntryNote(identity).writing(in: $0, syntax) } ?? "")
  }

  /// To have no active entry: what was there before the first switch is there again.
  ///
  /// `done` and `folder` are as above.
  package static func deactivating(
    _ environment: [String: String], marks: TerminalMarks = TerminalMarks(), syntax: ShellSyntax,
    folder: String? = nil, saying done: String = ""
  ) -> Handover {
    var handover = Handover(syntax)
    let ours = identityVariables.sorted()
    handover.text += syntax.removing(ours)
    handover.text += syntax.onlyIf(syntax.holds([], without: ours), setting: "__switchback_dropped")
    if let config = environment["SWITCHBACK_CONFIG_FILE"] {
      handover.text += syntax.removing(["SWITCHBACK_CONFIG_FILE", "SWITCHBACK_CREDENTIALS_FILE"])
      handover.text += syntax.exporting(Variable("AWS_CONFIG_FILE", config))
    }
    handover.text += syntax.evaluating(savedVariable)
    handover.text += syntax.activeLabelNote
    handover.add(.inactive)
    handover.addLabel("", marks.undo(environment), environment)
    let refused =
      "switchback: this shell has not dropped all of its credentials, since some of its variables cannot be "
      + "changed: `exit` leaves it."
    handover.text += syntax.reporting(
      ChangeReport(done: done, refused: refused),
      if: syntax.holds([Variable("__switchback_dropped", "1")], without: []),
      then: folder.map { ActiveEntryNote.clearing(in: $0, syntax) } ?? "")
    return handover
  }

  /// To be what the environment says, with new keys; nothing where the shell has become someone else meanwhile.
  package static func renewing(
    _ identity: Identity, marks: TerminalMarks = TerminalMarks(),
    in environment: [String: String], syntax: ShellSyntax, saying done: String = ""
  ) -> Handover {
    var handover = Handover(
      to: identity, marks: marks, in: environment, syntax: syntax, saying: done)
    handover.text = syntax.onlyIfStill(environment, handover.text)
    return handover
  }

  /// To say something once, and not to ask for a renewal again; nothing where the shell has become someone else.
  package static func notifying(
    _ sentence: String, in environment: [String: String], syntax: ShellSyntax
  ) -> Handover {
    var handover = Handover(syntax)
    handover.text = syntax.onlyIfStill(
      environment,
      syntax.printing(sentence) + syntax.setting(Variable("__switchback_renew", "")))
    return handover
  }

  private mutating func keep(_ environment: [String: String]) {
    guard environment["SWITCHBACK_ENTRY"] == nil else { return }
    let there = environment.filter { identityVariables.contains($0.key) }
      .sorted { $0.key < $1.key }
    let lines = there.map { syntax.exporting(Variable($0.key, $0.value)) }
    text += syntax.setting(Variable(savedVariable, lines.joined()))
  }

  private mutating func add(_ state: ShellState) {
    text += state.variables.map(syntax.setting).joined()
  }

  /// Now, and before each prompt: whoever goes on after a stop would set another.
  private mutating func addLabel(
    _ title: String, _ marks: String, _ environment: [String: String]
  ) {
    guard supportsTitles(environment) else { return }
    text += syntax.setting(Variable("__switchback_title", "\u{1B}]2;\(title)\u{1B}\\" + marks))
  }
}

/// The shell's variable that holds what was there before us.
private let savedVariable = "__switchback_was"
