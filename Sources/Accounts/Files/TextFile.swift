/// What is found at a path where a text is expected.
enum TextFile {
  case absent
  case text(String)
  case unreadable(reason: String)

  /// `limit` is in bytes.
  init(_ path: String, limit: Int) {
    do throws(ReadError) {
      let bytes = try readBytes(path, limit: limit)
      self =
        String(validating: bytes, as: UTF8.self).map(Self.text)
        ?? .unreadable(reason: "it is not UTF-8")
    } catch {
      self = error.isMissingFile ? .absent : .unreadable(reason: "\(error)")
    }
  }
}
