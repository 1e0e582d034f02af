/// Text from outside, fit for one line of a terminal: what could control it becomes a space.
///
/// Control and format characters (escape sequences, bidi overrides, line breaks) are not shown, and
/// nothing beyond `limit` scalars is: a single character may pile up marks without end.
package func forDisplay(_ text: some StringProtocol, limit: Int = 120) -> String {
  let scalars = text.unicodeScalars.prefix(limit).map { isShown($0) ? $0 : " " }
  let line = String(String.UnicodeScalarView(scalars)).split(separator: " ").joined(separator: " ")
  let isWhole = text.unicodeScalars.dropFirst(limit).isEmpty
  return isWhole ? line : line + "…"
}

private func isShown(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned,
    .privateUse:
    false
  default: true
  }
}
