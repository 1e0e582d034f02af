import Foundation
import Glibc

/// Something on a port of 127.0.0.1 that is not STS.
final class PretendSTS: Sendable {
  enum Manner {
    /// The port is taken and nobody listens: connections are refused.
    case refusing
    /// Connections are made, and never answered.
    case silent
    /// These bytes, whatever is asked.
    case answering([UInt8])
  }

  let url: String
  private let socket: Int32

  init(_ manner: Manner) throws {
    socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = withUnsafeMutablePointer(to: &address) { [socket] pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(socket, $0, length) == 0 && getsockname(socket, $0, &length) == 0
      }
    }
    guard bound else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    url = "http://127.0.0.1:\(UInt16(bigEndian: address.sin_port))"
    switch manner {
    case .refusing: break
    case .silent: listen(socket, 16)
    case .answering(let bytes):
      listen(socket, 16)
      Thread.detachNewThread { [socket] in answer(on: socket, bytes) }
    }
  }

  deinit {
    // Ends the thread's accept.
    shutdown(socket, Int32(SHUT_RDWR))
    close(socket)
  }
}

extension PretendSTS.Manner {
  static func body(_ text: String) -> Self {
    .answering(
      Array("HTTP/1.1 200 OK\r\nContent-Length: \(text.utf8.count)\r\n\r\n\(text)".utf8))
  }
}

private func answer(on socket: Int32, _ bytes: [UInt8]) {
  while case let connection = accept(socket, nil, nil), connection >= 0 {
    var request = [UInt8](repeating: 0, count: 65_536)
    if read(connection, &request, request.count) > 0 {
      send(connection, bytes, bytes.count, Int32(MSG_NOSIGNAL))
      shutdown(connection, Int32(SHUT_WR))
      // A close with bytes unread would take the answer back.
      while read(connection, &request, request.count) > 0 {}
    }
    close(connection)
  }
}
