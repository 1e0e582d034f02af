extension World {
  /// `SWITCHBACK_ACCESSIBLE`: whoever reads the terminal has it read aloud.
  var isAccessible: Bool {
    !["", "0"].contains(environment["SWITCHBACK_ACCESSIBLE"] ?? "")
  }

  /// True where somebody sees a line of progress that is written over again and again.
  var showsProgress: Bool {
    prompter.isPossible() && !isTextOnlyTerminal
  }

  /// True where nothing but text is to be written to the terminal.
  var isTextOnlyTerminal: Bool {
    ["", "dumb", "unknown"].contains(environment["TERM"] ?? "") || isAccessible
  }

  /// The world of a dialogue in lines: all that is said goes to the terminal, and nothing is written over.
  var forLineMode: World {
    var world = self
    world.say = { [tell = prompter.show] sentence in tell(sentence + "\n") }
    world.show = { _ in }
    world.prompter.isPossible = { true }
    return world
  }
}
