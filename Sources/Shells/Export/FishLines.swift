/// `set -eg` and `set -gx`, for `| source` and for `eval (...)`, which joins the lines with blanks.
///
/// Without `-g` a universal variable would be erased, which means in every fish, for ever.
func fishLines(removing removed: [String], setting variables: [Variable]) -> String {
  let set = variables.map { "set -gx \($0.name) \(fishQuoted($0.value));\n" }
  return "set -eg " + removed.joined(separator: " ") + ";\n" + set.joined()
}
