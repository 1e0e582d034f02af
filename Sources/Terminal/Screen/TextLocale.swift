import CNcurses

/// Chooses the locale of text that the environment names; true where text can be UTF-8.
///
/// It is UTF-8, too, where no locale is named, since terminals are, and where one is named that is not installed
/// here: a container has few locales, and macOS names `UTF-8` itself over SSH.
package func chooseTextLocale(_ environment: [String: String]) -> Bool {
  func isUTF8() -> Bool { String(cString: curses_codeset()).uppercased() == "UTF-8" }
  if curses_use_locale(""), isUTF8() { return true }
  guard namesUTF8(environment) else { return false }
  return curses_use_locale("C.UTF-8") && isUTF8()
}

/// True where the locale of text is to be UTF-8, installed or not: the first of these variables counts that is set.
package func namesUTF8(_ environment: [String: String]) -> Bool {
  let named = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }
    .first { !$0.isEmpty }
  guard let named else { return true }
  // language_TERRITORY.codeset@modifier, or the codeset alone.
  let locale = named.prefix { $0 != "@" }
  let codeset = locale.split(separator: ".", maxSplits: 1).last ?? ""
  return codeset.uppercased().filter { $0 != "-" } == "UTF8"
}
