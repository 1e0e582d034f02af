import AWSConfig
package import Accounts
import Text

extension Configuration {
  /// Hints about values that are valid but may be a mistake.
  ///
  /// Only `config` shows them.
  package var remarks: [Diagnostic] {
    shared.longChains + settings.ruleDiagnostics(on: catalogue.entries) + unaskedSources
      + unprotectedTwins
  }

  /// The entries that are not protected although another entry with the same role is.
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
          + "\(missing.joined(separator: " and ")). If you want it for both, set it for both.")
    }
  }

  /// The missing files.
  ///
  /// A credentials file may be missing if there are entries.
  package var absentFiles: [Diagnostic] {
    absent.filter { $0.path == paths.config || catalogue.entries.isEmpty }.map(\.diagnostic)
  }

  /// The entries without confirmation whose source of credentials requires one.
  private var unaskedSources: [Diagnostic] {
    let asking = Set(catalogue.entries.filter(\.label.confirm).map(\.name))
    guard !asking.isEmpty else { return [] }
    return catalogue.entries.compactMap { entry in
      guard !entry.label.confirm, let source = source(of: entry.name, among: asking) else {
        return nil
      }
      return Diagnostic(
        shared.profile(entry.name)?.place(of: .sourceProfile) ?? entry.origin,
        "The entry '\(entry.name)' requires no confirmation, but '\(source)', its source of "
          + "credentials, does. If you want it for both, set `confirm: true` for both.")
    }
  }

  /// The nearest source profile of an entry that is one of `wanted`.
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
}
