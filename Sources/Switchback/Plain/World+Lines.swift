extension World {
  /// `SWITCHBACK_ACCESSIBLE`: whoever reads the terminal has it read aloud.
  var isAccessible: Bool {
    !["", "0"].contains(environment["SWITCHBACK_ACCESSIBLE"] ?? "")
  }

  /// True where somebody sees a line of progress that is written over again and again.
  var showsProgress: Bool {
    asking.isPossible() && !hasPlainTerminal
  }

  /// True where nothing but text is to be written to the terminal.
  var hasPlainTerminal: Bool {
    ["", "dumb", "unknown"].contains(environment["TERM"] ?? "") || isAccessible
  }

  /// The world of a dialogue in lines: all that is said goes to the terminal, and nothing is written over.
  var inLines: World {
    var world = self
    world.say = { [tell = asking.tell] sentence in tell(sentence + "\n") }
    world.show = { _ in }
    world.asking.isPossible = { true }
    return world
  }
}
