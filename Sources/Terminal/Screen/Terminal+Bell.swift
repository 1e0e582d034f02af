extension Terminal {
  /// Rings the terminal's bell: a key was refused.
  package func ring() {
    send([7])
  }
}
