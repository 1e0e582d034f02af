/// Why `config.yaml` was not changed; it is as it was.
package enum SettingsError: Error, Sendable, Hashable {
  case notYAML(Origin, reason: String)
  /// What stands there cannot be changed without changing more.
  case notInPlace(Origin, SettingsChange)
  /// Something else wrote the file since it was read.
  case changedMeanwhile(file: String)
  case unreadable(file: String, reason: String)
  case unwritable(file: String, reason: String)
}

extension SettingsError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notYAML(let origin, let reason):
      "\(origin.file):\(origin.line) is not YAML (\(reason)), so nothing was changed; mend it first."
    case .notInPlace(let origin, let change):
      "\(origin.file):\(origin.line) is written in a way that cannot be changed without changing more, "
        + "so nothing was; \(change.manualEdit) yourself."
    case .changedMeanwhile(let file):
      "\(file) was changed by something else meanwhile, so nothing was written; try again."
    case .unreadable(let file, let reason):
      "\(file) could not be read: \(reason)."
    case .unwritable(let file, let reason):
      "\(file) could not be written: \(reason)."
    }
  }
}

extension SettingsChange {
  /// What a person would do in the file, as the start of a sentence.
  fileprivate var manualEdit: String {
    switch self {
    case .label(let change, let name):
      switch change.field {
      case (let key, let text?):
        "write `\(YAMLField(key, text).written(inFlow: false))` for the entry '\(name)'"
      case (let key, nil): "take '\(key)' out of the entry '\(name)'"
      }
    case .theme(let name, let variant?): "write `\(variant): \(name)` under 'theme'"
    case .theme(let name, nil): "write `theme: \(name)`"
    case .sort(let sort): "write `sort: \(sort)`"
    case .mouse(let mouse): "write `mouse: \(mouse)`"
    }
  }
}
