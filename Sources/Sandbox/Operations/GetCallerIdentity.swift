/// Who the caller is; this is never refused.
func callerIdentity(of caller: Caller) -> [XMLElement] {
  [
    XMLElement("Arn", caller.arn), XMLElement("UserId", caller.userID),
    XMLElement("Account", caller.account),
  ]
}
