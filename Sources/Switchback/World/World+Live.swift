import AWSConfig
import Accounts
import CPosix
import Canvas
import Credentials
import Files
import Foundation
import Glibc
import HTTP
import Shells
import Terminal
import Text

extension World {
  /// The real functions; `isVerbose` is `-v`.
  static func live(
    _ environment: [String: String] = readEnvironment(), isVerbose: Bool = false
  ) -> World {
    let places = AppDirectories(environment: environment, passwdHome: homeDirectory(of: nil))
    let proxies = Proxies(environment: environment)
    let clock = AWSClock(file: places.cache + "/clock")
      .of(endpoint: customEndpoint(environment))
    return World(
      environment: environment, parent: getppid(), directories: places, now: { clock.now() },
      utcOffset: localOffset,
      read: readFile,
      readInput: { try readStandardInput(limit: 1 << 20, seconds: 45) },
      readBlocks: { try standardInputChunks($0) },
      write: writeResult, say: printMessage,
      show: { writeWhole(Array($0.utf8), to: STDERR_FILENO) },
      sender: { makeRequestSender(proxies: proxies, caBundle: $0) },
      helperPrograms: .live(environment),
      prompter: Prompter(
        isPossible: { isatty(STDERR_FILENO) == 1 },
        ask: { try askOnTerminal(wrappedForTerminal($0), echo: $1) },
        show: { printOnTerminal(wrappedForTerminal($0)) },
        discardTypeAhead: discardTypeahead),
      sessions: SessionCache(folder: places.cache, keyFolder: places.runtime),
      store: Store(file: places.stateFile, now: { clock.now() }, report: printMessage),
      outputLook: { TableLook(STDOUT_FILENO, environment) },
      errorLook: { TableLook(STDERR_FILENO, environment) }, clock: clock,
      log: makeRequestLog(isVerbose: isVerbose, environment, tell: printMessage))
  }
}

/// The endpoint for all calls to STS in the environment; nil for AWS's endpoint.
private func customEndpoint(_ environment: [String: String]) -> String? {
  guard environment["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"]?.lowercased() != "true" else {
    return nil
  }
  return [environment["AWS_ENDPOINT_URL_STS"], environment["AWS_ENDPOINT_URL"]]
    .lazy.compactMap(\.self).first { !$0.isEmpty }
}

/// The largest file that is read, 64 MiB.
///
/// A larger file is not a configuration.
private let readLimit = 64 << 20

/// The bytes of a file; nil if it does not exist.
///
/// Throws `FileReadError` for any other problem.
@Sendable private func readFile(_ path: String) throws -> [UInt8]? {
  if let bytes = try readWholeIfThere(path, limit: readLimit) { return bytes }
  guard let link = danglingLink(in: path) else { return nil }
  throw FileReadError(path: path, reason: "the symbolic link \(link) has no target")
}

@Sendable private func printMessage(_ sentence: String) {
  let width = terminalColumns(of: STDERR_FILENO)
  let lines = width.map { sentence.wrappedAtWords(to: $0) } ?? sentence
  writeWhole(Array((lines + "\n").utf8), to: STDERR_FILENO)
}

/// A text for the terminal, wrapped at words.
private func wrappedForTerminal(_ text: String) -> String {
  // Short text is never wrapped.
  guard text.utf8.count > 20, let columns = columnsOfAskedTerminal() else { return text }
  return text.wrappedHanging(to: max(20, columns))
}

extension TableLook {
  /// The look for a descriptor's terminal; nil if it is not a terminal.
  init?(_ descriptor: Int32, _ environment: [String: String]) {
    guard let columns = terminalColumns(of: descriptor) else { return nil }
    self.init(columns: columns, colors: LabelColors(environment: environment))
  }
}

/// The width of a descriptor's terminal, at least 20; nil if it is not a terminal.
private func terminalColumns(of descriptor: Int32) -> Int? {
  guard isatty(descriptor) == 1 else { return nil }
  let columns = windowSize(of: descriptor)?.columns ?? 0
  // A terminal that does not know its size reports 0.
  return columns == 0 ? 80 : max(20, columns)
}

@Sendable private func writeResult(_ bytes: [UInt8]) throws {
  guard let error = writeWhole(bytes, to: STDOUT_FILENO), error != EPIPE else { return }
  throw CommandError.input("Standard output cannot be written: \(SystemError(code: error)).")
}

extension World {
  /// Removes drafts of files and our own folders that were left by killed processes.
  ///
  /// Call this at the end, so that no output waits for it.
  func removeLeftovers(ownFiles: Bool) {
    removeAbandonedFolders(environment)
    let paths = sharedFilePaths(environment: environment)
    sweepDrafts(ofLinked: [paths.credentials, paths.config])
    let caches = AWSCachePaths(environment: environment)
    for folder in [caches.tokens, caches.roles, caches.logins] {
      sweepDrafts(in: folder)
    }
    guard ownFiles else { return }
    sweepDrafts(ofLinked: [directories.settingsFile])
    let own = [
      directories.cache, directories.cache + "/sessions", directories.cache + "/locks",
      directories.runtime,
    ]
    for folder in own.compactMap(\.self) { sweepDrafts(in: folder) }
    store.sweep()
  }
}

/// The environment of this process, as `RawText`.
///
/// The first of two variables with the same name counts, as for `getenv`.
///
/// Foundation's own function would take 5 % of a quick command's time.
func readEnvironment() -> [String: String] {
  var variables: [String: String] = [:]
  guard var next = switchback_environment() else { return variables }
  while let entry = next.pointee {
    let text = RawText.text(entry)
    if let equals = text.firstIndex(of: "="), equals > text.startIndex {
      let name = String(text[..<equals])
      if variables[name] == nil { variables[name] = String(text[text.index(after: equals)...]) }
    }
    next += 1
  }
  return variables
}

/// The arguments of this process, as `RawText`, without the program's name.
///
/// Swift's `CommandLine` is empty if a preloaded library sets a variable before main.
func readArguments() -> [String] {
  var count: Int32 = 0
  guard let words = switchback_arguments(&count), count > 0 else { return [] }
  return (1..<max(1, Int(count))).compactMap { words[$0].map { RawText.text($0) } }
}

/// The local time's offset from UTC, in seconds, at a time in seconds since 1970 (`TZ`, else the
/// system's zone).
@Sendable func localOffset(at second: Int) -> Int {
  var time = second
  var parts = tm()
  tzset()
  return localtime_r(&time, &parts) == nil ? 0 : parts.tm_gmtoff
}
