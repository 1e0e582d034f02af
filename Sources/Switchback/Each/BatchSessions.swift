import AWSConfig
import Accounts
import Credentials
import HTTP
import Secrets
import Text

/// The sessions of many entries, with a limited call rate, and each question asked only once.
struct BatchSessions: Sendable {
  /// Why there is no session.
  enum SessionUnavailableError: Error {
    /// The user has to log in or to type a code.
    case unanswered(String)
    case refused(String)
  }

  private let switcher: Switcher
  private let options: SessionOptions

  init(_ switcher: Switcher, _ options: SessionOptions) {
    self.options = options
    var world = switcher.world
    world.sender = rateLimited(world.sender, callsPerSecond: callsPerSecond)
    self.switcher = Switcher(world, switcher.configuration)
  }

  private var world: World { switcher.world }

  /// The plan for an entry's session.
  ///
  /// Throws a `SessionUnavailableError` if its chain cannot be used.
  func plan(_ entry: Entry) throws(SessionUnavailableError) -> Plan {
    do {
      var plan = try SwitchTarget.entry(entry).plan(
        options, in: switcher.configuration, world.environment)
      plan.services.attempts = max(plan.services.attempts, leastAttempts)
      return plan
    } catch {
      throw .refused(CommandError(error, entry: entry.name).description)
    }
  }

  /// True if a cached session can be used.
  func hasSession(_ plan: Plan) -> Bool {
    plan.hasSession(in: world.credentialDependencies(plan.settings, sharesRoles: false))
  }

  /// The session, after asking the user for codes and logins as needed.
  ///
  /// Throws a `CommandError`.
  func interactiveSession(_ plan: Plan) async throws -> Session {
    try await switcher.resolvedSession(plan, loggingIn: true)
  }

  /// The session, without asking the user.
  ///
  /// `say` takes warnings. Throws a `SessionUnavailableError`, or `CancellationError`.
  func session(
    _ plan: Plan, say: @escaping @Sendable (String) -> Void
  ) async throws -> Session {
    var dependencies = world.credentialDependencies(plan.settings, sharesRoles: plan.sharesRoles)
    dependencies.say = say
    do {
      return try await plan.resolve(with: dependencies)
    } catch let needed as CodeNeededError {
      throw SessionUnavailableError.unanswered("\(needed)")
    } catch let needed as LoginNeededError {
      throw SessionUnavailableError.unanswered("\(needed)")
    } catch let error as CancellationError {
      throw error
    } catch {
      throw SessionUnavailableError.refused(
        plan.commandError(error, entry: plan.name).description)
    }
  }
}

/// AWS allows about 20 calls per second for all users of an account.
///
/// Calls may arrive closer together than they were sent.
private let callsPerSecond = 18

/// The minimum number of attempts.
///
/// Many calls at once are throttled more often than a single one.
private let leastAttempts = 8

/// A question to the user for an entry.
///
/// Entries with the same question share the answer.
enum CredentialQuestion: Hashable, Sendable {
  case login(SSOLogin)
  /// A code of a device. `owner` is the access key that entries share, else the entry itself.
  case code(device: String, owner: String)
}

extension RoleChain {
  /// The questions that may be needed for the session of the entry with this name.
  func questions(for entry: String) -> Set<CredentialQuestion> {
    var questions: Set<CredentialQuestion> = []
    if case .sso(let source) = base { questions.insert(.login(source.login)) }
    for (index, hop) in hops.enumerated() {
      guard let device = hop.mfaSerial, hop.mfaProcess == nil else { continue }
      let shared = index == 0 && sharesDevice && hop.durationSeconds ?? 3600 <= 3600
      let owner = shared ? base.accessKeyID ?? entry : entry
      questions.insert(.code(device: device, owner: owner))
    }
    return questions
  }
}

extension CredentialSource {
  fileprivate var accessKeyID: String? {
    switch self {
    case .staticKeys(let keys, _), .environment(let keys): keys.accessKeyID
    case .webIdentity, .saml, .sso, .process, .login, .container, .instanceMetadata: nil
    }
  }
}
