import AWSConfig
package import Accounts
import Text

extension Configuration {
  /// What is used as it is written, and may yet be meant otherwise: only `config` looks for it.
  package var remarks: [Diagnostic] {
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

  /// A credentials file need not be there where other entries are.
  package var absentFiles: [Diagnostic] {
    absent.filter { $0.path == paths.config || catalogue.entries.isEmpty }.map(\.diagnostic)
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
}
