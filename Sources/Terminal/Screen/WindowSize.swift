package import Canvas

/// How large the window is that a descriptor leads to; nil where it is no terminal, or does not say.
package func windowSize(of descriptor: Int32) -> Size? {
  TerminalFile(descriptor: descriptor).size.map { Size(rows: $0.rows, columns: $0.columns) }
}
