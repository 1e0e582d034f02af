import Glibc

/// The bytes of an IPv4 address in dotted decimal form; nil for anything else.
package func ipv4(_ text: String) -> [UInt8]? {
  bytes(of: text, AF_INET, count: 4)
}

/// The bytes of an IPv6 address; nil for anything else.
package func ipv6(_ text: String) -> [UInt8]? {
  bytes(of: text, AF_INET6, count: 16)
}

private func bytes(of text: String, _ family: Int32, count: Int) -> [UInt8]? {
  var bytes = [UInt8](repeating: 0, count: count)
  return inet_pton(family, text, &bytes) == 1 ? bytes : nil
}
