import Accounts
import Canvas
import Picker
import Testing
@testable import Switchback

struct ChosenLookTests {
  private let pair: Settings = {
    var settings = Settings()
    settings.theme = .init(dark: "nord", light: "github")
    return settings
  }()

  private func page(
    _ theme: String? = nil, _ environment: [String: String] = [:], _ settings: Settings? = nil
  ) throws -> Color {
    let world = try ThemesFolder().world(environment)
    return try PickerLook(theme, settings ?? pair, world).look.theme.page.fill.background
  }

  @Test func isTheSettingsForADarkAndForALightTerminal() throws {
    #expect(try page() == Color(hex: "#2e3440"))
    #expect(try page(nil, ["COLORFGBG": "0;15"]) == .white)
    #expect(try page(nil, ["COLORFGBG": "15;default;0"]) == Color(hex: "#2e3440"))
    #expect(try page(nil, [:], Settings()) == .standard)
  }

  @Test func isTheOneThatWasAskedForWhateverTheTerminal() throws {
    let dracula = Color(hex: "#282a36")
    #expect(try page("dracula", ["SWITCHBACK_THEME": "nord", "COLORFGBG": "0;15"]) == dracula)
    #expect(try page(nil, ["SWITCHBACK_THEME": "dracula", "COLORFGBG": "0;15"]) == dracula)
    #expect(try page(nil, ["SWITCHBACK_THEME": ""]) == Color(hex: "#2e3440"))
    #expect(try page("terminal") == .standard)
    let look = try PickerLook("dracula", pair, ThemesFolder().world()).look
    #expect(look.shown(onLight: true).theme.page.fill.background == dracula)
  }

  @Test func refusesAnUnknownOneThatWasAskedFor() throws {
    #expect(throws: SchemeError.self) { try page("nrod") }
    #expect(throws: SchemeError.self) { try page(nil, ["SWITCHBACK_THEME": "nrod"]) }
  }

  @Test func goesOnWithoutOneThatTheSettingsMisname() throws {
    var settings = pair
    settings.theme.light = "gihtub"
    let chosen = try PickerLook(nil, settings, ThemesFolder().world())
    #expect(chosen.look.theme.page.fill.background == Color(hex: "#2e3440"))
    #expect(chosen.problem.contains("did you mean 'github'?"))
    #expect(chosen.look.shown(onLight: true).theme.page.fill == Style())
    #expect(try PickerLook(nil, pair, ThemesFolder().world()).problem.isEmpty)
  }
}
