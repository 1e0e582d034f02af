/// `prod`, a role of account 111111111111 assumed with the keys of `base`.
let oneRole = """
  [profile base]
  aws_access_key_id = AKIAIOSFODNN7EXAMPLE
  aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
  region = eu-west-1

  [profile prod]
  role_arn = arn:aws:iam::111111111111:role/Admin
  source_profile = base

  """

/// A profile that needs no call to AWS: its keys are stored.
func storedKeys(_ name: String, more: String = "") -> String {
  """
  [profile \(name)]
  aws_access_key_id = AKIAIOSFODNN7EXAMPLE
  aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
  region = eu-west-1
  \(more)

  """
}
