import AWSConfig
import Secrets
import Testing

/// The SDKs' tables of container addresses and tokens.
@Suite(.enabled(if: Conformance.isPresent, "skipped: ../shared/conformance is absent"))
struct ContainerTests {
  struct Rust: Decodable {
    struct Case: Decodable {
      struct Result: Decodable {
        var Ok: String?
      }

      var docs: String
      var env: [String: String]
      var result: Result
    }

    var tests: [Case]
  }

  struct PHP: Decodable {
    struct Expectation: Decodable {
      struct Request: Decodable {
        var uri: String
        var headers: [String: String]
      }

      var request: Request?
    }

    struct TokenFile: Decodable {
      var content: String?
    }

    var description: String
    var env: [String: String]
    var token_file: TokenFile?
    var expect: Expectation
  }

  @Test func everyAddressIsTheOneThatRustAsks() throws {
    let suite: Rust = try Conformance.decoded("smithy-rs/ecs-tests.json")
    #expect(suite.tests.count == 11)
    for example in suite.tests {
      let chain = Result { try SharedConfig("").ambientChain(environment: example.env) }
      if let url = example.result.Ok {
        #expect(try chain.get().container?.url == url, "\(example.docs)")
      } else {
        #expect(throws: ChainError.self, "\(example.docs)") { try chain.get() }
      }
    }
  }

  @Test func everyRequestIsTheOneThatPHPMakes() throws {
    let cases: [PHP] = try Conformance.decoded("aws-sdk-php/uri-token-resolution.json")
    #expect(cases.count == 13)
    // The token's file is read when the credentials are fetched, which is another room's business.
    for example in cases where example.description != "should reject invalid token file path" {
      let chain = Result { try SharedConfig("").ambientChain(environment: example.env) }
      guard let request = example.expect.request else {
        #expect(throws: ChainError.self, "\(example.description)") { try chain.get() }
        continue
      }
      let source = try #require(try chain.get().container, "\(example.description)")
      #expect(source.url == request.uri, "\(example.description)")
      let token: String? =
        switch source.authorization {
        case .none: nil
        case .token(let token): token.revealed
        case .file(let path):
          path == example.env["AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"]
            ? example.token_file?.content : "another file"
        }
      #expect(token == request.headers["Authorization"], "\(example.description)")
    }
  }
}

extension RoleChain {
  fileprivate var container: ContainerSource? {
    if case .container(let source) = base { source } else { nil }
  }
}
