package import Canvas

/// What someone did at the keyboard.
package enum Input: Sendable, Hashable {
  case key(Key)
  /// A bracketed paste, as it came: its text may hold anything.
  case pasted(String)
}
