extension Schedule {
  /// What the program ends with.
  var status: Int32 {
    if case .signal(let number) = stop { return 128 + number }
    let endings = states.compactMap(\.outcome)
    let isRefused = endings.contains { if case .refused = $0 { true } else { false } }
    return isRefused ? 3 : endings.allSatisfy(\.isDone) ? 0 : 1
  }
}
