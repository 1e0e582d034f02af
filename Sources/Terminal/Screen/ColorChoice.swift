package import Canvas

/// The number of colours that the user requested: `--color`, or `auto`.
package enum ColorChoice: String, Sendable, Hashable, CaseIterable {
  case auto
  case never
  case ansi16 = "16"
  case indexed256 = "256"
  case truecolor
}

extension ColorChoice {
  /// The colour depth to draw with, in an environment, on a terminal whose terminfo entry has
  /// `colors` colours and may claim to show any (`direct`).
  ///
  /// An explicit choice takes precedence over `NO_COLOR`, `CLICOLOR` and `COLORTERM`, and these
  /// over the terminfo entry.
  package func depth(
    environment: [String: String], colors: Int, direct: Bool = false
  ) -> ColorDepth {
    switch self {
    case .never: .none
    case .ansi16: .ansi16
    case .indexed256: .indexed256
    case .truecolor: .truecolor
    case .auto where environment.refusesColor: .none
    case .auto where environment.claimsTruecolor || direct || colors > 256: .truecolor
    case .auto: colors >= 256 ? .indexed256 : colors >= 8 ? .ansi16 : .none
    }
  }
}

extension ColorChoice {
  /// The colour depth for text on standard output: none if that is not a terminal, unless colours
  /// are requested.
  package func outputDepth(environment: [String: String], isTerminal: Bool) -> ColorDepth {
    guard isTerminal || self != .auto || environment.forcesColor else { return .none }
    let entry = try? terminfoEntry(for: environment["TERM"] ?? "", environment: environment)
    return depth(environment: environment, colors: entry?.colors ?? -1)
  }
}

extension [String: String] {
  /// https://no-color.org and https://bixense.com/clicolors.
  fileprivate var refusesColor: Bool {
    if let value = self["NO_COLOR"], !value.isEmpty { return true }
    return self["CLICOLOR"] == "0" && !forcesColor
  }

  fileprivate var forcesColor: Bool {
    guard let value = self["CLICOLOR_FORCE"] else { return false }
    return !value.isEmpty && value != "0"
  }

  fileprivate var claimsTruecolor: Bool {
    ["truecolor", "24bit"].contains(self["COLORTERM"]?.lowercased())
  }
}
