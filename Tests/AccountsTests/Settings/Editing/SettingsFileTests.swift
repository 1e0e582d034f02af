import Accounts
import Foundation
import Testing

struct SettingsFileTests {
  let folder: TemporaryFolder
  var file: String { folder.path + "/config/config.yaml" }

  init() throws {
    folder = try TemporaryFolder()
  }

  private func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  private func put(_ text: String, mode: Int = 0o644, at path: String? = nil) throws {
    let path = path ?? file
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
  }

  private func content(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
  }

  private func names(_ path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path)
  }

  @Test func isMadeForItsOwnerAlone() throws {
    let empty = try SettingsText.read(file)
    #expect(empty.text == "")
    try empty.applying(.sort(.name)).write(over: empty)
    #expect(try content(file) == "sort: name\n")
    #expect(try mode(file) == 0o600)
    #expect(try mode(folder.path + "/config") == 0o700)
  }

  @Test func keepsItsModeAndUndoesToTheByte() throws {
    let yaml = "\u{FEFF}sort: file # e\u{301}\r\n\r\nmouse: full"
    try put(yaml, mode: 0o640)
    let before = try SettingsText.read(file)
    let after = try before.applying(.sort(.name))
    try after.write(over: before)
    #expect(try SettingsText.read(file).text.contains("sort: name"))
    try before.write(over: after)
    #expect(Array(try content(file).utf8) == Array(yaml.utf8))
    #expect(try mode(file) == 0o640)
    #expect(try names(folder.path + "/config") == ["config.yaml"])
  }

  @Test func isLeftAloneWhereItChangedMeanwhile() throws {
    try put("group: é\n")
    let before = try SettingsText.read(file)
    // The same text to a person, but different bytes.
    try put("group: e\u{301}\n")
    let after = try before.applying(.sort(.name))
    let error = #expect(throws: SettingsError.self) { try after.write(over: before) }
    #expect(error == .changedMeanwhile(file: file))
    #expect(error?.description.hasSuffix("nothing was written. Try again.") == true)
    #expect(try content(file) == "group: e\u{301}\n")
    try FileManager.default.removeItem(atPath: file)
    #expect(throws: SettingsError.changedMeanwhile(file: file)) { try after.write(over: before) }
    #expect(try names(folder.path + "/config") == [])
  }

  @Test func behindLinksIsWrittenWhereItIs() throws {
    let real = folder.path + "/dotfiles/switchback.yaml"
    try put("sort: file\n", at: real)
    try FileManager.default.createDirectory(
      atPath: folder.path + "/config", withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/config/link", withDestinationPath: "../dotfiles/switchback.yaml")
    try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: "link")
    let before = try SettingsText.read(file)
    try before.applying(.sort(.name)).write(over: before)
    #expect(try content(real) == "sort: name\n")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: file) == "link")
  }

  @Test func behindALinkToNothingIsMadeThere() throws {
    try FileManager.default.createDirectory(
      atPath: folder.path + "/config", withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: file, withDestinationPath: folder.path + "/new/real.yaml")
    let before = try SettingsText.read(file)
    try before.applying(.sort(.name)).write(over: before)
    #expect(try content(folder.path + "/new/real.yaml") == "sort: name\n")
  }

  @Test func inARingOfLinksIsRefused() throws {
    try FileManager.default.createDirectory(
      atPath: folder.path + "/config", withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: "config.yaml")
    let text = SettingsText("", file: file)
    #expect(throws: SettingsError.self) { try text.applying(.sort(.name)).write(over: text) }
  }

  @Test func thatIsNotUTF8IsRefused() throws {
    try FileManager.default.createDirectory(
      atPath: folder.path + "/config", withIntermediateDirectories: true)
    try Data([0x61, 0xFF, 0x0A]).write(to: URL(fileURLWithPath: file))
    let error = SettingsError.unreadable(file: file, reason: "it is not UTF-8")
    #expect(throws: error) { try SettingsText.read(file) }
  }

  @Test func cannotBeMadeUnderAFile() throws {
    try Data().write(to: URL(fileURLWithPath: folder.path + "/config"))
    let text = SettingsText("", file: file)
    let error = #expect(throws: SettingsError.self) {
      try text.applying(.sort(.name)).write(over: text)
    }
    #expect(error?.description.contains("could not be written: ") == true)
  }
}
