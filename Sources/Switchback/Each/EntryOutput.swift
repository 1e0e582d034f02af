import Terminal

/// How what commands print reaches who reads it.
enum OutputStyle: Sendable {
  /// Whole, under a heading, when the command ends.
  case whole
  /// Line by line as it comes, each with the entry's name.
  case lines
  /// As a line of JSON, when the command ends.
  case json
}

/// What one command prints, on its way to who reads it.
enum EntryOutput {
  case kept(output: Spool, errors: Spool)
  case lines(output: LinePrefixer, errors: LinePrefixer)

  /// Takes output of the command; false once it should send no more.
  mutating func take(
    _ stream: ChildStream, _ bytes: UnsafeRawBufferPointer, _ display: RunDisplay
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

  /// Takes a sentence about the command as if the command had said it.
  mutating func take(_ sentence: String, _ display: RunDisplay) {
    _ = Array((sentence + "\n").utf8).withUnsafeBytes { take(.errors, $0, display) }
  }
}

extension RunDisplay {
  fileprivate func show(_ lines: [UInt8], _ place: Destination) {
    if !lines.isEmpty { print { write in write(place, lines) } }
  }
}
