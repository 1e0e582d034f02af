/// What whoever waits for a login should know; all of it is cleaned.
package enum LoginProgress: Sendable, Hashable {
  /// The code to compare at a page; the complete page has the code in it already.
  case code(userCode: String, page: String, completePage: String?)
  /// A browser was opened at this address, to be opened by hand where it was not.
  case browser(url: String)
  /// Another process is logging in there already.
  case waitingForAnother
}
