import AWSConfig
import Accounts
import Credentials
import HTTP
import Secrets
import Text

/// The sessions of many entries, with AWS asked at a pace that all accounts bear, and people asked once.
struct BatchSessions: Sendable {
  /// Why there is no session.
  enum SessionUnavailableError: Error {
    /// Somebody has to log in, or to type a code.
    case unanswered(String)
    case refused(String)
  }

  private let switching: Switcher
  private let choice: SessionOptions

  init(_ switching: Switcher, _ choice: SessionOptions) {
    self.choice = choice
    var world = switching.world
    world.sender = rateLimited(world.sender, callsPerSecond: callsPerSecond)
    self.switching = Switcher(world, switching.configuration)
  }

  private var world: World { switching.world }

  /// How an entry's session is got; throws a `SessionUnavailableError` where what its chain says leads nowhere.
  func plan(_ entry: Entry) throws(SessionUnavailableError) -> Plan {
    do {
      var plan = try SwitchTarget.entry(entry).plan(
        choice, in: switching.configuration, world.environment)
      plan.services.attempts = max(plan.services.attempts, leastAttempts)
      return plan
    } catch {
      throw .refused(CommandError(error, entry: entry.name).description)
    }
  }

  /// True where the session is there already.
  func hasSession(_ plan: Plan) -> Bool {
    let fingerprint = plan.request().fingerprint
    let session = world.sessions.session(of: plan.name, fingerprint: fingerprint)
    let world = self.world.withClock(plan.settings)
    guard let session, world.tokens.hasLogin(of: session) else { return false }
    return session.isFresh(at: world.now(), machine: world.machineTime())
  }

  /// The session, with whoever is at the terminal asked what AWS wants to know; throws a `CommandError`.
  func interactiveSession(_ plan: Plan) async throws -> Session {
    try await switching.resolvedSession(plan, loggingIn: true)
  }

  /// The session, without a question; `say` takes what is worth knowing.
  ///
  /// Throws a `SessionUnavailableError`, or `CancellationError`.
  func session(
    _ plan: Plan, say: @escaping @Sendable (String) -> Void
  ) async throws -> Session {
    var outside = world.credentialDependencies(plan.settings, sharesRoles: plan.sharesRoles)
    outside.say = say
    do {
      switch try await withTimeout({ [outside] in try await step(plan.request(), nil, outside).1 })
      {
      case .done(let session): return session
      case .codeNeeded(let request):
        throw SessionUnavailableError.unanswered(
          "\(plan.name.cleaned) needs an MFA code of \(request.device.cleaned). Run this on a "
            + "terminal, or switch to the entry once before.")
      }
    } catch let needed as LoginNeededError {
      throw SessionUnavailableError.unanswered("\(needed)")
    } catch let error as CancellationError {
      throw error
    } catch let lack as SessionUnavailableError {
      throw lack
    } catch {
      throw SessionUnavailableError.refused(plan.failure(error, entry: plan.name).description)
    }
  }
}

/// AWS allows about twenty a second for everybody in an account; calls may arrive closer than they were sent.
private let callsPerSecond = 18

/// One of many that come at once is throttled more often than one alone.
private let leastAttempts = 8

/// What a person may be asked for the sake of an entry: entries with a question in common share its answer.
enum CredentialQuestion: Hashable, Sendable {
  case login(SSOLogin)
  /// A code of a device, for whoever `owner` names: the access key that entries share, else the entry itself.
  case code(device: String, owner: String)
}

extension RoleChain {
  /// What may be asked on the way to the session of the entry of that name.
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
    default: nil
    }
  }
}
