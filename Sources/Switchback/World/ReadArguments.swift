import CPosix

/// The arguments that we were started with, without our own name.
///
/// Swift's own are empty where a preloaded library sets a variable before main.
func readArguments() -> [String] {
  var count: Int32 = 0
  guard let words = switchback_arguments(&count), count > 0 else { return [] }
  return (1..<max(1, Int(count))).compactMap { words[$0].map { String(cString: $0) } }
}
