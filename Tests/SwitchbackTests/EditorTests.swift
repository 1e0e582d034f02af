import Accounts
import Canvas
import Foundation
import Picker
import Search
import Testing
@testable import Switchback

/// Edits of a real `config.yaml`, in a folder of the test's own.
struct EditorTests {
  private final class Folder: Sendable {
    let path = FileManager.default.temporaryDirectory.path + "/editor-" + UUID().uuidString

    init() throws {
      try FileManager.default.createDirectory(
        atPath: path + "/config", withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
  }

  private let folder: Folder
  private var file: String { folder.path + "/config/config.yaml" }
  private let yaml = """
    # how I like it
    sort: name   # by name

    rules:
      - {match: "*prod*", color: red, group: live}
    entries:
      # e\u{301} the one
      - name: prod
        display: 'Production'   # shown
        shortcut: p
    # the end
    """

  init() throws {
    folder = try Folder()
    try put(yaml)
  }

  private func put(_ text: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
  }

  private var bytes: [UInt8] {
    get throws { [UInt8](try Data(contentsOf: URL(fileURLWithPath: file))) }
  }

  private var editor: EntryEditor {
    let config = """
      [profile prod]
      role_arn = arn:aws:iam::111111111111:role/Admin
      source_profile = base
      display_name = Of the profile
      [profile base]
      aws_access_key_id = AKIAEXAMPLE
      aws_secret_access_key = hidden
      """
    var world = World.stub(environment: ["SWITCHBACK_HOME": folder.path])
    world.store = Store(file: folder.path + "/state.sqlite", now: { Date() }, report: { _ in })
    world.read = { path in
      guard !path.hasSuffix("/.aws/config") else { return Array(config.utf8) }
      return (try? Data(contentsOf: URL(fileURLWithPath: path))).map { [UInt8]($0) }
    }
    return EntryEditor(world: world)
  }

  private func edit(_ changes: LabelChange...) throws -> (edit: LabelEdit, table: EntryTable) {
    let answer = try #require(editor.perform(.edit(entry: "prod", changes)))
    guard case .edited(let edit, let table) = answer.message else {
      throw Unexpected(message: answer.message)
    }
    #expect(answer.catalogue?.configuration != nil)
    return (edit, table)
  }

  private struct Unexpected: Error { var message: Message }

  @Test func findsWhatALabelIsMadeOf() throws {
    guard case .labelLoaded(let sources) = editor.perform(.readLabel(entry: "prod"))?.message else {
      Issue.record("not read")
      return
    }
    #expect(
      sources.entrySettings?.displayName == "Production" && sources.entrySettings?.shortcut == "p")
    #expect(sources.displayName.value == "Of the profile")
    #expect(sources.color(displayName: "Production").source == .rule("*prod*"))
  }

  @Test func changesWhatIsAskedForAndNothingElse() throws {
    let (edit, table) = try edit(.displayName("Live: all of it"), .shortcut(nil), .group("pay"))
    let expected = yaml.replacing("'Production' ", with: "\"Live: all of it\" ")
      .replacing("    shortcut: p\n", with: "    group: pay\n")
    #expect(try bytes == Array(expected.utf8))
    let row = try #require(table.row(named: "prod"))
    #expect(table.text(.displayName, ofRow: row) == "Live: all of it")
    #expect(table.text(.group, ofRow: row) == "pay" && table.text(.shortcut, ofRow: row) == nil)
    #expect(edit.before.text == yaml)
    #expect(try bytes == Array(edit.after.text.utf8))
  }

  @Test func isUndoneToTheByteSeveralStepsBack() throws {
    let one = try edit(.color(nil), .displayName(nil)).edit
    let two = try edit(.shortcut("q")).edit
    for (step, left) in [(two, one.after.text), (one, yaml)] {
      guard case .undone(let table) = editor.perform(.undo(step))?.message else {
        Issue.record("not undone")
        return
      }
      #expect(try bytes == Array(left.utf8))
      #expect(table.count == 2)
    }
  }

  @Test func isNotUndoneWhereTheFileIsAnother() throws {
    let edit = try edit(.group("pay")).edit
    try put(edit.after.text + "# mine\n")
    let fault = SettingsError.changedMeanwhile(file: file)
    #expect(editor.perform(.undo(edit))?.message == .undoFailed("\(fault)"))
    #expect(try bytes == Array((edit.after.text + "# mine\n").utf8))
  }

  @Test func makesTheFileWhereThereIsNone() throws {
    try FileManager.default.removeItem(atPath: folder.path + "/config")
    let edit = try edit(.color(.rgb(1, 2, 3))).edit
    #expect(
      String(decoding: try bytes, as: UTF8.self)
        == "entries:\n  - name: prod\n    color: \"#010203\"\n")
    #expect(edit.before.text.isEmpty)
  }

  @Test func saysWhereItCannotBeChanged() throws {
    let broken = yaml + "\nx: [\n"
    try put(broken)
    for effect in [Effect.readLabel(entry: "prod"), .edit(entry: "prod", [.group("g")])] {
      guard case .editFailed("prod", let sentence) = editor.perform(effect)?.message else {
        Issue.record("not refused: \(effect)")
        continue
      }
      #expect(sentence.hasPrefix(file + ":") && sentence.contains("is not YAML"))
    }
    #expect(try bytes == Array(broken.utf8))
  }

  @Test func saysThatAnEntryIsGone() {
    #expect(
      editor.perform(.readLabel(entry: "gone"))?.message
        == .editFailed(entry: "gone", "The entry 'gone' does not exist any more."))
  }

  @Test func readOnlyStaysSo() throws {
    var editor = editor
    editor.readOnly = true
    guard case .edited(_, let table) = editor.perform(.edit(entry: "prod", [.group("g")]))?.message
    else {
      Issue.record("not edited")
      return
    }
    #expect(table.entry(0).label.readOnly && table.entry(1).label.readOnly)
  }

  @Test func keepsPins() throws {
    #expect(editor.perform(.pin(.put("prod", at: 0)))?.message == .pinned(["prod"]))
    #expect(editor.perform(.pin(.put("base", at: 0)))?.message == .pinned(["base", "prod"]))
    #expect(try editor.world.store.usage().pins == ["base", "prod"])
    #expect(editor.perform(.ring) == nil)
  }

  @Test func saysThatAPinCouldNotBeKept() throws {
    var editor = editor
    try put("")
    editor.world.store = Store(file: file + "/state.sqlite", now: { Date() }, report: { _ in })
    guard case .pinFailed(let why) = editor.perform(.pin(.remove("prod")))?.message else {
      Issue.record("not refused")
      return
    }
    #expect(why.contains(file))
  }
}
