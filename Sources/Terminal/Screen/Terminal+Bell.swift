extension Terminal {
  /// Rings the terminal's bell: a key was refused.
  package func ring() {
    guard isOpen else { return }
    file.write([7])
  }
}
