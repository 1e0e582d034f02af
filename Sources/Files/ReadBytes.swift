import Glibc

/// All bytes of a file; throws if it cannot be read or has more than `limit` bytes.
///
/// It never waits: a FIFO, a socket, a device or a folder in the file's place is an error.
package func readBytes(_ path: String, limit: Int) throws(ReadError) -> [UInt8] {
  let file = try openForReading(path)
  defer { close(file) }
  return try bytes(of: file, limit: limit)
}

/// The same; nil if there is no such file.
package func readBytesIfThere(_ path: String, limit: Int) throws(ReadError) -> [UInt8]? {
  do { return try readBytes(path, limit: limit) } catch {
    guard error.isMissingFile else { throw error }
    return nil
  }
}

/// All bytes of a file or a FIFO, such as `/dev/stdin` and `<(command)`.
///
/// Throws if it does not end within `seconds`, or if no program has opened it for writing after
/// `writer` seconds.
package func readBytesOfPipe(
  _ path: String, limit: Int, seconds: Int, writer: Int = 5
) throws(ReadError) -> [UInt8] {
  let file = try openForReading(path, allowing: .pipe)
  defer { close(file) }
  let end = ContinuousClock.now + .seconds(seconds)
  var all: [UInt8] = []
  if writer < seconds, !isReady(file, milliseconds: Double(writer) * 1000) {
    // A FIFO without a writer is at its end; one with a silent writer is not.
    let piece = try readPiece(of: file, upTo: 65_536)
    if let piece, piece.isEmpty { throw .notWritten(seconds: writer) }
    all += piece ?? []
  }
  while true {
    let left = ContinuousClock.now.duration(to: end) / .milliseconds(1)
    guard left > 0, isReady(file, milliseconds: left) else { throw .notEnded(seconds: seconds) }
    let piece = try readPiece(of: file, upTo: 65_536)
    // Another reader may have been faster.
    guard let piece else { continue }
    if piece.isEmpty { return all }
    all += piece
    guard all.count <= limit else { throw .tooLarge(limit: limit) }
  }
}

/// True if something can be read within that time, or if the last writer has gone.
private func isReady(_ file: CInt, milliseconds: Double) -> Bool {
  var waiting = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
  return poll(&waiting, 1, Int32(milliseconds.rounded(.up))) != 0
}

/// Opens a file for reading without waiting, if it is a regular file or of the kind `allowing`.
func openForReading(_ path: String, allowing: FileKind = .file) throws(ReadError) -> CInt {
  let file = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
  guard file >= 0 else {
    // The error for a socket.
    throw errno == ENXIO ? .notAFile(.socket) : .system(.latest)
  }
  var found = stat()
  guard fstat(file, &found) == 0 else {
    let error = SystemError.latest
    close(file)
    throw .system(error)
  }
  let kind = FileKind(found)
  guard [.file, .nothing, allowing].contains(kind) else {
    close(file)
    throw .notAFile(kind)
  }
  return file
}

/// All bytes of an open file.
private func bytes(of file: CInt, limit: Int) throws(ReadError) -> [UInt8] {
  var status = stat()
  // The size is a first guess: a file in /proc has none, and another may be growing.
  var room = fstat(file, &status) == 0 ? min(max(0, Int(status.st_size)), limit) + 1 : 65_536
  var bytes: [UInt8] = []
  while true {
    guard let piece = try readPiece(of: file, upTo: room) else {
      throw .system(SystemError(code: EAGAIN))
    }
    if piece.isEmpty { return bytes }
    if bytes.isEmpty { bytes = piece } else { bytes += piece }
    guard bytes.count <= limit else { throw .tooLarge(limit: limit) }
    room = 65_536
  }
}

/// The bytes of one read; empty at the end of the file, nil if no data is available yet.
private func readPiece(of file: CInt, upTo room: Int) throws(ReadError) -> [UInt8]? {
  var got = 0
  let bytes = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
    repeat { got = read(file, buffer.baseAddress, room) } while got < 0 && errno == EINTR
    count = max(0, got)
  }
  guard got < 0 else { return bytes }
  guard errno == EAGAIN else { throw .system(.latest) }
  return nil
}

/// Why a file could not be read.
package enum ReadError: Error, Sendable, Hashable {
  case system(SystemError)
  case notAFile(FileKind)
  /// The limit is in bytes.
  case tooLarge(limit: Int)
  case notEnded(seconds: Int)
  /// A FIFO that no program has opened for writing.
  case notWritten(seconds: Int)

  /// True if there is no file of that name, and for no other reason.
  package var isMissingFile: Bool { self == .system(SystemError(code: ENOENT)) }
}

extension ReadError: CustomStringConvertible {
  /// A clause for the end of a sentence that names the file.
  package var description: String {
    switch self {
    case .system(let error): error.description
    case .notAFile(let kind): kind.sentence
    case .tooLarge(let limit):
      limit >= 1 << 20 ? "it is larger than \(limit >> 20) MiB" : "it is larger than \(limit) bytes"
    case .notWritten(let seconds):
      "it is a FIFO, and no program has written to it within \(seconds) s"
    case .notEnded(let seconds): "it did not end within \(seconds) s"
    }
  }
}

/// The content of a path where a text is expected.
package enum TextFile {
  case absent
  case text(String)
  case unreadable(reason: String)

  /// Reads the file; `limit` is in bytes.
  package init(_ path: String, limit: Int) {
    do throws(ReadError) {
      let bytes = try readBytes(path, limit: limit)
      self =
        String(validating: bytes, as: UTF8.self).map(Self.text)
        ?? .unreadable(reason: "it is not UTF-8")
    } catch {
      self = error.isMissingFile ? .absent : .unreadable(reason: "\(error)")
    }
  }
}
