import Accounts

/// What one of the two files says.
struct SharedFile {
  var profiles: Sections
  var ssoSessions: [Section]
  var services: [Section]
  var ignored: [IgnoredSection]
  var diagnostics: [Diagnostic]
}
