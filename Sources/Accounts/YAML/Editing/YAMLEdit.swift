/// A step from a value to one within it.
enum YAMLStep: Hashable {
  case field(String)
  case item(Int)
}

/// One change of what a YAML text says.
enum YAMLEdit: Hashable {
  /// Gives a field of the mapping at a path its value; a field that is new comes behind the last of the `after`
  /// that stand there, else behind all.
  case set(String, to: YAMLValue, in: [YAMLStep], after: [String])
  /// Takes a field out of the mapping at a path.
  case remove(String, in: [YAMLStep])
  /// Adds a mapping to the list of that name.
  case append([YAMLField], to: String)
}

/// Why a text was not edited, and the line that stands in the way.
struct YAMLEditError: Error, Hashable {
  enum Reason: Hashable {
    case notYAML(String)
    /// It is written in a way in which one value cannot be changed without another, or not by us.
    case notInPlace
  }

  var line: Int
  var reason: Reason
}
