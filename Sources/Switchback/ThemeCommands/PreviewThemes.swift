import Accounts
import Credentials
import Picker
import Terminal
import Text

/// Shows themes on a full screen, prints the name of the chosen one, and how to keep it.
///
/// Throws `CommandError.cancelled` if no theme is chosen, and `SchemeError` if there is no theme
/// with that name.
func previewThemes(at name: String?, _ color: ColorChoice, _ world: World) async throws {
  if let name { _ = try world.schemes.scheme(named: name) }
  let isLight = hasLightBackground(world.environment)
  let configured = Configuration.read(in: world).settings.theme
  let (themes, problems) = world.themes()
  guard
    let chosen = try await chooseTheme(
      from: themes, at: name ?? (isLight ? configured.light : configured.dark) ?? "terminal",
      isLight: isLight, color, world)
  else { throw CommandError.cancelled }
  for problem in problems { world.say(problem.cleaned) }
  try world.print(chosen.name + "\n")
  world.say(advice(chosen, configured, world))
}

@MainActor
private func chooseTheme(
  from themes: [NamedScheme], at name: String, isLight: Bool, _ color: ColorChoice, _ world: World
) async throws -> NamedScheme? {
  let ascii = !chooseTextLocale(world.environment)
  let terminal = try Terminal.open(environment: world.environment, color: color)
  defer { terminal.close() }
  let preview = ThemePreview(
    themes, at: name, depth: terminal.depth, isLight: isLight, ascii: ascii)
  let chosen = await run(preview, on: terminal)
  return themes.first { $0.name == chosen }
}

/// Runs the preview until a theme is chosen, and gives its name; nil if the user leaves.
@MainActor
private func run(_ preview: ThemePreview, on terminal: Terminal) async -> String? {
  var preview = preview
  _ = preview.update(.resized(terminal.size))
  terminal.draw(preview.view(terminal.size))
  let outcome = await terminal.listen { events -> Outcome? in
    for effect in events.compactMap(Message.init).flatMap({ preview.update($0) }) {
      switch effect {
      case .choose(let name): return .chosen(name)
      case .leave: return .left
      case .suspend: terminal.suspend()
      case .redraw: terminal.redraw()
      }
    }
    terminal.draw(preview.view(terminal.size))
    return nil
  }
  if case .chosen(let name) = outcome { return name }
  return nil
}

private enum Outcome {
  case chosen(String)
  case left
}

/// The line for the settings that selects the theme.
private func advice(
  _ theme: NamedScheme, _ configured: Settings.ThemeChoice, _ world: World
) -> String {
  let name = theme.name.cleaned.asYAML
  let pair =
    theme.scheme.variant == .light
    ? "dark: \((configured.dark ?? "dark").cleaned.asYAML), light: \(name)"
    : "dark: \(name), light: \((configured.light ?? "light").cleaned.asYAML)"
  return """
    To keep it, add this to \(world.directories.settingsFile.cleaned):

        theme: \(name)

    or, for a theme that follows the terminal from dark to light:

        theme: {\(pair)}
    """
}

extension String {
  /// The text as a value in a YAML file.
  fileprivate var asYAML: String {
    let isPlain = allSatisfy { $0.isLetter || $0.isNumber || "-_. ".contains($0) }
    return isPlain ? self : JSON.text(self).printed()
  }
}
