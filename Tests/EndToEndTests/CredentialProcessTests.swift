import Testing

/// `switchback credentials` as the real `aws` calls it.
///
/// Skipped where nothing is built, or awscli is not in .build/venv: Tests/all sees to both.
@Suite(
  .enabled(if: Repository.isBuilt && Repository.aws != nil && Repository.motoServer != nil),
  .timeLimit(.minutes(5)))
struct CredentialProcessTests {
  @Test func awsUsesWhatItPrints() async throws {
    let home = try Home()
    try await Moto.serving(home) { moto in
      try home.config(
        """
        [profile base]
        aws_access_key_id = \(moto.keys.id)
        aws_secret_access_key = \(moto.keys.secret)
        region = eu-west-1
        [profile prod]
        role_arn = \(Moto.role)
        source_profile = base
        [profile through]
        credential_process = switchback credentials prod
        """)
      let answer = try await home.run(
        ["aws", "sts", "get-caller-identity", "--output", "json", "--profile", "through"],
        with: ["AWS_ENDPOINT_URL": moto.url, "AWS_DEFAULT_REGION": "eu-west-1"])
      #expect(answer.status == 0, "\(answer)")
      #expect(try answer.json(as: CallerIdentity.self).Arn.contains(":assumed-role/Admin/"))
    }
  }

  @Test func aRefusalReachesTheUserOfAWS() async throws {
    let home = try Home()
    try home.config(
      "[profile through]\ncredential_process = switchback credentials prdo\n" + oneRole)
    let answer = try await home.run(
      ["aws", "sts", "get-caller-identity", "--profile", "through"],
      with: ["AWS_DEFAULT_REGION": "eu-west-1"])
    #expect(answer.status != 0 && answer.errors.contains("prdo"), "\(answer)")
  }
}
