import ArgumentParser
import CommandReference
import Foundation
import Testing
@testable import Switchback

struct ManualTests {
  private let definition: DefinedCommand
  private let page: String

  init() throws {
    definition = try DefinedCommand.all()
    page = manual(
      of: definition, groups: Switchback.groups.map { $0.named }, version: "1.2.3",
      at: Date(timeIntervalSince1970: 1_790_000_000))
  }

  @Test func hasTheSectionsOfAManPage() {
    let titles = page.split(separator: "\n").filter { $0.hasPrefix(".SH ") }.map { $0.dropFirst(4) }
    #expect(
      titles == [
        "NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "SWITCHING COMMANDS", "ENTRY COMMANDS",
        "CREDENTIAL COMMANDS", "SHELL COMMANDS", "OTHER COMMANDS", "FILES", "ENVIRONMENT",
        "EXIT STATUS", "SEE ALSO",
      ])
    #expect(page.hasPrefix(#".TH SWITCHBACK 1 2026-09-21 "switchback 1.2.3" "User Commands""#))
  }

  @Test func theSynopsisHasTheQueryAndTheCommandOfExec() {
    let lines = page.split(separator: "\n").map { $0.replacing("\\", with: "") }
    #expect(lines.contains("fBswitchback [options] [<query> ...]fR"))
    #expect(lines.contains("fBswitchback -fR"))
    #expect(lines.contains("fBswitchback exec [options] <entry> -- <command> ...fR"))
  }

  @Test func helpHasTheQueryTheCommandOfExecAndGroups() {
    let help = Switchback.helpMessage(columns: 100)
    #expect(help.contains("USAGE: switchback [<options>] [QUERY]\n       switchback -\n"))
    let groups = ["SWITCHING", "ENTRY", "CREDENTIAL", "SHELL", "OTHER"].compactMap {
      help.firstRange(of: $0 + " SUBCOMMANDS:")?.lowerBound
    }
    #expect(groups.count == 5 && groups == groups.sorted())
    let exec = Switchback.helpMessage(for: ExecCommand.self, columns: 100)
    #expect(exec.contains("USAGE: switchback exec [<options>] <entry> -- <command> ...\n"))
  }

  @Test func saysEveryCommandAndOption() {
    func expectSaid(_ command: DefinedCommand, _ path: String) {
      #expect(page.contains("switchback\(path.replacing("-", with: "\\-"))"), "\(path)")
      for option in command.shownOptions.flatMap(\.names) {
        #expect(page.contains(option.written.replacing("-", with: "\\-")), "\(option.written)")
      }
      for subcommand in command.shownSubcommands {
        expectSaid(subcommand, path + " " + subcommand.commandName)
      }
    }
    expectSaid(definition, "")
    #expect(!page.contains("demo\\-code"))
    #expect(!page.contains { "“”‘’".contains($0) })
  }

  /// A line that begins with one of these is a request to roff, and a lone backslash an escape.
  @Test func nothingOfTheTextIsTakenForARequest() {
    var page = ManualPage("x", date: "2026-01-31", version: "1")
    page.paragraphs(".one 'two\\three\n'four `--five` ~^\n\nlone ` quote")
    #expect(
      page.text.hasSuffix(
        #"""
        .nf
        \&.one \(aqtwo\ethree
        \(aqfour \fB\-\-five\fR \(ti\(ha
        .fi
        .PP
        lone \(ga quote

        """#))
  }
}
