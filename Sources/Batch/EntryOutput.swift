/// How the output of commands is shown.
package enum OutputStyle: Sendable {
  /// Whole, under a heading, when the command ends.
  case whole
  /// Line by line as it arrives, each with the entry's name.
  case lines
  /// As a line of JSON, when the command ends.
  case json
}

/// The output of one command until it is shown.
package enum EntryOutput {
  case kept(output: Spool, errors: Spool)
  case lines(output: LinePrefixer, errors: LinePrefixer)

  /// Takes output of the command; false if no more output can be shown.
  package mutating func take(
    _ stream: RunDisplay.Destination, _ bytes: some Collection<UInt8>, _ display: RunDisplay
  ) -> Bool {
    switch (self, stream) {
    case (.kept(let output, _), .output): output.append(bytes)
    case (.kept(_, let errors), .errors): errors.append(bytes)
    case (.lines(var output, let errors), .output):
      display.show(output.take(bytes), .output)
      self = .lines(output: output, errors: errors)
      return display.outputError == nil
    case (.lines(let output, var errors), .errors):
      display.show(errors.take(bytes), .errors)
      self = .lines(output: output, errors: errors)
    }
    return true
  }

  /// Takes a sentence about the command, as if the command had printed it on standard error.
  package mutating func take(_ sentence: String, _ display: RunDisplay) {
    _ = take(.errors, Array((sentence + "\n").utf8), display)
  }
}

extension RunDisplay {
  fileprivate func show(_ lines: [UInt8], _ place: Destination) {
    if !lines.isEmpty { print { write in write(place, lines) } }
  }
}

/// Turns pieces of output into whole lines, each with a prefix.
package struct LinePrefixer {
  private let prefix: [UInt8]
  private var unfinished: [UInt8] = []

  package init(_ prefix: String) {
    self.prefix = Array(prefix.utf8)
  }

  /// The lines that are complete now.
  ///
  /// A line of 64 KiB is split.
  package mutating func take(_ bytes: some Collection<UInt8>) -> [UInt8] {
    var lines: [UInt8] = []
    var rest = bytes[...]
    while let end = rest.firstIndex(of: newline) {
      unfinished += rest[...end]
      self.end(&lines)
      rest = rest[rest.index(after: end)...]
    }
    unfinished += rest
    if unfinished.count >= LinePrefixer.longest { end(&lines) }
    return lines
  }

  /// The unfinished line.
  package mutating func rest() -> [UInt8] {
    var lines: [UInt8] = []
    if !unfinished.isEmpty { end(&lines) }
    return lines
  }

  private static let longest = 1 << 16

  private mutating func end(_ lines: inout [UInt8]) {
    lines += prefix
    lines += unfinished
    if unfinished.last != newline { lines.append(newline) }
    unfinished.removeAll(keepingCapacity: true)
  }
}

private let newline = UInt8(ascii: "\n")
