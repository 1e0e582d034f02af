import Glibc

/// Calls `body` with each line and where it begins; a line end at the very end begins no other line.
@inline(__always)
func forEachLine(
  of bytes: UnsafeBufferPointer<UInt8>,
  _ body: (_ start: Int, _ line: UnsafeBufferPointer<UInt8>) -> Void
) {
  guard let base = bytes.baseAddress else { return }
  var start = 0
  while start < bytes.count {
    let end = lineEnd(base + start, bytes.count - start).map { $0 - base } ?? bytes.count
    body(start, UnsafeBufferPointer(start: base + start, count: end - start))
    start = end + 1
  }
}

@inline(__always)
private func lineEnd(_ start: UnsafePointer<UInt8>, _ count: Int) -> UnsafePointer<UInt8>? {
  memchr(start, 0x0A, count).map { UnsafePointer($0.assumingMemoryBound(to: UInt8.self)) }
}
