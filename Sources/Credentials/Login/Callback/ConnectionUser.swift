import Glibc

/// Whether a connection over 127.0.0.1 comes from another user of this machine who is not root, by the kernel's table.
///
/// Who has hung up already is not known, and counts as another. False where there is no table.
package func isForeignConnection(fromPort from: Int, toPort to: Int) -> Bool {
  guard let bytes = try? readWhole("/proc/net/tcp", limit: 16 << 20) else { return false }
  let (ours, theirs) = (loopback(to), loopback(from))
  let line = bytes.split(separator: UInt8(ascii: "\n")).lazy
    .map { $0.split(separator: UInt8(ascii: " ")) }
    .first { $0.count > 9 && $0[1].elementsEqual(theirs) && $0[2].elementsEqual(ours) }
  guard let line, let user = uid_t(String(decoding: line[7], as: UTF8.self)),
    !line[9].elementsEqual("0".utf8)
  else { return true }
  return user != geteuid() && user != 0
}

/// 127.0.0.1 and a port as `/proc/net/tcp` has them: the address in the machine's order of bytes (proc(5)).
private func loopback(_ port: Int) -> [UInt8] {
  let address = UInt32(0x7F00_0001).bigEndian
  return Array((hexadecimal(address, 8) + ":" + hexadecimal(UInt32(port), 4)).utf8)
}

private func hexadecimal(_ number: UInt32, _ digits: Int) -> String {
  let text = String(number, radix: 16, uppercase: true)
  return String(repeating: "0", count: digits - text.count) + text
}
