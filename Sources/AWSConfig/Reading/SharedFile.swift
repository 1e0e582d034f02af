import Accounts

/// What one of the two files says.
struct SharedFile {
  var profiles: Sections
  var ssoSessions: [Section]
  var services: [Section]
  var ignored: [IgnoredSection]
  var diagnostics: [Diagnostic]
  /// False where no line can be one that was meant to protect an entry and is not read.
  var mayHoldStrays: Bool
}
