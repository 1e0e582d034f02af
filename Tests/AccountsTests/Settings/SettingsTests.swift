import Accounts
import Canvas
import Testing

struct SettingsTests {
  @Test(arguments: ["", "\n", "# nothing yet\n", "---\n", "~", "\u{FEFF}", "entries:\nrules: ~\n"])
  func areTheDefaultsOfAnEmptyFile(yaml: String) {
    #expect(Settings(yaml: yaml, file: "config.yaml") == Settings())
  }

  @Test func takeEveryKey() {
    let settings = Settings(
      yaml: """
        theme: {dark: nord, light: github}
        sort: name
        after_exit: picker
        share_with_aws_cli: true
        aws_vault: yes
        shell: /bin/zsh
        mouse: off
        tint: 0.25
        credentials: process
        vi: on
        keys:
          <ctrl-r>: refresh
        rules:
          - match: "*prod*"
            color: red
            group: live
            confirm: yes
            read_only: no
        """, file: "config.yaml")
    #expect(settings.diagnostics == [])
    #expect(settings.theme == Settings.ThemeChoice(dark: "nord", light: "github"))
    #expect(settings.sort == .name)
    #expect(settings.afterExit == .picker)
    #expect(settings.shareWithAWSCLI)
    #expect(settings.awsVault)
    #expect(settings.shell == "/bin/zsh")
    #expect(settings.mouse == .off)
    #expect(settings.marks.tint == 0.25)
    #expect(settings.credentials == .process)
    #expect(settings.vi)
    let origin = Origin(file: "config.yaml", line: 12)
    #expect(
      settings.keys
        == [Settings.KeyBinding(key: "<ctrl-r>", action: "refresh", origin: origin)])
    var rule = Rule(
      match: Glob("*prod*"), color: Color(label: "red"), group: "live", confirm: true,
      readOnly: false)
    rule.origin = settings.rules.first?.origin
    #expect(settings.rules == [rule] && rule.origin?.file == "config.yaml")
  }

  @Test(arguments: [
    ("on", 0.1), ("off", 0), ("yes", 0.1), ("0", 0), ("1", 1), ("\"0.5\"", 0.5),
  ])
  func takeATintAsAWordOrAShare(text: String, tint: Double) {
    #expect(Settings(yaml: "tint: \(text)", file: "f").marks.tint == tint)
  }

  @Test func takeOneThemeForBothBackgrounds() {
    let settings = Settings(yaml: "theme: nord", file: "f")
    #expect(settings.theme == Settings.ThemeChoice(dark: "nord", light: "nord"))
  }

  @Test func areReadInAnyLineEnds() {
    let settings = Settings(yaml: "\u{FEFF}sort: file\r\nmouse: full\r\n", file: "f")
    #expect(settings.sort == .file)
    #expect(settings.mouse == .full)
    #expect(settings.diagnostics == [])
  }
}
