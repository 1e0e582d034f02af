import Canvas

/// Causes of failures, to show entries with the same cause together.
struct FailureCauses {
  private let names: RunNames
  /// By entry; nil for one that did not fail.
  private let reasons: [String?]
  private let causes: [String?]
  private let counts: [String: Int]

  /// `reasons` are sentences, or several lines, with or without the entry's name before them.
  init(_ names: RunNames, _ reasons: [String?]) {
    self.names = names
    self.reasons = reasons.enumerated().map { index, why in
      why.map { names.withoutName(index, $0.cleanedLines) }
    }
    causes = self.reasons.enumerated().map { index, reason in
      reason.map { names.generalized(index, $0) }
    }
    counts = Dictionary(causes.compactMap(\.self).map { ($0, 1) }, uniquingKeysWith: +)
  }

  /// The reason as it is for any entry: without its own name, account and role.
  func cause(_ index: Int) -> String? { causes[index] }

  /// The reason; where others share the cause and it speaks of this entry alone, with the entry's name before it.
  func reason(_ index: Int) -> String? {
    guard let reason = reasons[index], let cause = causes[index], cause != reason,
      counts[cause, default: 1] > 1
    else { return reasons[index] }
    return "\(names.cleaned(index)): \(reason)"
  }
}
