extension Terminal {
  /// What of the mouse is heeded.
  package var mouse: Mouse { modes.mouse }

  /// Changes what of the mouse is heeded.
  package func setMouse(_ mouse: Mouse) {
    guard isOpen, mouse != modes.mouse else { return }
    changeModes { $0.mouse = mouse }
    send(mouse == .off ? Modes.mouseOff : Modes.mouseOn)
  }
}
