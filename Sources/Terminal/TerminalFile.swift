package import Canvas
import Glibc

/// The terminal as a file: reading, writing and settings.
struct TerminalFile {
  let descriptor: Int32

  /// Opens the controlling terminal, whatever the standard streams are.
  static func open(flags: Int32 = O_RDWR) throws(SystemError) -> TerminalFile {
    let descriptor = Glibc.open("/dev/tty", flags | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw SystemError() }
    return TerminalFile(descriptor: descriptor)
  }

  func close() {
    _ = Glibc.close(descriptor)
  }

  /// The rows and columns; nil if the terminal does not report them, as on a serial line.
  var size: (rows: Int, columns: Int)? {
    var window = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &window) == 0, window.ws_row > 0, window.ws_col > 0
    else { return nil }
    // An unrealistic size would only cost memory.
    return (min(Int(window.ws_row), 1000), min(Int(window.ws_col), 2000))
  }

  /// Writes all bytes, bypassing the buffer of ncurses and `putp`, which writes to standard output.
  func write(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 || errno == EINTR || errno == EAGAIN else { return }
      rest = rest.dropFirst(max(0, count))
    }
  }

  /// Writes all bytes, even if Ctrl-S has stopped the output.
  func writeUnhindered(_ bytes: [UInt8]) {
    var before = termios()
    guard tcgetattr(descriptor, &before) == 0 else { return }
    setRaw()
    write(bytes)
    tcsetattr(descriptor, TCSANOW, &before)
  }

  /// Reads available bytes, at most 4096: empty at the end or on failure, nil if there are none
  /// yet.
  func read() -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = Glibc.read(descriptor, &bytes, bytes.count)
    if count < 0, errno == EAGAIN || errno == EINTR { return nil }
    return Array(bytes.prefix(max(0, count)))
  }

  /// Whether input is available, or arrives within the given milliseconds.
  func hasInput(within milliseconds: Int) -> Bool {
    var state = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&state, 1, Int32(milliseconds)) > 0
  }

  /// Reads all available input, up to a limit.
  func takeInput(atMost most: Int) -> [UInt8] {
    var input: [UInt8] = []
    while input.count < most, hasInput(within: 0), let more = read(), !more.isEmpty {
      input += more
    }
    return input
  }

  /// Puts bytes back to be read again, if the system allows it.
  func putBack(_ bytes: [UInt8]) {
    for byte in bytes {
      var byte = CChar(bitPattern: byte)
      guard ioctl(descriptor, UInt(TIOCSTI), &byte) == 0 else { return }
    }
  }

  /// Whether the other end is closed.
  ///
  /// An empty read does not mean that: it also happens between giving the terminal back and being
  /// stopped.
  var isGone: Bool {
    var state = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&state, 1, 0) > 0 && state.revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0
  }

  /// Sets the terminal to raw mode: keys arrive at once, without echo, including those for signals.
  ///
  /// Output is nearly unchanged.
  func setRaw() {
    changeSettings { settings in
      settings.c_iflag &= ~tcflag_t(
        BRKINT | ICRNL | INLCR | IGNCR | INPCK | ISTRIP | IXON | IXOFF | PARMRK)
      settings.c_lflag &= ~tcflag_t(ECHO | ECHONL | ICANON | ISIG | IEXTEN)
      settings.c_cflag = settings.c_cflag & ~tcflag_t(CSIZE | PARENB) | tcflag_t(CS8)
      withUnsafeMutableBytes(of: &settings.c_cc) { characters in
        characters[Int(VMIN)] = 1
        characters[Int(VTIME)] = 0
      }
    }
  }

  /// Sets raw mode with unprocessed output, which another terminal has processed already.
  func setPassThrough() {
    setRaw()
    changeSettings { $0.c_oflag &= ~tcflag_t(OPOST) }
  }

  func setEcho(_ echo: Bool) {
    changeSettings { settings in
      settings.c_lflag |= tcflag_t(ICANON | ISIG)
      settings.c_iflag |= tcflag_t(ICRNL)
      if echo {
        settings.c_lflag |= tcflag_t(ECHO)
      } else {
        settings.c_lflag &= ~tcflag_t(ECHO | ECHOE | ECHOK | ECHONL)
      }
    }
  }

  /// Whether it is the controlling terminal.
  ///
  /// Otherwise Ctrl-C and Ctrl-Z are bytes like any others.
  var sendsSignals: Bool { tcgetpgrp(descriptor) >= 0 }

  /// Ctrl-C.
  static let interrupt: UInt8 = 3

  /// The interrupt key: Ctrl-C, unless the user has set another.
  var interruptKey: UInt8 {
    var settings = termios()
    guard tcgetattr(descriptor, &settings) == 0 else { return Self.interrupt }
    let chosen = withUnsafeBytes(of: &settings.c_cc) { $0[Int(VINTR)] }
    return chosen == 0 ? Self.interrupt : chosen
  }

  /// Makes Ctrl-C end a line as Enter does, for a terminal that sends no signals.
  func setInterruptEndsLine() {
    changeSettings { settings in
      settings.c_lflag &= ~tcflag_t(ISIG)
      withUnsafeMutableBytes(of: &settings.c_cc) { $0[Int(VEOL)] = Self.interrupt }
    }
  }

  private func changeSettings(_ change: (inout termios) -> Void) {
    var settings = termios()
    guard tcgetattr(descriptor, &settings) == 0 else { return }
    change(&settings)
    tcsetattr(descriptor, TCSANOW, &settings)
  }
}

/// The error of the last failed system call.
struct SystemError: Error {
  var number = errno
  var reason: String { String(cString: strerror(number)) }
}

/// The window size of a descriptor; nil if it is not a terminal, or does not report a size.
package func windowSize(of descriptor: Int32) -> Size? {
  TerminalFile(descriptor: descriptor).size.map { Size(rows: $0.rows, columns: $0.columns) }
}
