import Foundation
import Subprocess
import Testing

/// moto's pretend AWS with its checks on: a user who may assume roles, and a role.
struct Moto {
  var url: String
  var keys: Keys

  struct Keys: Decodable {
    var id: String
    var secret: String
  }

  static let role = "arn:aws:iam::123456789012:role/Admin"

  /// Runs `body` beside a moto server on a free port.
  static func serving(_ home: Home, _ body: (Moto) async throws -> Void) async throws {
    let server = try #require(Repository.motoServer)
    _ = try await Subprocess.run(
      .name("env"), arguments: [server, "-H", "127.0.0.1", "-p", "0"],
      environment: .custom(home.variables()), input: .none, output: .discarded,
      error: .sequence
    ) { execution in
      defer { try? execution.send(signal: .kill) }
      for try await line in execution.standardError.strings() {
        guard let start = line.range(of: "http://127.0.0.1:")?.lowerBound else { continue }
        let url = line[start...].prefix { !$0.isWhitespace }
        return try await body(try await peopled(String(url), home))
      }
      throw NeverCame(what: "moto's address", screen: "")
    }
  }

  private static func peopled(_ url: String, _ home: Home) async throws -> Moto {
    let setUp = try await home.run([try #require(Repository.python), "-c", people, url])
    guard setUp.status == 0 else { throw NeverCame(what: "moto's user", screen: setUp.errors) }
    return Moto(url: url, keys: try setUp.json())
  }

  /// Signatures and policies are checked from the moment that `reset-auth` is told 0.
  private static let people = """
    import boto3, json, sys, urllib.request
    iam = boto3.client("iam", endpoint_url=sys.argv[1], region_name="us-east-1",
                       aws_access_key_id="any", aws_secret_access_key="any")
    def policy(**statement):
        return json.dumps({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", **statement}]})
    everything = policy(Action="*", Resource="*")
    iam.create_user(UserName="maya")
    iam.put_user_policy(UserName="maya", PolicyName="all", PolicyDocument=everything)
    key = iam.create_access_key(UserName="maya")["AccessKey"]
    iam.create_role(RoleName="Admin", AssumeRolePolicyDocument=policy(
        Action="sts:AssumeRole", Principal={"AWS": "arn:aws:iam::123456789012:user/maya"}))
    iam.put_role_policy(RoleName="Admin", PolicyName="all", PolicyDocument=everything)
    url, plain = sys.argv[1] + "/moto-api/reset-auth", {"Content-Type": "text/plain"}
    urllib.request.urlopen(urllib.request.Request(url, b"0", plain)).read()
    print(json.dumps({"id": key["AccessKeyId"], "secret": key["SecretAccessKey"]}))
    """
}
