/// The folders of Switchback's own files: the XDG base directories, or subfolders of
/// `SWITCHBACK_HOME` if it is set.
package struct AppDirectories: Sendable, Hashable {
  package var config: String
  package var state: String
  package var cache: String
  /// `$XDG_RUNTIME_DIR/switchback`, for files that must not survive a logout; nil if there is none.
  package var runtime: String?

  /// The folders for an environment; a relative XDG variable is ignored, as the specification
  /// requires.
  ///
  /// If `HOME` is missing or empty, the home folder from passwd is used, as for AWS's files, so
  /// that the settings that protect their entries are found.
  package init(
    environment: [String: String], passwdHome: @autoclosure () -> String? = nil
  ) {
    if let home = environment["SWITCHBACK_HOME"], home.hasPrefix("/") {
      self.init(
        config: home + "/config", state: home + "/state", cache: home + "/cache",
        runtime: home + "/runtime")
      return
    }
    let home = environment["HOME"]?.nonEmpty ?? passwdHome() ?? "/"
    func place(_ variable: String, _ fallback: String) -> String {
      let set = environment[variable].flatMap { $0.hasPrefix("/") ? $0 : nil }
      return (set ?? home + fallback) + "/switchback"
    }
    self.init(
      config: place("XDG_CONFIG_HOME", "/.config"), state: place("XDG_STATE_HOME", "/.local/state"),
      cache: place("XDG_CACHE_HOME", "/.cache"),
      runtime: environment["XDG_RUNTIME_DIR"].flatMap {
        $0.hasPrefix("/") ? $0 + "/switchback" : nil
      })
  }

  package init(config: String, state: String, cache: String, runtime: String?) {
    self.config = config
    self.state = state
    self.cache = cache
    self.runtime = runtime
  }

  package var settingsFile: String { config + "/config.yaml" }
  package var catalogueFile: String { cache + "/catalogue" }
  package var stateFile: String { state + "/state.sqlite" }
}
