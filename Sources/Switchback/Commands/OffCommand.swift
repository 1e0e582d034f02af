import Accounts
import ArgumentParser
import Shells

/// `switchback off`.
struct OffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "off",
    abstract: "Drop the credentials, and the label, of the shell that you are in.",
    discussion: """
      What of AWS's variables was set before the first switch is set again. The shell stays open; `exit` \
      leaves a subshell whole.
      """)

  func run() throws {
    let world = World.live()
    let label = WornLabel(world.environment)
    guard let here = ShellHere(world) else { throw noHook(label) }
    guard let label else { return world.say("This shell has no active entry already.") }
    try here.becomeNobody(
      marks: world.knownMarks,
      saying: "\(label.name) is off: this shell holds no credentials of switchback's.")
    TmuxMark(.label, world.environment)?.remove()
    ended(.off, here, world)
  }

  private func noHook(_ label: WornLabel?) -> Failure {
    let holds =
      label.map { ", and still holds the credentials of \($0.name): `exit` leaves it" } ?? ""
    return .input(
      "This shell cannot be told to: no hook of switchback's is in it, as after `exec`, in a script or where the "
        + "program is called by its path\(holds). With `eval \"$(switchback init bash)\"`, or zsh, or "
        + "`switchback init fish | source`, typed here or in its start-up file, it can.")
  }
}
