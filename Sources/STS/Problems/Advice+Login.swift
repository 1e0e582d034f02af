/// What to try after a refusal of Identity Center or of console sign-in, in whole sentences.
func advice(for reason: LoginReason, _ asked: RequestContext) -> String {
  switch reason {
  case .ended: "The login has ended: log in again, with `switchback login`."
  case .notAssigned:
    "This role in this account is not assigned to you: check sso_account_id and "
      + "sso_role_name, or ask your Identity Center administrator."
  case .pending: "It waits to be approved in the browser."
  case .tooSoon: "It was asked too soon; it waits to be approved in the browser."
  case .notApprovedInTime: "The code was not approved in time: log in again."
  case .unknownClient:
    "This program's registration with Identity Center is not valid any more: log in again."
  case .rejectedGrant: rejectedGrantAdvice(asked)
  case .declined:
    "The login was declined in the browser, or you are not allowed to: log in again, or ask your "
      + "Identity Center administrator."
  case .wrongRegion: "Identity Center is in another region: correct sso_region."
  case .wrongScope: "Correct sso_registration_scopes: Identity Center knows no such scope."
  case .wrongRequest: "Check sso_start_url and sso_region."
  case .signInEnded: "The login to the console has ended: run `aws login` again."
  case .passwordChanged: "The password has changed since: run `aws login` again."
  case .mayNotSignIn: "Ask for a policy that allows signin:CreateOAuth2Token."
  }
}

private func rejectedGrantAdvice(_ asked: RequestContext) -> String {
  asked.action == .createToken(.refreshToken)
    ? "It cannot be renewed any more: log in again."
    : "The code was used already, or belongs to another login: log in again."
}
