/// What `switchback whoami --json` prints.
struct Identity: Decodable {
  var account: String
  var arn: String
  var entry: String?
}

/// What `aws sts get-caller-identity` prints.
struct CallerIdentity: Decodable {
  var Account: String
  var Arn: String
}

/// One of what `switchback list --json` prints.
struct Entry: Decodable {
  var name: String
  var display_name: String
  var account_id: String?
}

/// One of what `switchback recent --json` prints.
struct Recent: Decodable {
  var entry: String
  var account_id: String?
  var how: String
  var exit_status: Int?
  var ending: String?
}

/// Some of what `switchback config --json` prints.
struct ConfigAnswer: Decodable {
  struct Diagnostic: Decodable {
    var file: String
    var line: Int
    var message: String
  }

  var profiles: [String: [String: ConfigValue]]
  var diagnostics: [Diagnostic]
}

/// A value of a profile, which may be a table of its own.
enum ConfigValue: Decodable {
  case any

  init(from decoder: any Decoder) throws { self = .any }
}
