/// `unset` and `export`, for `eval "$(...)"`.
func posixLines(removing removed: [String], setting variables: [Variable]) -> String {
  let set = variables.map { "export \($0.name)=\(posixQuoted($0.value))\n" }
  return "unset " + removed.joined(separator: " ") + "\n" + set.joined()
}
