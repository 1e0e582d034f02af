import Foundation
import Glibc

/// Sends a browser's request to a loopback server, byte for byte; nil if no server listens.
func browse(
  port: Int, _ target: String, method: String = "GET", host: String? = nil
) -> String? {
  let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
  defer { close(socket) }
  guard connected(socket, port) else { return nil }
  let request = "\(method) \(target) HTTP/1.1\r\nHost: \(host ?? "127.0.0.1:\(port)")\r\n\r\n"
  guard send(socket, request, request.utf8.count, Int32(MSG_NOSIGNAL)) > 0 else {
    return nil
  }
  var answer: [UInt8] = []
  var piece = [UInt8](repeating: 0, count: 65_536)
  while true {
    let got = recv(socket, &piece, piece.count, 0)
    guard got > 0 else { return String(decoding: answer, as: UTF8.self) }
    answer += piece[..<got]
  }
}

private func connected(_ socket: Int32, _ port: Int) -> Bool {
  var address = sockaddr_in()
  address.sin_family = sa_family_t(AF_INET)
  address.sin_port = UInt16(port).bigEndian
  address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
  let size = socklen_t(MemoryLayout<sockaddr_in>.size)
  return withUnsafePointer(to: &address) {
    $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(socket, $0, size) == 0 }
  }
}

/// What an address to log in at asks for.
struct AuthorizationPage {
  let url: String
  let path: String
  let query: [String: String]

  init(_ url: String) {
    self.url = url
    let parts = URLComponents(string: url)
    path = (parts?.host ?? "") + (parts?.path ?? "")
    query = Dictionary(
      parts?.queryItems?.map { ($0.name, $0.value ?? "") } ?? [], uniquingKeysWith: { $1 })
  }

  var state: String { query["state"] ?? "" }
  var port: Int { URLComponents(string: query["redirect_uri"] ?? "")?.port ?? 0 }
}
