import AWSConfig
import Accounts
import Switchback
import Text

extension Configuration {
  /// What is used as it is written, and may yet be meant otherwise: only `config` looks for it.
  fileprivate var remarks: [Diagnostic] {
    shared.longChains + settings.ruleDiagnostics(on: catalogue.entries) + unaskedSources
      + unprotectedTwins
  }

  /// The entries that are not protected though another of the same role is.
  private var unprotectedTwins: [Diagnostic] {
    let entries = catalogue.entries
    let protected = Dictionary(
      entries.filter { $0.label.confirm || $0.label.readOnly }.compactMap { entry in
        RoleIdentity(entry).map { ($0, entry) }
      }, uniquingKeysWith: { first, _ in first })
    guard !protected.isEmpty else { return [] }
    return entries.compactMap { entry in
      guard let twin = RoleIdentity(entry).flatMap({ protected[$0] }), twin.name != entry.name
      else {
        return nil
      }
      let missing = [
        twin.label.confirm && !entry.label.confirm ? "`confirm`" : nil,
        twin.label.readOnly && !entry.label.readOnly ? "`read_only`" : nil,
      ].compactMap(\.self)
      guard !missing.isEmpty else { return nil }
      return Diagnostic(
        entry.origin,
        "The entry '\(entry.name)' has the same role as '\(twin.name)', but not its "
          + "\(missing.joined(separator: " and ")). Set it for both, if that is meant.")
    }
  }

  /// All that `config` lists: what was not read as it should be, what makes entries unusable, and remarks.
  package func diagnosticsOfAll(_ world: World) -> [Diagnostic] {
    diagnostics + problems(world).diagnostics + absentFiles + unknownTheme(world)
      + remarks
  }

  /// A credentials file need not be there where other entries are.
  private var absentFiles: [Diagnostic] {
    absent.filter { $0.path == paths.config || catalogue.entries.isEmpty }.map(\.diagnostic)
  }

  /// The themes that the settings name and that cannot be used.
  private func unknownTheme(_ world: World) -> [Diagnostic] {
    guard let origin = settings.themeOrigin else { return [] }
    let names = Set([settings.theme.dark, settings.theme.light].compactMap(\.self)).sorted()
    return names.compactMap { name in
      do throws(SchemeError) { _ = try world.schemes.scheme(named: name) } catch {
        return Diagnostic(origin, "\(error)")
      }
      return nil
    }
  }

  /// What makes entries unusable, or is not used as it is written.
  package func problems(_ world: World) -> ConfigProblems {
    shared.problems(environment: world.environment, limits: stsLimitErrors)
  }

  /// The entries that do not ask though one that they take their credentials from does.
  private var unaskedSources: [Diagnostic] {
    let asking = Set(catalogue.entries.filter(\.label.confirm).map(\.name))
    guard !asking.isEmpty else { return [] }
    return catalogue.entries.compactMap { entry in
      guard !entry.label.confirm, let source = source(of: entry.name, among: asking) else {
        return nil
      }
      return Diagnostic(
        shared.profile(entry.name)?.place(of: .sourceProfile) ?? entry.origin,
        "The entry '\(entry.name)' requires no confirmation, but '\(source)', its source of credentials, "
          + "does. Set `confirm: true` for both, if that is meant.")
    }
  }

  /// The nearest of these that an entry takes its credentials from.
  private func source(of name: String, among wanted: Set<String>) -> String? {
    var passed: Set<String> = []
    var next = name
    while passed.count <= RoleChain.longest, passed.insert(next).inserted,
      let source = shared.profile(next)?.nonEmpty(.sourceProfile)
    {
      if source != name, wanted.contains(source) { return source }
      next = source
    }
    return nil
  }

  /// Says, once, what is in the place of `config.yaml` and is not read, and which of the files that a variable names are
  /// not there: what they would protect is not known.
  package func warnOfMissingFiles(_ world: World) {
    if let otherSettings { world.say(otherSettings.sentence) }
    for file in absent where file.isNamedByUser { world.say(file.sentence.cleaned) }
  }
}
