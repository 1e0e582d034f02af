import Foundation

/// What is found at a path where a text is expected.
enum TextFile {
  case absent
  case text(String)
  case unreadable(reason: String)

  init(_ path: String) {
    do {
      let data = try Data(contentsOf: URL(fileURLWithPath: path))
      // Foundation's own decoding would drop a byte order mark.
      self =
        String(validating: data, as: UTF8.self).map(Self.text)
        ?? .unreadable(reason: "it is not UTF-8")
    } catch CocoaError.fileReadNoSuchFile {
      self = .absent
    } catch {
      self = .unreadable(reason: reason(error))
    }
  }
}
