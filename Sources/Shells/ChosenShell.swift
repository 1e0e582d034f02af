/// The shell to start: `--shell`, else the settings', else `$SHELL`, else passwd's, else /bin/sh.
///
/// A bare name is for the caller to look up in `PATH`. The login shell of an account that
/// is not for logging in (nologin, false) is passed over.
package func chosenShell(
  flag: String?, setting: String?, environment: [String: String], passwd: String?
) -> String {
  let asked = [flag, setting].lazy.compactMap { $0 }.first { !$0.isEmpty }
  let usual = [environment["SHELL"], passwd].lazy.compactMap { $0 }.first {
    !["", "nologin", "false"].contains(ShellKind.baseName($0))
  }
  return asked ?? usual ?? "/bin/sh"
}
