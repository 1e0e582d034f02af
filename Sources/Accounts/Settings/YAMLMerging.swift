import Yams

extension [(key: Node, value: Node)] {
  /// The keys and values of a mapping with those that `<<` takes from others; what the mapping says itself comes first.
  ///
  /// One that may protect entries is left as it is, for the reader of the entry to refuse.
  var withMerged: Self {
    guard contains(where: { $0.key.scalar?.string == mergeKey }) else { return self }
    var names = Set(compactMap(\.key.scalar?.string))
    return flatMap { key, value -> Self in
      guard key.scalar?.string == mergeKey, !value.protects, let merged = value.mergedPairs else {
        return [(key, value)]
      }
      return merged.filter { pair in
        pair.key.scalar.map { names.insert($0.string).inserted } ?? true
      }
    }
  }
}

extension Node {
  /// What a mapping, or a list of mappings, has to be merged into another; nil for anything else.
  fileprivate var mergedPairs: [(key: Node, value: Node)]? {
    switch self {
    case .mapping(let mapping): return mapping.map { ($0.key, $0.value) }.withMerged
    case .sequence(let items):
      let all = items.map(\.mergedPairs)
      return all.contains { $0 == nil } ? nil : all.flatMap { $0 ?? [] }
    case .scalar, .alias: return nil
    }
  }
}

/// By which a mapping takes the keys of others, as in `<<: *base`.
let mergeKey = "<<"
