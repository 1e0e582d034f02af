import Canvas

extension String {
  /// What a failure advises, with what to do here in place of an option of the command line.
  ///
  /// `key` opens the options; nil where there are none.
  package func advising(_ key: String?) -> String {
    let region = key.map { "in the options (\($0))" } ?? "by `switchback --region REGION`"
    return replacing("with --region", with: region)
      .replacing("add --without-settings", with: "quit and run `switchback --without-settings`")
  }
}

extension Model {
  /// The key that opens the options.
  var optionsKey: String {
    keymap.bindings.first { $0.action == .options }?.keys.first?.label ?? "F2"
  }
}
