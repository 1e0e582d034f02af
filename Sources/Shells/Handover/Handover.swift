import Canvas

/// The text that a shell evaluates to switch in place.
///
/// Background jobs keep their credentials, and everything else of the shell stays.
package struct Handover: Sendable, Equatable {
  /// Contains secrets: for a file that only its owner can read.
  package private(set) var text: String
  private let syntax: ShellSyntax

  private init(_ syntax: ShellSyntax) {
    self.syntax = syntax
    text = ""
  }

  /// A switch to an identity, in the environment of the shell.
  ///
  /// The earlier variables are kept, and `deactivating` restores them. The shell prints
  /// `confirmation` once it has applied everything, and then notes its active entry in `folder`.
  package init(
    to identity: Identity, marks: TerminalMarks = TerminalMarks(),
    in environment: [String: String], syntax: ShellSyntax, folder: String? = nil,
    confirmation: String = ""
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
      "switchback: this shell has not applied all of the switch to \(identity.label), because "
      + "some of its variables cannot be changed: do not use its credentials. Open a nested shell "
      + "instead: `switchback shell ENTRY`."
    text += syntax.reporting(
      ChangeReport(done: confirmation, refused: refused),
      if: syntax.holds(identity.variables, without: identity.removedVariables),
      then: folder.map { ActiveEntryNote(identity).writing(in: $0, syntax) } ?? "")
  }

  /// A switch to no entry: the variables from before the first switch are restored.
  ///
  /// `confirmation` and `folder` are as above.
  package static func deactivating(
    _ environment: [String: String], marks: TerminalMarks = TerminalMarks(), syntax: ShellSyntax,
    folder: String? = nil, confirmation: String = ""
  ) -> Handover {
    var handover = Handover(syntax)
    let names = identityVariables.sorted()
    handover.text += syntax.removing(names)
    handover.text += syntax.onlyIf(
      syntax.holds([], without: names), setting: "__switchback_dropped")
    if let config = environment["SWITCHBACK_CONFIG_FILE"] {
      handover.text += syntax.removing(["SWITCHBACK_CONFIG_FILE", "SWITCHBACK_CREDENTIALS_FILE"])
      handover.text += syntax.exporting(Variable("AWS_CONFIG_FILE", config))
    }
    handover.text += syntax.evaluating(savedVariable)
    handover.text += syntax.activeLabelNote
    handover.add(.inactive)
    handover.addLabel("", marks.undo(environment), environment)
    let refused =
      "switchback: this shell has not dropped all of its credentials, because some of its "
      + "variables cannot be changed: `exit` leaves the shell."
    handover.text += syntax.reporting(
      ChangeReport(done: confirmation, refused: refused),
      if: syntax.holds([Variable("__switchback_dropped", "1")], without: []),
      then: folder.map { ActiveEntryNote.clearing(in: $0, syntax) } ?? "")
    return handover
  }

  /// New credentials for the active entry; no effect if the shell has meanwhile been switched.
  package static func renewing(
    _ identity: Identity, marks: TerminalMarks = TerminalMarks(),
    in environment: [String: String], syntax: ShellSyntax, confirmation: String = ""
  ) -> Handover {
    var handover = Handover(
      to: identity, marks: marks, in: environment, syntax: syntax, confirmation: confirmation)
    handover.text = syntax.onlyIfStill(environment, handover.text)
    return handover
  }

  /// A sentence that is printed once and ends the renewals; no effect if the shell has meanwhile
  /// been switched.
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
    let earlier = environment.filter { identityVariables.contains($0.key) }
      .sorted { $0.key < $1.key }
    let lines = earlier.map { syntax.exporting(Variable($0.key, $0.value)) }
    text += syntax.setting(Variable(savedVariable, lines.joined()))
  }

  private mutating func add(_ state: ShellState) {
    text += state.variables.map(syntax.setting).joined()
  }

  /// Sets the title now and before each prompt: a program that continues after a stop can change
  /// it.
  private mutating func addLabel(
    _ title: String, _ marks: String, _ environment: [String: String]
  ) {
    guard supportsTitles(environment) else { return }
    text += syntax.setting(Variable("__switchback_title", "\u{1B}]2;\(title)\u{1B}\\" + marks))
  }
}

/// The shell's variable with the assignments that restore its earlier variables.
private let savedVariable = "__switchback_was"
