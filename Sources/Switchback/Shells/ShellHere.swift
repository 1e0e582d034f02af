import Accounts
import Credentials
import Foundation
import Shells
import Terminal

/// The shell that we were started from, where it can become someone else in place.
struct ShellHere: Sendable {
  private let handover: String
  private let syntax: ShellSyntax
  private let environment: [String: String]

  /// Nil where the environment names no shell that looks for a handover in a folder of ours.
  ///
  /// A shell or a script in it is another one, though the variables are the same: only `parent` is asked to
  /// change. A renewal, which that shell has started beside itself, may come from anybody's child.
  init?(_ world: World, isRenewal: Bool = false) {
    guard let path = world.environment["SWITCHBACK_HANDOVER"],
      let syntax = ShellSyntax(ofHandover: path), OwnDirectory(Accounts.folder(of: path)) != nil,
      isRenewal || world.environment["SWITCHBACK_PID"] == String(world.parent)
    else { return nil }
    (handover, self.syntax, environment) = (path, syntax, world.environment)
  }

  /// The shell's folder for what is handed over.
  var folder: String { Accounts.folder(of: handover) }

  /// Whether its keys are renewed beside it, and so are those of whoever it becomes.
  ///
  /// A shell with keys may stand in one without.
  var isRefreshing: Bool {
    environment["SWITCHBACK_CONFIG_FILE"] != nil && environment["AWS_ACCESS_KEY_ID"] == nil
  }

  /// Has the shell become an identity; throws a `Failure` where that cannot be told to it.
  func become(_ identity: Identity, marks: TerminalMarks) throws {
    try leave(Handover(to: identity, marks: marks, in: environment, syntax: syntax))
  }

  /// Has the shell be nobody of ours; throws as `become` does.
  func becomeNobody(marks: TerminalMarks) throws {
    try leave(.leaving(environment, marks: marks, syntax: syntax))
  }

  /// Has the shell have new keys, where it is still who it was; throws as `become` does.
  func renew(_ identity: Identity, marks: TerminalMarks) throws {
    let handover = Handover.renewing(identity, marks: marks, in: environment, syntax: syntax)
    try leave(handover, at: folder + "/" + syntax.renewalName)
  }

  /// Has the shell say something once, where it is still who it was; throws as `become` does.
  func say(_ sentence: String) throws {
    let handover = Handover.saying(sentence, in: environment, syntax: syntax)
    try leave(handover, at: folder + "/" + syntax.renewalName)
  }

  private func leave(_ handover: Handover, at path: String? = nil) throws {
    do {
      try writePrivately(RawText.bytes(handover.text), to: path ?? self.handover, lasting: false)
    } catch {
      throw Failure.input("The shell cannot be told: \(error)")
    }
  }
}
