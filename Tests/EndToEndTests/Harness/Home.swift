import Foundation

/// A home folder of a test's own, with its own XDG folders, removed when the test lets go of it.
final class Home: Sendable {
  let root: URL
  let knownSecrets = KnownSecrets()
  private let own: [String: String]

  /// - Parameter environment: Variables of this home, on top of the clean ones.
  init(_ environment: [String: String] = [:]) throws {
    own = environment
    root = FileManager.default.temporaryDirectory
      .appending(path: "switchback-" + UUID().uuidString.prefix(8))
    for folder in ["home/.aws", "config", "state", "cache", "runtime", "tmp", "bin", "work"] {
      try FileManager.default.createDirectory(
        at: root.appending(path: folder), withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    }
    try link("switchback", to: Repository.binary)
    try link("aws", to: Repository.aws)
    try write("home/.bashrc", "PS1='ready> '\n")
  }

  /// Shells that are ending may write and remove beside us, which stops a removal half way.
  deinit {
    for _ in 1...100 where FileManager.default.fileExists(atPath: root.path) {
      try? FileManager.default.removeItem(at: root)
    }
  }

  /// A clean environment: nothing of the caller's own gets in.
  var environment: [String: String] {
    let folders = [
      "HOME": "home", "XDG_CONFIG_HOME": "config", "XDG_STATE_HOME": "state",
      "XDG_CACHE_HOME": "cache", "XDG_RUNTIME_DIR": "runtime", "TMPDIR": "tmp",
    ].mapValues { path($0) }
    let rest = [
      "PATH": path("bin") + ":/usr/bin:/bin", "LANG": "C.UTF-8", "SHELL": "/bin/bash",
      "TERM": "dumb", "AWS_EC2_METADATA_DISABLED": "true",
      // Every run is a verbose one, so that what `-v` says is searched for secrets.
      "SWITCHBACK_LOG": path("log"),
    ]
    return folders.merging(rest) { $1 }.merging(own) { $1 }
  }

  func path(_ name: String) -> String { root.appending(path: name).path }

  func write(_ name: String, _ text: String) throws {
    try write(name, Data(text.utf8))
  }

  func write(_ name: String, _ bytes: Data) throws {
    let file = root.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: file)
  }

  /// `~/.aws/config`.
  func config(_ text: String) throws { try write("home/.aws/config", text) }

  /// What a file holds, bytes that are not UTF-8 replaced.
  func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: root.appending(path: name)), as: UTF8.self)
  }

  func names(in folder: String) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: path(folder)))?.sorted() ?? []
  }

  private func link(_ name: String, to program: String?) throws {
    guard let program else { return }
    try FileManager.default.createSymbolicLink(
      atPath: path("bin/" + name), withDestinationPath: program)
  }
}

extension Home {
  /// What goes before a command so that root, too, is stopped by a file's permissions.
  static let heedingPermissions =
    geteuid() == 0
    ? ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--"] : []
}
