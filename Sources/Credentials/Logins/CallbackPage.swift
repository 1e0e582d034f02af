/// What the browser is shown: a page that stands alone, without scripts, and without anything of the request.
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
    case .unknown, .wrongMethod, .wrongHost, .wrongState, .wrongUser: "Not this way"
    }
  }

  private var sentence: String {
    switch self {
    case .loggedIn: "Switchback has what it needs. You can close this page."
    case .refused: "AWS did not let you log in; the terminal says more. You can close this page."
    case .unknown: "There is nothing at this address."
    case .wrongMethod: "This address is only to be opened."
    case .wrongHost: "This server answers to 127.0.0.1 only."
    case .wrongUser: "Another user of this machine has begun this login."
    case .wrongState: "This is not the answer to the login that Switchback waits for."
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

  /// The browser is to load nothing for it, keep nothing of it, and not pass on its address, which holds the code.
  package static let headers = [
    ("Content-Type", "text/html; charset=utf-8"),
    ("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'"),
    ("Referrer-Policy", "no-referrer"), ("Cache-Control", "no-store"),
    ("X-Content-Type-Options", "nosniff"), ("Connection", "close"),
  ]
}
