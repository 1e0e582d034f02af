import Yams

extension [(key: Node, value: Node)] {
  /// The keys and values of a mapping with those that `<<` merges; the mapping's own come first.
  ///
  /// A merge that may protect entries is left as it is; the reader of the entry reports it.
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
  /// The pairs of a mapping, or of a list of mappings, for a merge; nil for anything else.
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

/// The key that merges other mappings, as in `<<: *base`.
let mergeKey = "<<"
