import CPosix
import Glibc

/// Where ncurses writes once the terminal is set up: into memory, so that a frame is sent whole.
///
/// ncurses 6.4 writes at each move of the cursor: forty small pieces for a screen, of which a
/// terminal may show some.
struct UpdateBuffer {
  private let descriptor: Int32

  /// Puts itself in the place of a descriptor that leads to the terminal, whose owner closes it.
  ///
  /// Where there is no memory for it ncurses goes on writing by itself.
  init(replacing descriptor: Int32) {
    self.descriptor = descriptor
    let memory = switchback_memory_file()
    guard memory >= 0 else { return }
    dup2(memory, descriptor)
    // `dup2` does not pass it on.
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    Glibc.close(memory)
  }

  /// What was written since the last time.
  func take() -> [UInt8] {
    let length = Int(lseek(descriptor, 0, SEEK_CUR))
    guard length > 0 else { return [] }
    let bytes = [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
      count = max(0, pread(descriptor, buffer.baseAddress, length, 0))
    }
    // Overwritten the next time; what lies beyond is never read.
    lseek(descriptor, 0, SEEK_SET)
    return bytes
  }
}
