import Glibc

/// A folder that only its owner can read: in `$XDG_RUNTIME_DIR`, else `$TMPDIR`, else /tmp; throws a `Failure`.
func temporaryFolder(_ environment: [String: String]) throws -> String {
  let parents = [environment["XDG_RUNTIME_DIR"], environment["TMPDIR"], "/tmp"]
  for parent in parents.compactMap(\.self) where parent.hasPrefix("/") {
    var template = Array((parent + "/switchback-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else { continue }
    return String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
  throw Failure.input(
    "No temporary folder can be made: set TMPDIR to a folder that can be written.")
}
