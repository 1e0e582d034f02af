/// An identity as the lines of a `.env` file, and the names of the variables that are left out.
package struct DotenvLines: Sendable, Equatable {
  package var text: String
  package var leftOut: [String]

  /// Lines of `NAME=value` without quotes, for values that all readers of such files read alike.
  ///
  /// docker's `--env-file` keeps quotes as part of a value, and python-dotenv, node, compose and
  /// `source` differ in the meaning of `#`, `$`, `\` and blanks, quoted or not. Keys, tokens,
  /// regions and times contain none of these; only variables for prompts are left out. Throws if a
  /// variable of AWS's tools contains them.
  package init(_ identity: Identity) throws(DotenvError) {
    let (fit, unfit) = identity.exportedVariables.partitioned {
      $0.value.utf8.allSatisfy(isUnambiguous)
    }
    if let needed = unfit.first(where: { neededByAWS.contains($0.name) }) {
      throw DotenvError(variable: needed.name)
    }
    text = fit.map { "\($0.name)=\($0.value)\n" }.joined()
    leftOut = unfit.map(\.name)
  }
}

/// The reason why an identity cannot be written to a `.env` file.
package struct DotenvError: Error, Sendable, Equatable, CustomStringConvertible {
  package var variable: String

  package var description: String {
    "\(variable) contains characters that readers of .env files do not agree on; "
      + "use --format env or json."
  }
}

private let neededByAWS: Set<String> = [
  "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_REGION",
  "AWS_DEFAULT_REGION", "AWS_CREDENTIAL_EXPIRATION", "AWS_SESSION_EXPIRATION",
]

private func isUnambiguous(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"):
    true
  default: "_-+=/:.,@".utf8.contains(byte)
  }
}

extension [Variable] {
  fileprivate func partitioned(
    by isFit: (Variable) -> Bool
  ) -> (fit: [Variable], unfit: [Variable]) {
    (filter(isFit), filter { !isFit($0) })
  }
}
