import Accounts
import Picker
import Text

/// The details in all their forms.
let details = [
  Situation("details", "the credential chain of an entry", described(overOneHop)),
  Situation(
    "details-loading", "the content of the row is shown at once", "<down>", described(overOneHop)),
  Situation("details-hops", "a chain of four hops", described(overFourHops)),
  Situation(
    "details-scrolled", "further down", described(overFourHops),
    "<shift-down><shift-down><shift-down><shift-down><shift-down>"),
  Situation("details-broken", "an entry that cannot be switched to", described(nowhere)),
  Situation("details-hidden", "F3 gives the list the room", described(overOneHop), "<f3>"),
  Situation("copied", "a remark about the copied text replaces the keys", "<alt-c>"),
  Situation("copied-nothing", "the entry has nothing to copy", "vault<alt-l>"),
]

/// The details of the entry that is selected first.
private func described(_ details: Details) -> Step {
  .then("its chain has been followed", .detailsLoaded(entry: "ledger-dev", details))
}

private let sts = Details.STS(
  url: "https://sts.eu-central-1.amazonaws.com", region: "eu-central-1")

private let uses = [
  Details.Use(at: before(7_380), how: .shell),
  Details.Use(at: before(80_000), how: .shell, exitStatus: 0),
  Details.Use(at: before(90_000), how: .exec, exitStatus: 1),
  Details.Use(at: before(300_000), how: .console),
  Details.Use(at: before(30_000_000), how: .export),
]

private func before(_ seconds: Int) -> Moment { Moment(now - seconds, offset: 0) }

private func hop(
  _ profile: String, _ account: String, _ role: String, mfa: String? = nil, id: String? = nil,
  lasting: Int? = nil
) -> Details.Step {
  Details.Step(
    .assumeRole, profile: profile, roleARN: "arn:aws:iam::\(account):role/\(role)", mfaDevice: mfa,
    externalID: id, duration: lasting)
}

private let overOneHop = Details(
  chain: .steps(
    [
      Details.Step(.staticKeys, profile: "base"),
      hop("ledger-dev", "111122223334", "Admin", lasting: 3600),
    ], sts: sts),
  uses: uses, useCount: 12)

private let overFourHops = Details(
  chain: .steps(
    [
      Details.Step(
        .sso, profile: "portal",
        facts: [
          Details.Fact("Role", "Developer in 111122223335"), Details.Fact("Session", "corp"),
          Details.Fact("Start page", "https://corp.awsapps.com/start"),
        ]),
      hop("hub", "111122223336", "Hub", mfa: "arn:aws:iam::111122223336:mfa/ada"),
      hop("unit", "111122223337", "application/division_abc/subdivision_xyz/Unit"),
      hop("team", "111122223338", "Team", id: "team-4711"),
      hop("ledger-dev", "111122223334", "Admin", id: "ledger", lasting: 5400),
    ], sts: sts),
  uses: [uses[0]], useCount: 1)

private let nowhere = Details(
  chain: .broken(
    "The profile 'ledger-dev' (~/.aws/config:12) names the source profile 'bsae', which does not "
      + "exist. Did you mean 'base'?"))
