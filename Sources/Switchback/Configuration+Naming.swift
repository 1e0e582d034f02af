import AWSConfig
import Accounts

extension Configuration {
  /// The one entry that is called so, by its exact name, else by its exact display name.
  ///
  /// Throws a `ChainError` where a profile of that name holds no credentials, else an `UnknownEntryError`, with what the
  /// files say of the name.
  func entry(named name: String) throws -> Entry {
    do { return try catalogue.entry(named: name) } catch { throw explained(error) }
  }

  /// Why there is no such entry, as far as the files tell.
  func explained(_ error: UnknownEntryError) -> any Error {
    guard case .unknown(let name, _) = error else { return error }
    if shared.profile(name) != nil {
      do throws(ChainError) { _ = try shared.chain(for: name, environment: [:]) } catch {
        return error
      }
    }
    return shared.whyIgnored(profile: name).map { UnknownEntryError.explained(name, why: $0) }
      ?? error
  }

  /// The failure that an error is, and each file that is not there or could not be read: what is missing may stand
  /// there.
  func failure(_ error: any Error, entry: String? = nil) -> CommandError {
    var failure = CommandError(error, entry: entry)
    let faults = unreadable.map { ($0.origin.file, $0.message) }
    let lost = looksForSomething(error) ? absent.map { ($0.path, $0.sentence) } : []
    for (file, sentence) in faults + lost where !failure.description.contains(file) {
      failure.description += " " + sentence
    }
    return failure
  }

  private func looksForSomething(_ error: any Error) -> Bool {
    switch error {
    case UnknownEntryError.unknown: true
    case let problem as ChainError: problem.meansMissing
    default: false
    }
  }

  /// That there are no entries, and where they were looked for.
  var noEntries: String {
    let ignored = shared.ignored.prefix(3).map(\.sentence)
    return
      "No entries yet: \(paths.config) and \(paths.credentials) have no profile with credentials. "
      + (absent.map(\.sentence) + ignored).map { $0 + " " }.joined()
      + "Create one with `aws configure`, or try `switchback demo`."
  }
}

/// A file that a variable names and that is not there.
struct MissingFile: Sendable {
  let variable: String
  let path: String

  /// Nil where no variable names the file.
  init?(_ path: String, namedBy variables: [String], _ environment: [String: String]) {
    guard !path.isEmpty,
      let variable = variables.first(where: { environment[$0]?.isEmpty == false })
    else { return nil }
    (self.variable, self.path) = (variable, path)
  }

  /// False for what a switchback shell has set, which keeps the path that held outside of it.
  var isNamedByUser: Bool { variable.hasPrefix("AWS_") }

  var diagnostic: Diagnostic { Diagnostic(Origin(file: path, line: 1), sentence) }

  var sentence: String {
    "\(variable) names \(path), which does not exist. Correct or unset it."
  }
}
