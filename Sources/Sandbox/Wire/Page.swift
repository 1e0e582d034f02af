/// A small HTML page for people; all texts are escaped when it is written.
struct Page: Sendable, Hashable, CustomStringConvertible {
  enum Part: Sendable, Hashable {
    case text(String)
    /// A form that is submitted to the page's own address.
    case form([Field], buttons: [Button])
  }

  enum Field: Sendable, Hashable {
    case hidden(name: String, value: String)
    case typed(name: String, label: String)
    case chosen(name: String, label: String, among: [String])
  }

  /// A button that submits `answer=VALUE`.
  struct Button: Sendable, Hashable {
    var value: String
    var label: String
  }

  var title: String
  var parts: [Part]

  init(title: String, _ parts: [Part]) {
    self.title = title
    self.parts = parts
  }

  var description: String {
    """
    <!doctype html><html lang="en"><meta charset="utf-8"><title>\(html(title))</title>
    <h1>\(html(title))</h1>
    \(parts.map(\.html).joined(separator: "\n"))
    </html>

    """
  }
}

extension Page.Part {
  fileprivate var html: String {
    switch self {
    case .text(let text): "<p>\(Sandbox.html(text))</p>"
    case .form(let fields, let buttons):
      #"<form method="post">"# + fields.map(\.html).joined() + buttons.map(\.html).joined()
        + "</form>"
    }
  }
}

extension Page.Field {
  fileprivate var html: String {
    switch self {
    case .hidden(let name, let value):
      #"<input type="hidden" name="\#(name)" value="\#(Sandbox.html(value))">"#
    case .typed(let name, let label): #"<label>\#(label) <input name="\#(name)"></label>"#
    case .chosen(let name, let label, let choices):
      #"<label>\#(label) <select name="\#(name)">"#
        + choices.map { "<option>\(Sandbox.html($0))</option>" }.joined() + "</select></label>"
    }
  }
}

extension Page.Button {
  fileprivate var html: String {
    #"<button name="answer" value="\#(value)">\#(Sandbox.html(label))</button>"#
  }
}

private func html(_ text: String) -> String {
  text.map(escaped).joined()
}
