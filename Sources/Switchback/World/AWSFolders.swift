import AWSConfig

/// Where the AWS CLI keeps its caches: below `~/.aws`, wherever its two files are (botocore).
///
/// `SWITCHBACK_AWS_HOME` stands for `~/.aws`, so that the demo and tests leave the user's alone.
struct AWSCachePaths: Equatable {
  var roles: String
  var tokens: String
  var logins: String

  init(environment: [String: String]) {
    let home = environment["HOME"] ?? homeDirectory(of: nil) ?? "/"
    let own = environment["SWITCHBACK_AWS_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    let aws = own ?? home + "/.aws"
    let chosen = environment["AWS_LOGIN_CACHE_DIRECTORY"].flatMap { $0.isEmpty ? nil : $0 }
    roles = aws + "/cli/cache"
    tokens = aws + "/sso/cache"
    logins = chosen ?? aws + "/login/cache"
  }
}
