import Foundation
import Glibc

/// A connection to 127.0.0.1, byte for byte.
final class Client {
  private let socket: Int32

  /// Nil if the server does not accept the connection.
  init?(port: Int) {
    socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isConnected = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(socket, $0, size) == 0 }
    }
    var limit = timeval(tv_sec: 10, tv_usec: 0)
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    if !isConnected { return nil }
  }

  deinit { close(socket) }

  /// False if the server has closed the connection.
  @discardableResult func send(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return Glibc.send(socket, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count
  }

  /// Everything until the server closes the connection; nil if it does not within ten seconds.
  func read() -> String? {
    var answer: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 65_536)
    while true {
      let got = recv(socket, &piece, piece.count, 0)
      if got < 0 && errno == ECONNRESET { return String(decoding: answer, as: UTF8.self) }
      guard got > 0 else { return got == 0 ? String(decoding: answer, as: UTF8.self) : nil }
      answer += piece[..<got]
    }
  }
}
