package import Accounts
import Canvas

extension Theme {
  /// A theme of a base16 or base24 scheme's colours, moved where their contrast is too low to read.
  ///
  /// Text reaches 4.5:1 on the page and borders 3:1, whatever the scheme says (WCAG 2.2).
  package init(scheme: Scheme) {
    let palette = scheme.palette
    func color(_ index: Int) -> Color {
      palette.indices.contains(index) ? palette[index] : .standard
    }
    let page = color(0x00)
    func style(
      _ index: Int, _ attributes: Style.Attributes = [], atLeast ratio: Double = 4.5
    ) -> Style {
      Style(color(index).legible(on: page, atLeast: ratio), on: page, attributes)
    }
    self.init(
      page: style(0x05), text: style(0x05), muted: style(0x04),
      title: style(0x07, .bold), accent: style(0x0E, .bold),
      match: style(0x0C, [.bold, .underline]), key: style(0x0D, .bold), ok: style(0x0B),
      warning: style(0x0A, .bold), danger: style(0x08, .bold), border: style(0x03, atLeast: 3))
  }
}
