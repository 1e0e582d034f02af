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

/// The bytes with every run of style sequences (SGR, ECMA-48 8.3.117) made one, without what a reset
/// in it undoes.
///
/// ncurses sends colours and attributes one by one, and colours off before a reset: a tenth of what a
/// key causes.
package func mergingStyles(_ bytes: [UInt8]) -> [UInt8] {
  var merged: [UInt8] = []
  merged.reserveCapacity(bytes.count)
  var run: [ArraySlice<UInt8>] = []
  var rest = bytes[...]
  while !rest.isEmpty {
    if let parameters = styleParameters(rest) {
      if parameters[0].isReset { run = [] }
      if run.count + parameters.count > mostParameters { merged.flush(&run) }
      run += parameters
      rest = rest[(parameters[parameters.count - 1].endIndex + 1)...]
    } else {
      merged.flush(&run)
      merged.append(rest.removeFirst())
    }
  }
  merged.flush(&run)
  return merged
}

/// What the Linux console reads of a sequence; others read more.
private let mostParameters = 16

/// The parameters of the style sequence that the bytes begin with; nil where they begin with none.
private func styleParameters(_ bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>]? {
  guard bytes.starts(with: [0x1B, UInt8(ascii: "[")]) else { return nil }
  let parameters = bytes.dropFirst(2).prefix { 0x30...0x39 ~= $0 || $0 == UInt8(ascii: ";") }
  guard parameters.endIndex < bytes.endIndex, bytes[parameters.endIndex] == UInt8(ascii: "m")
  else { return nil }
  return parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
}

extension ArraySlice<UInt8> {
  fileprivate var isReset: Bool { allSatisfy { $0 == UInt8(ascii: "0") } }
}

extension [UInt8] {
  /// Appends a run as one sequence, and empties it.
  fileprivate mutating func flush(_ run: inout [ArraySlice<UInt8>]) {
    guard let first = run.first else { return }
    self += [0x1B, UInt8(ascii: "[")]
    // A reset alone needs no number.
    if run.count > 1 || !first.isReset { self += run.joined(separator: [UInt8(ascii: ";")]) }
    append(UInt8(ascii: "m"))
    run = []
  }
}
