import Canvas

extension Model {
  mutating func move(_ motion: Motion) {
    if var help {
      help.top = motion.applied(to: help.top, in: helpText, on: size)
      self.help = help
    } else if case .failed(var failure) = screen {
      failure.top = motion.applied(to: failure.top, in: text(of: failure), on: size)
      screen = .failed(failure)
    } else if case .calling(var call) = screen {
      call.top = motion.applied(to: call.top, in: text(of: call), on: size)
      screen = .calling(call)
    } else if case .choosingOptions(var form) = screen {
      form.move(motion)
      screen = .choosingOptions(form)
    } else if case .palette(var palette) = screen {
      palette.move(motion, page: ActionPaletteLayout(palette, on: size).rows.count)
      screen = .palette(palette)
    } else if case .editing = screen {
      changeForm { $0.move(motion) }
    } else {
      let page = layout(size).list.count
      if history == nil { list.move(motion, page: page) }
      changeHistory { $0.move(motion, page: page) }
    }
  }

  mutating func scroll(_ lines: Int) -> [Effect] {
    guard [.text, .call, .palette].contains(context) || [KeyContext].switches.contains(context)
    else {
      return []
    }
    for _ in 0..<min(abs(lines), 100) { move(lines < 0 ? .up : .down) }
    return []
  }

  mutating func click(_ point: Point) -> [Effect] {
    if let palette = openedPalette {
      _ = select(point, in: palette)
      return []
    }
    guard let line = line(at: point) else { return [] }
    guard history == nil else {
      changeHistory { $0.select(line: line) }
      return []
    }
    list.select(line: line)
    if list.section(atLine: line) != nil { _ = list.fold() }
    return []
  }

  mutating func acceptClick(_ point: Point) -> [Effect] {
    if let palette = openedPalette { return select(point, in: palette) ? accept() : [] }
    guard let line = line(at: point), history != nil || list.row(atLine: line) != nil else {
      return []
    }
    return accept()
  }

  /// The line at a point of the list or the history.
  private func line(at point: Point) -> Int? {
    let rows = layout(size).list
    guard isOnList || isOnHistory, rows.contains(point.row) else { return nil }
    let top =
      history?.top(showingSelectionIn: rows.count) ?? list.top(showingSelectionIn: rows.count)
    let line = top + point.row - rows.lowerBound
    return line < history?.lineCount ?? list.lineCount ? line : nil
  }
}

extension Motion {
  /// The first line shown of a box after the motion.
  fileprivate func applied(to top: Int, in text: BoxedText, on size: Size) -> Int {
    let box = BoxLayout(text, on: size)
    return applied(to: min(top, box.lastTop), page: max(1, box.rows), count: box.lastTop + 1)
  }
}
