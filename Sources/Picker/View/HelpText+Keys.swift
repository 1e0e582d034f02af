extension Model {
  /// What keys do where the help was opened, by topic, then in the places where nothing of that holds: each key once.
  var keySections: [[BoxedText.Block]] {
    var rest = keymap.bindings.filter {
      ($0.action != .dismissLesson || lesson != nil) && !$0.allKeys.isEmpty
    }
    func take(_ isWanted: (Binding) -> Bool) -> [BoxedText.Block] {
      defer { rest.removeAll(where: isWanted) }
      return rest.filter(isWanted).map(line)
    }
    let here = helpedPlace
    let topics = Topic.allCases.map { topic in
      [.heading(topic.title)] + take { $0.topic == topic && $0.holds(in: here) }
    }
    let others = Place.allCases.map { place in
      [.heading("In " + place.name)] + take { $0.holds(in: place) }
    }
    return topics + others
  }

  /// Where the help was opened.
  var helpedPlace: Place {
    var below = self
    below.help = nil
    return Place(below.context)
  }

  /// Where bare keys are commands in vi mode.
  var viMode: [BoxedText.Block] {
    guard keymap.isVi, let filter = keymap.bindings.first(where: { $0.action == .filter }) else {
      return []
    }
    return [
      .heading("vi mode"),
      .pair("a letter alone", "a command in the list, the history, the help and messages"),
      .pair(filter.label(marks), "types into the query of the list or the history instead"),
      .pair("elsewhere", "a letter types itself: in forms, fields and the search of actions"),
    ]
  }

  private func line(_ binding: Binding) -> BoxedText.Block {
    let mark = binding.action == .help && !keymap.isVi ? ", ?" : ""
    return .pair(binding.label(marks) + mark, binding.help)
  }
}
