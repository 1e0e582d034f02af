import AWSConfig
import Crypto
import Files
import Glibc
import Text

/// The folders of the AWS CLI's caches: below `~/.aws`, wherever its two files are (botocore).
///
/// `SWITCHBACK_AWS_HOME` replaces `~/.aws`, so that the demo and tests do not touch the user's
/// files.
package struct AWSCachePaths: Equatable {
  package var roles: String
  package var tokens: String
  package var logins: String

  package init(environment: [String: String]) {
    let home = environment["HOME"] ?? homeDirectory(of: nil) ?? "/"
    let own = environment["SWITCHBACK_AWS_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    let aws = own ?? home + "/.aws"
    let chosen = environment["AWS_LOGIN_CACHE_DIRECTORY"].flatMap { $0.isEmpty ? nil : $0 }
    roles = aws + "/cli/cache"
    tokens = aws + "/sso/cache"
    logins = chosen ?? aws + "/login/cache"
  }
}

/// A file of a login could not be removed.
package struct FileRemovalError: Error, Sendable, Hashable, CustomStringConvertible {
  package var path: String
  package var reason: String

  package var description: String {
    "\(forDisplay(path, limit: 300)) could not be removed: \(reason)."
  }
}

/// Removes a file; false if it did not exist.
///
/// Throws if it still exists.
func removeFile(_ path: String) throws(FileRemovalError) -> Bool {
  guard unlink(path) != 0 else { return true }
  let error = SystemError.latest
  // A read-only file system gives its error even if the file does not exist.
  var found = stat()
  guard error.code != ENOENT, lstat(path, &found) == 0 || errno != ENOENT else { return false }
  throw FileRemovalError(path: path, reason: "\(error)")
}

/// The result for several files, and a sentence for each file that failed.
package struct PartialResult<Value: Sendable>: Sendable {
  package var value: Value
  package var problems: [String] = []
}

/// The names of a cache's files; empty, with a problem, if the folder cannot be read.
func jsonFiles(in folder: String) -> PartialResult<[String]> {
  cacheFiles(in: folder) { $0.hasSuffix(".json") }
}

/// The names of the files of a folder that `isOne` accepts.
func cacheFiles(in folder: String, where isOne: (String) -> Bool) -> PartialResult<[String]> {
  do throws(SystemError) {
    return PartialResult(value: try files(in: folder).filter(isOne).sorted())
  } catch {
    let readError = FileReadError(path: folder, reason: "\(error)")
    return PartialResult(value: [], problems: ["\(readError)"])
  }
}

/// The SHA-256 digest of a text, as 64 hex digits.
package func sha256(_ text: String) -> String {
  hex(SHA256.hash(data: Array(text.utf8)))
}

/// The SHA-1 digest of a text, as 40 hex digits: the name of a cache file of the AWS CLI.
package func sha1(_ text: String) -> String {
  hex(Insecure.SHA1.hash(data: Array(text.utf8)))
}

private func hex(_ bytes: some Sequence<UInt8>) -> String {
  let digits = Array("0123456789abcdef".utf8)
  return String(
    decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}
