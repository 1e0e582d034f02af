import Accounts
import ArgumentParser
import Shells

/// `switchback off`.
struct OffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "off",
    abstract: "Drop the credentials and the label of the current shell.",
    discussion: """
      Restores the AWS variables from before the first switch. The shell stays open. Use `exit` to \
      close a subshell.
      """)

  func run() throws {
    let world = World.live()
    let label = ActiveLabel(world.environment)
    guard let callingShell = CallingShell(world) else { throw missingHookError(label) }
    guard let label else { return world.say("This shell has no active entry.") }
    try callingShell.deactivate(
      marks: world.knownMarks,
      saying: world.wrapped(
        "Dropped \(label.name). This shell has no Switchback credentials."))
    TmuxMark(.label, world.environment)?.remove()
    recordEnd(.off, callingShell, world)
  }

  private func missingHookError(_ label: ActiveLabel?) -> CommandError {
    let holds =
      label.map { " It still has the credentials of \($0.name): use `exit` to close it." } ?? ""
    return .input(
      "`off` only works in a Switchback shell. This one has no hook, for example after `exec`, in "
        + "a "
        + "script, or if switchback is called by its path.\(holds) To add the hook, run "
        + "`eval \"$(switchback init bash)\"` (or zsh), or `switchback init fish | source`.")
  }
}
