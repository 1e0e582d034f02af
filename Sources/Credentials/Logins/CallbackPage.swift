import AWSClient

/// The page that the browser shows: self-contained, without scripts and without parts of the
/// request.
package enum CallbackPage: Sendable, Hashable {
  case loggedIn, refused
  case unknown, wrongMethod, wrongHost, wrongState, wrongUser

  package var status: Int {
    switch self {
    case .loggedIn, .refused: 200
    case .unknown: 404
    case .wrongMethod: 405
    case .wrongHost, .wrongUser: 403
    case .wrongState: 400
    }
  }

  private var title: String {
    switch self {
    case .loggedIn: "Back to the terminal"
    case .refused: "No login"
    case .unknown, .wrongMethod, .wrongHost, .wrongState, .wrongUser: "Bad request"
    }
  }

  private var sentence: String {
    switch self {
    case .loggedIn: "Switchback has what it needs. You can close this page."
    case .refused: "AWS did not let you log in; the terminal says why. You can close this page."
    case .unknown: "There is nothing at this address."
    case .wrongMethod: "Only GET is supported."
    case .wrongHost: "This server only answers at 127.0.0.1."
    case .wrongUser: "Another user of this machine started this login."
    case .wrongState: "This is not the answer to the login that Switchback is waiting for."
    }
  }

  package var html: String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>Switchback: \(title)</title>
    <style>
    :root { color-scheme: light dark; }
    body { font: 1.1rem/1.6 system-ui, sans-serif; max-width: 32rem; margin: 20vh auto; padding: 0 1rem; }
    h1 { font-size: 1.6rem; }
    </style>
    </head>
    <body>
    <h1>\(title)</h1>
    <p>\(sentence)</p>
    </body>
    </html>

    """
  }

  /// The headers of the page.
  ///
  /// The browser must not load anything for it, store it, or pass on its address, which has the
  /// code.
  static let headers = [
    HTTPHeader("Content-Type", "text/html; charset=utf-8"),
    HTTPHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'"),
    HTTPHeader("Referrer-Policy", "no-referrer"), HTTPHeader("Cache-Control", "no-store"),
    HTTPHeader("X-Content-Type-Options", "nosniff"),
  ]
}
