import Files
import Foundation
import Glibc
import TestSupport
import Testing

struct ReadBytesTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  private func make(_ kind: FileKind) throws -> String {
    let path = folder.path + "/\(kind)"
    switch kind {
    case .file: try Data("text".utf8).write(to: URL(filePath: path))
    case .folder: #expect(mkdir(path, 0o700) == 0)
    case .pipe: #expect(mkfifo(path, 0o600) == 0)
    case .socket: try bindSocket(path)
    case .device: #expect(symlink("/dev/zero", path) == 0)
    case .nothing: #expect(symlink("/dev/null", path) == 0)
    case .link: #expect(symlink(path, path) == 0)
    }
    return path
  }

  @Test(arguments: [FileKind.folder, .pipe, .socket, .device])
  func whatIsNoFileIsRefusedAtOnce(_ kind: FileKind) throws {
    let path = try make(kind)
    #expect(throws: ReadError.notAFile(kind)) { try readBytes(path, limit: 100) }
    #expect(throws: ReadError.self) { try readBytesIfThere(path, limit: 100) }
  }

  @Test func theNullDeviceIsAnEmptyFile() throws {
    #expect(try readBytes(make(.nothing), limit: 100) == [])
  }

  @Test func onlyAMissingFileIsAbsent() throws {
    #expect(try readBytesIfThere(folder.path + "/none", limit: 100) == nil)
    let (file, loop) = (try make(.file), try make(.link))
    #expect(throws: ReadError.system(SystemError(code: ENOTDIR))) {
      try readBytesIfThere(file + "/below", limit: 100)
    }
    #expect(throws: ReadError.system(SystemError(code: ELOOP))) {
      try readBytesIfThere(loop, limit: 100)
    }
  }

  @Test func aFileIsReadUpToItsLimit() throws {
    let path = try make(.file)
    #expect(try readBytes(path, limit: 4) == Array("text".utf8))
    #expect(throws: ReadError.tooLarge(limit: 3)) { try readBytes(path, limit: 3) }
  }

  /// More bytes than the pipe buffers, so that it is read while it is written.
  @Test func aPipeThatIsWantedIsReadToItsEnd() throws {
    let path = try make(.pipe)
    let bytes = [UInt8](repeating: 7, count: 200_000)
    try startWriting(bytes, to: path)
    #expect(try readBytesOfPipe(path, limit: 1 << 20, seconds: 30) == bytes)
  }

  @Test func aPipeThatNothingWritesToIsGivenUpSoon() throws {
    let path = try make(.pipe)
    #expect(throws: ReadError.notWritten(seconds: 0)) {
      try readBytesOfPipe(path, limit: 100, seconds: 30, writer: 0)
    }
  }

  @Test func aSilentPipeIsGivenUp() throws {
    let path = try make(.pipe)
    #expect(throws: ReadError.notEnded(seconds: 0)) {
      try readBytesOfPipe(path, limit: 100, seconds: 0)
    }
  }
}

/// `cat` opens the pipe for writing, and waits for its reader.
private func startWriting(_ bytes: [UInt8], to path: String) throws {
  let source = path + ".source"
  try Data(bytes).write(to: URL(filePath: source))
  let process = Process()
  process.executableURL = URL(filePath: "/bin/sh")
  process.arguments = ["-c", "exec cat \"$0\" >\"$1\"", source, path]
  try process.run()
}

/// Creates a socket at a path.
private func bindSocket(_ path: String) throws {
  let server = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
  defer { close(server) }
  var address = sockaddr_un()
  address.sun_family = sa_family_t(AF_UNIX)
  withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8.prefix(107)) }
  let status = withUnsafePointer(to: &address) {
    $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
      bind(server, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
    }
  }
  #expect(status == 0)
}
