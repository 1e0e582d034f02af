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
    guard let here = ShellHere(world) else {
      throw Failure.input(
        "This shell cannot be told to: type it at the prompt of a switchback shell, or of one with "
          + "`eval \"$(switchback init bash)\"` in its start-up file.")
    }
    guard let label = WornLabel(world.environment) else {
      return world.say("This shell is nobody already.")
    }
    try here.becomeNobody(marks: world.knownMarks)
    TmuxMark(.label, world.environment)?.remove()
    world.say("\(label.name) is off: this shell holds no credentials of switchback's.")
  }
}
