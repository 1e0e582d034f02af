import CPosix
import Canvas

extension Terminal {
  /// Leaves the terminal, as it was found, to somebody else, until `takeBack`; false where it is closed
  /// or lent already.
  ///
  /// What is drawn meanwhile is shown then, and what is typed is not read here.
  package func lend() -> Bool {
    guard isOpen, !isLent else { return false }
    isLent = true
    input?.pause()
    switchback_disarm()
    return true
  }

  /// Takes the terminal again, which is as `lend` left it, and shows the last frame.
  package func takeBack() {
    guard isOpen, isLent, let wake else { return }
    storeGuardBytes(modes)
    switchback_arm(Int32(SWITCHBACK_OURS), file.descriptor, wake.writing)
    file.setRaw()
    file.write(modes.enter + modes.again)
    switchback_hold()
    isLent = false
    input?.resume()
    handleWake(by: [.resumed])
  }
}
