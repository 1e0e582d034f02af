import Yams

extension String {
  /// This YAML text with one change made in place, and every other byte unchanged.
  ///
  /// The result is parsed again: if anything else would change, too, the edit fails.
  package func edited(_ edit: YAMLEdit) throws(YAMLEditError) -> String {
    let mark = hasPrefix("\u{FEFF}") ? "\u{FEFF}" : ""
    let body = String(unicodeScalars.dropFirst(mark.unicodeScalars.count))
    let editor = try YAMLEditor(body)
    let line = editor.line(of: edit)
    guard let splice = editor.splice(for: edit), let expected = editor.value.applying(edit) else {
      throw YAMLEditError(line: line, reason: .notInPlace)
    }
    let result = editor.text.replacing(splice.range, with: splice.replacement)
    guard let root = try? Node.root(of: result), YAMLValue(root) == expected else {
      throw YAMLEditError(line: line, reason: .notInPlace)
    }
    return mark + result
  }

  /// The value of this YAML text; no fields if it is empty.
  package func yamlValue() throws(YAMLEditError) -> YAMLValue {
    try YAMLEditor(self).value
  }
}

/// A YAML text to edit.
private struct YAMLEditor {
  let text: YAMLText
  /// The root node; nil for an empty text.
  let root: Node?
  let value: YAMLValue

  init(_ body: String) throws(YAMLEditError) {
    do {
      root = try Node.root(of: body).flatMap { $0.isUnset ? nil : $0 }
    } catch {
      throw YAMLEditError(line: error.line, reason: .notYAML(error.reason))
    }
    guard let value = root.map({ YAMLValue($0) }) ?? .fields([]) else {
      throw YAMLEditError(line: 1, reason: .notInPlace)
    }
    self.value = value
    text = YAMLText(body)
  }

  func splice(for edit: YAMLEdit) -> YAMLSplice? {
    guard let root else { return beginning(edit) }
    guard let mapping = root.at(edit.path).flatMap({ YAMLMappingPlace($0, in: text) }) else {
      return nil
    }
    switch edit {
    case .set(let key, let value, _, let after):
      return mapping.setting(key, to: value, after: after)
    case .remove(let key, _): return mapping.removing(key)
    case .append(let item, let list): return mapping.appending(item, to: list)
    }
  }

  /// The first line of a text that has no content yet.
  private func beginning(_ edit: YAMLEdit) -> YAMLSplice? {
    let end = text.scalars.count
    let isFresh = end == 0 || text.lineStart(end) == end
    func line(_ line: String) -> YAMLSplice {
      YAMLSplice(at: end, isFresh ? line + text.lineBreak : text.lineBreak + line)
    }
    switch edit {
    case .set(let key, let value, [], _):
      return line(YAMLField(.text(key), value).written(inFlow: false))
    case .append(let item, let list):
      let fields = item.map { $0.written(inFlow: false) }
      return line(
        list + ":" + text.lineBreak + "  - "
          + fields.joined(separator: text.lineBreak + "    "))
    case .set, .remove: return nil
    }
  }

  /// The line of the field to change, or of the mapping that contains it.
  func line(of edit: YAMLEdit) -> Int {
    let place = root?.at(edit.path)
    return place?.mapping?.first { $0.key.scalar?.string == edit.key }?.key.line ?? place?.line ?? 1
  }
}

extension Node {
  /// The node at a path inside this one.
  fileprivate func at(_ path: [YAMLStep]) -> Node? {
    path.reduce(self) { node, step in
      switch step {
      case .field(let key): node?.mapping?.first { $0.key.scalar?.string == key }?.value
      case .item(let index):
        node?.sequence.flatMap { $0.indices.contains(index) ? $0[index] : nil }
      }
    }
  }
}

/// One change of a text: a range and its replacement.
struct YAMLSplice {
  var range: Range<Int>
  var replacement: String

  init(_ range: Range<Int>, _ replacement: String) {
    self.range = range
    self.replacement = replacement
  }

  /// Inserts a text at a place.
  init(at place: Int, _ replacement: String) {
    self.init(place..<place, replacement)
  }
}
