import Picker

/// Enter on an entry without a question before the switch.
let onLedger: Step = "ledger dev<enter>"

let fourSeconds = Step.then("four seconds pass", .ticked(now: now + 4))

let pastedRole = Step.then(
  "a role's ARN is pasted", .pasted("arn:aws:iam::222233334444:role/audit/Auditor"))

func code(_ reason: CodeReason) -> Message {
  .codeNeeded(entry: "ledger-dev", device: "arn:aws:iam::111122223333:mfa/ada", reason: reason)
}

let refusal = """
  AWS refused: AccessDenied. arn:aws:iam::111122223333:user/ada is not authorized to perform \
  sts:AssumeRole on arn:aws:iam::111122223334:role/Admin.

  The role's trust policy must name that user, and the user's own policies must allow sts:AssumeRole.
  """

let longError = (1...60).map { "Line \($0) of what went wrong." }.joined(separator: "\n")

let devicePage = "https://d-1234567890.awsapps.com/start/#/device?user_code=ABCD-EFGH"

let authorizePage =
  "https://oidc.eu-central-1.amazonaws.com/authorize?response_type=code&client_id="
  + (100...150).map { "x\($0)" }.joined() + "&redirect_uri=http%3A%2F%2F127.0.0.1%3A41234%2F"
