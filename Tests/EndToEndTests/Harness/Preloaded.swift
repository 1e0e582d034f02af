import Foundation
import Testing

/// A C compiler; nil where there is none.
let compilerOfC = ["/usr/bin/cc", "/usr/bin/gcc", "/usr/bin/clang", "/opt/swift/usr/bin/clang"]
  .first { FileManager.default.isExecutableFile(atPath: $0) }

extension Home {
  /// A library of that C code, for `LD_PRELOAD`; its path.
  func library(_ code: String) async throws -> String {
    try write("preload.c", code)
    let library = path("preload.so")
    let compiled = try await run(
      [compilerOfC ?? "cc", "-shared", "-fPIC", "-o", library, path("preload.c"), "-lpthread"])
    #expect(compiled.status == 0, "\(compiled)")
    return library
  }
}
