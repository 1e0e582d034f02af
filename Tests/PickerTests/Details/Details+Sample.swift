import Accounts
import Canvas
import Picker
import Text

let wide = Size(rows: 50, columns: 160)
let usual = Size(rows: 24, columns: 80)

private func role(_ account: Int, _ name: String) -> String {
  "arn:aws:iam::11111111111\(account):role/\(name)"
}

extension Details {
  /// Four hops from stored credentials, used twelve times.
  static let fourHops = Details(
    chain: .steps(
      [
        Step(.staticKeys, profile: "base"),
        Step(
          .assumeRole, profile: "hub", roleARN: role(5, "Hub"),
          mfaDevice: "arn:aws:iam::111111111110:mfa/ada"),
        Step(.assumeRole, profile: "unit", roleARN: role(6, "path/Unit"), externalID: "unit-7"),
        Step(.assumeRole, profile: "team", roleARN: role(7, "Team"), duration: 5400),
        Step(
          .assumeRole, profile: "prod", roleARN: role(1, "Admin"), duration: 3600,
          facts: [Fact("Session name", "ada@ship")]),
      ], sts: STS(url: "https://sts.eu-central-1.amazonaws.com", region: "eu-central-1")),
    uses: [
      Use(at: ago(7200), how: .shell, exitStatus: 0),
      Use(at: ago(86_400), how: .exec, exitStatus: 130), Use(at: ago(864_000), how: .console),
    ], useCount: 12)

  static let broken = Details(
    chain: .broken(
      "The profile 'prod' names the source profile 'missing', which does not exist. Add it to "
        + "~/.aws/config, or name another."))
}

/// The time this number of seconds before the current time of the tests, in UTC.
func ago(_ seconds: Int) -> Moment { Moment(1_700_000_000 - seconds, offset: 0) }

extension Model {
  /// The model with the details of the named entry loaded.
  func described(_ size: Size, _ details: Details = .fourHops, of entry: String = "prod") -> Model {
    var model = self
    _ = model.update(.resized(size))
    _ = model.update(.detailsLoaded(entry: entry, details))
    return model
  }

  /// The lines of the details, wherever they are, without borders.
  func details(_ size: Size) -> [String] {
    let lines = view(size).lines
    if size.columns >= 120 {
      let pane = lines.compactMap { line in
        line.lastIndex(of: "│").map { String(line[line.index(after: $0)...].dropFirst()) }
      }
      return Array(pane[...(pane.lastIndex { !$0.isEmpty } ?? 0)])
    }
    guard let rule = lines.lastIndex(where: { $0.hasPrefix(" ───") }) else { return [] }
    return lines[(rule + 1)...].dropLast().map { String($0.dropFirst()) }
  }
}
