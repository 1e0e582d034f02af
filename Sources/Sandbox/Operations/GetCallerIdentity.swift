/// Who the caller is; nobody is refused this.
func callerIdentity(of caller: Caller) -> [XMLElement] {
  [
    XMLElement("Arn", caller.arn), XMLElement("UserId", caller.userID),
    XMLElement("Account", caller.account),
  ]
}
