/// A step from a value to one inside it.
package enum YAMLStep: Hashable {
  case field(String)
  case item(Int)
}

/// One change of the content of a YAML text.
package enum YAMLEdit: Hashable {
  /// Sets a field of the mapping at a path; a new field comes after the last existing one of
  /// `after`, otherwise at the end.
  case set(String, to: YAMLValue, in: [YAMLStep], after: [String])
  /// Removes a field of the mapping at a path.
  case remove(String, in: [YAMLStep])
  /// Appends a mapping to the list of that name.
  case append([YAMLField], to: String)
}

/// Why a text was not edited, and the line that prevents it.
package struct YAMLEditError: Error, Hashable {
  package enum Reason: Hashable {
    case notYAML(String)
    /// It is written in a form in which this value cannot be changed alone, or that is not
    /// supported.
    case notInPlace
  }

  package var line: Int
  package var reason: Reason

  package init(line: Int, reason: Reason) {
    self.line = line
    self.reason = reason
  }
}

extension YAMLEdit {
  /// The path of the mapping to change.
  var path: [YAMLStep] {
    switch self {
    case .set(_, _, let path, _), .remove(_, let path): path
    case .append: []
    }
  }

  /// The field of that mapping to change.
  var key: String {
    switch self {
    case .set(let key, _, _, _), .remove(let key, _), .append(_, let key): key
    }
  }
}

extension YAMLValue {
  /// The value that a text must have after an edit; nil if the edit cannot change it.
  func applying(_ edit: YAMLEdit) -> YAMLValue? {
    at(edit.path[...]) { fields in
      let index = fields.firstIndex { $0.key == .text(edit.key) }
      switch edit {
      case .set(_, let value, _, let after):
        fields.set(edit.key, at: index, to: value, after: after)
      case .remove:
        if let index { fields.remove(at: index) }
      case .append(let item, let list):
        let items = index.map { fields[$0].value.items } ?? []
        fields.set(list, at: index, to: .list(items + [.fields(item)]), after: [])
      }
    }
  }

  /// The value with the fields at a path changed.
  private func at(
    _ path: ArraySlice<YAMLStep>, change: (inout [YAMLField]) -> Void
  ) -> YAMLValue? {
    switch (self, path.first) {
    case (.fields(var fields), nil):
      change(&fields)
      return .fields(fields)
    case (.fields(var fields), .field(let key)):
      guard let index = fields.firstIndex(where: { $0.key == .text(key) }),
        let value = fields[index].value.at(path.dropFirst(), change: change)
      else { return nil }
      fields[index].value = value
      return .fields(fields)
    case (.list(var items), .item(let index)):
      guard items.indices.contains(index),
        let item = items[index].at(path.dropFirst(), change: change)
      else { return nil }
      items[index] = item
      return .list(items)
    default:
      return nil
    }
  }
}

extension [YAMLField] {
  fileprivate mutating func set(
    _ key: String, at index: Int?, to value: YAMLValue, after: [String]
  ) {
    if let index {
      self[index].value = value
      return
    }
    let places = after.map { name in firstIndex { $0.key == .text(name) } }
    let before = places.compactMap(\.self).last
    insert(YAMLField(.text(key), value), at: before.map { $0 + 1 } ?? count)
  }
}
