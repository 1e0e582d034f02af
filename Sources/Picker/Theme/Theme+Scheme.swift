package import Accounts
package import Canvas

extension Theme {
  /// The terminal's own colours, so readable wherever the user's other programs are.
  package static let terminal = Theme(scheme: .terminal)

  /// A theme of a scheme's colours as a terminal of a depth can show them, moved where their
  /// contrast is too low to read.
  ///
  /// On each background text reaches 4.5:1 and lines 3:1, whatever the scheme says (WCAG 2.2);
  /// where the terminal decides on colours, that is up to its theme. `terminal` is what its own
  /// background looks like. With `isAdjusted` false the colours stay as the scheme has them.
  package init(
    scheme: Scheme, at depth: ColorDepth = .truecolor, terminal: Color = .black,
    isAdjusted: Bool = true
  ) {
    let paints = ResolvedScheme(scheme, at: depth, terminal: terminal, isAdjusted: isAdjusted)
    func surface(_ color: Color) -> Surface {
      let background = color.shown(at: depth)
      return Surface(paints, on: background, ground: paints.ground(of: background))
    }
    self.depth = depth
    page = surface(paints[0x00])
    panel = paints[0x01] == .standard ? page : surface(paints[0x01])
    selection = paints.selection(on: page)
  }
}
