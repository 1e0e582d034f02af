import CPosix
import Glibc

/// The memory into which ncurses writes once the terminal is set up, so that a frame is sent in one
/// piece.
///
/// ncurses 6.4 writes at each move of the cursor: forty small pieces for a screen, some of which a
/// terminal may show alone.
struct UpdateBuffer {
  private let descriptor: Int32

  /// Replaces a descriptor of the terminal, whose owner closes it.
  ///
  /// If there is no memory, ncurses goes on writing to the terminal.
  init(replacing descriptor: Int32) {
    self.descriptor = descriptor
    let memory = switchback_memory_file()
    guard memory >= 0 else { return }
    dup2(memory, descriptor)
    // `dup2` does not copy this flag.
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    Glibc.close(memory)
  }

  /// Returns the bytes written since the last call.
  func take() -> [UInt8] {
    let length = Int(lseek(descriptor, 0, SEEK_CUR))
    guard length > 0 else { return [] }
    let bytes = [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
      count = max(0, pread(descriptor, buffer.baseAddress, length, 0))
    }
    // The next output overwrites it. Bytes beyond its end are never read.
    lseek(descriptor, 0, SEEK_SET)
    return bytes
  }
}

/// The bytes with each run of style sequences (SGR, ECMA-48 8.3.117) merged into one, without those
/// that a reset in it undoes.
///
/// ncurses sends colours and attributes one by one, and turns colours off before a reset: a tenth
/// of the bytes of a key press.
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

/// The number of parameters that the Linux console reads; others read more.
private let mostParameters = 16

/// The parameters of the style sequence at the beginning of the bytes; nil if there is none.
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
  /// Appends a run as one sequence and empties it.
  fileprivate mutating func flush(_ run: inout [ArraySlice<UInt8>]) {
    guard let first = run.first else { return }
    self += [0x1B, UInt8(ascii: "[")]
    // A reset alone needs no number.
    if run.count > 1 || !first.isReset { self += run.joined(separator: [UInt8(ascii: ";")]) }
    append(UInt8(ascii: "m"))
    run = []
  }
}
