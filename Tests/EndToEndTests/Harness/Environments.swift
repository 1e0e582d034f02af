/// What `env -0` printed.
func environment(_ output: String) -> [String: String] {
  let pairs = output.split(separator: "\0").compactMap { line -> (String, String)? in
    let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
  }
  return Dictionary(pairs) { $1 }
}
