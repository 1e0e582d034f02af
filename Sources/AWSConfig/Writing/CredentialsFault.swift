/// Why a credentials file was not changed; it is as it was.
package enum CredentialsFileError: Error, Sendable, Hashable {
  case name(String)
  case value(String)
  case repeated(String, file: String, lines: [Int])
  case longLived(String, file: String, line: Int)
  /// Whatever is changed there would change something else, too.
  case notInPlace(String, file: String, line: Int)
}

extension CredentialsFileError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .name(let name):
      "The credentials file cannot hold a profile called '\(name)'; choose a name with --profile."
    case .value(let key):
      "The value of \(key) holds characters that cannot stand in a credentials file; use --format env or json."
    case .repeated(let name, let file, let lines):
      "\(file) has more than one section [\(name)], on lines \(lines.map(String.init).joined(separator: " and ")); "
        + "make one of them, since the AWS CLI reads none of such a file."
    case .longLived(let name, let file, let line):
      "[\(name)] on line \(line) of \(file) holds long-lived keys, which would be lost: choose another name with "
        + "--profile, or add --replace."
    case .notInPlace(let name, let file, let line):
      "[\(name)] on line \(line) of \(file) is written in a way that cannot be changed without changing more, so "
        + "nothing was; choose another name with --profile."
    }
  }
}
