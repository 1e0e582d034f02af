import ArgumentParser
import Foundation
import Testing
@testable import Switchback

/// The commands and files that the documents name exist.
struct ReadmeCommandsTests {
  /// Each `switchback` command in the README's blocks of shell code.
  @Test func commandsParse() throws {
    let commands = try Self.commands()
    #expect(commands.count > 25)
    for words in commands {
      #expect(throws: Never.self, "\(words)") {
        let command = try CommandLine(words).parsed()
        #expect(!Self.isQuery(command) || Self.queries.contains(words), "\(words)")
      }
    }
  }

  /// The files that ARCHITECTURE and CONTRIBUTING name.
  @Test(arguments: ["ARCHITECTURE.md", "CONTRIBUTING.md"])
  func documentsNameFilesThatExist(_ name: String) throws {
    let text = try Self.text(".github/" + name)
    let paths = text.matches(of: /`([A-Za-z]+\/[A-Za-z+\/._-]+\.[a-z]+)`/).map { String($0.1) }
    #expect(paths.count > 15)
    for path in Set(paths).filter({ !$0.contains("NAME") }) {
      let places = [path, "Sources/" + path].map { Self.root.appending(path: $0).path }
      #expect(places.contains(where: FileManager.default.fileExists(atPath:)), "\(path)")
    }
  }

  /// The lines that name an entry or a query instead of a command.
  private static let queries = [
    [], ["prod", "adm"], ["prod-admin"], ["-1", "prod", "adm"], ["-"],
  ]

  /// A misspelt command would be parsed as a query.
  private static func isQuery(_ command: any ParsableCommand) -> Bool { command is PickCommand }

  private static let root = (0..<3).reduce(URL(filePath: #filePath)) { url, _ in
    url.deletingLastPathComponent()
  }

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  private static func commands() throws -> [[String]] {
    let text = try text("README.md")
    let blocks = text.components(separatedBy: "\n```").filter { $0.hasPrefix("sh\n") }
    let lines = blocks.flatMap { $0.components(separatedBy: "\n") }
    return lines.flatMap { line in
      // The install line names the program's file.
      line.contains("build/release")
        ? []
        : line.matches(of: /\bswitchback( |$)/).map {
          words(line[$0.range.upperBound...])
        }
    }
  }

  /// The words up to a comment, a pipe, a redirection or the end of a substitution.
  private static func words(_ text: Substring) -> [String] {
    var words: [String] = []
    for word in text.split(separator: " ") {
      guard let first = word.first, !"#|<>".contains(first) else { break }
      words.append(String(word).replacing("'", with: "").replacing(/[)"]+$/, with: ""))
      if word.contains(")") { break }
    }
    return words
  }
}
