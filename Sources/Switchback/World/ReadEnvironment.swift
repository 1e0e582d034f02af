import CPosix
import Terminal

/// The variables that we were started with, as `RawText`; of one that is there twice the first counts, as `getenv` has it.
///
/// Getting Foundation's going takes a twentieth of a quick command's time.
func readEnvironment() -> [String: String] {
  var variables: [String: String] = [:]
  guard var next = switchback_environment() else { return variables }
  while let entry = next.pointee {
    let text = RawText.text(entry)
    if let equals = text.firstIndex(of: "="), equals > text.startIndex {
      let name = String(text[..<equals])
      if variables[name] == nil { variables[name] = String(text[text.index(after: equals)...]) }
    }
    next += 1
  }
  return variables
}

/// The arguments that we were started with, as `RawText`, without our own name.
///
/// Swift's own are empty where a preloaded library sets a variable before main.
func readArguments() -> [String] {
  var count: Int32 = 0
  guard let words = switchback_arguments(&count), count > 0 else { return [] }
  return (1..<max(1, Int(count))).compactMap { words[$0].map { RawText.text($0) } }
}
