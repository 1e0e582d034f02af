import Yams

/// What a YAML text says, without how it says it: two texts that say the same are equal, byte for byte of each value.
enum YAMLValue: Hashable {
  case scalar([UInt8])
  case list([YAMLValue])
  case fields([YAMLField])

  static func text(_ text: String) -> YAMLValue { .scalar(Array(text.utf8)) }
}

struct YAMLField: Hashable {
  var key: YAMLValue
  var value: YAMLValue

  init(_ key: YAMLValue, _ value: YAMLValue) {
    self.key = key
    self.value = value
  }

  init(_ key: String, _ text: String) {
    self.init(.text(key), .text(text))
  }
}

extension YAMLValue {
  /// Aliases within aliases can make a short text say more than fits into memory.
  private static let limit = 1_000_000

  /// What a node says, aliases resolved; nil where that is more than a million values.
  init?(_ node: Node) {
    var left = Self.limit
    self.init(node, &left)
  }

  private init?(_ node: Node, _ left: inout Int) {
    left -= 1
    guard left > 0 else { return nil }
    switch node {
    case .scalar(let scalar):
      self = .text(scalar.string)
    case .sequence(let sequence):
      var items: [YAMLValue] = []
      for item in sequence {
        guard let item = YAMLValue(item, &left) else { return nil }
        items.append(item)
      }
      self = .list(items)
    case .mapping(let mapping):
      var fields: [YAMLField] = []
      for (key, value) in mapping {
        guard let key = YAMLValue(key, &left), let value = YAMLValue(value, &left) else {
          return nil
        }
        fields.append(YAMLField(key, value))
      }
      self = .fields(fields)
    case .alias:
      return nil
    }
  }
}

extension YAMLValue {
  /// The text of a scalar.
  var text: String? {
    if case .scalar(let bytes) = self { String(decoding: bytes, as: UTF8.self) } else { nil }
  }

  /// The items of a list, none for anything else.
  var items: [YAMLValue] {
    if case .list(let items) = self { items } else { [] }
  }

  /// The value of a field.
  subscript(key: String) -> YAMLValue? {
    guard case .fields(let fields) = self else { return nil }
    return fields.first { $0.key == .text(key) }?.value
  }
}
