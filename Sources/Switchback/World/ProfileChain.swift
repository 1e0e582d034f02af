/// The profiles whose credential processes led here, outermost first: a line of comma-separated values, as the AWS
/// CLI's `export-credentials` keeps it in `_AWS_CLI_PROFILE_CHAIN`, where quotes are doubled inside quotes.
func parseProfileChain(_ line: String) -> [String] {
  var values: [String] = []
  var value = ""
  var isQuoted = false
  var rest = Substring(line)
  while let character = rest.popFirst() {
    switch character {
    case "\"" where isQuoted && rest.first == "\"": value.append(rest.removeFirst())
    case "\"": isQuoted.toggle()
    case "," where !isQuoted:
      values.append(value)
      value = ""
    default: value.append(character)
    }
  }
  return (values + [value]).filter { !$0.isEmpty }
}
