import Foundation
import Testing

/// What botocore, which the AWS CLI reads its files with, makes of files.
struct BotocoreReading: Decodable {
  typealias Profiles = [String: [String: Tree]]

  /// Nil where it refuses the file.
  var profiles: Profiles?
  /// The sections of each name, as botocore would have them if it merged what stands twice, and
  /// names had no white space around them; nil where it still refuses the file.
  var merged: [String: [[String: Tree]]]?

  /// Where `Tests/all` installs botocore; nil where it has not.
  static let python: String? = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let path = root.appending(path: ".build/venv/bin/python").path
    return FileManager.default.isExecutableFile(atPath: path) ? path : nil
  }()

  /// Reads texts, all as config files or all as credentials files.
  static func read(_ texts: [String], isConfig: Bool) throws -> [BotocoreReading] {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (number, text) in texts.enumerated() {
      try Data(text.utf8).write(to: folder.appending(path: "\(number)"))
    }
    let process = Process()
    process.executableURL = URL(filePath: try #require(python))
    process.arguments = [
      "-c", script, folder.path, "\(texts.count)", isConfig ? "config" : "credentials",
    ]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let answer = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return try JSONDecoder().decode([BotocoreReading].self, from: answer)
  }

  private static let script = """
    import configparser, json, re, sys
    from botocore import configloader
    from botocore.exceptions import ConfigParseError
    strict = configparser.RawConfigParser

    class Merging(strict):
        def __init__(self):
            super().__init__(strict=False)

    def profiles(sections):
        if sys.argv[3] != "config":
            return sections
        return configloader.build_profile_map(sections)["profiles"]

    def named(sections):
        # Ours to decide: white space around a name is none of it, where no other has that name.
        all, others = {}, set()
        for name, values in sections.items():
            for profile, values in profiles({name: values}).items():
                all.setdefault(profile, []).append(values)
        for name, values in sections.items():
            # Nor is a comment after a header.
            cut = re.sub(r"\\][ \\t]+[#;].*", "", name).strip()
            if name != cut:
                for profile, values in profiles({cut: values}).items():
                    if profile not in all or profile in others:
                        all[profile] = [values]
                        others.add(profile)
        return all

    def read(path, is_merging):
        configparser.RawConfigParser = Merging if is_merging else strict
        try:
            sections = configloader.raw_config_parse(path)
        except ConfigParseError:
            return None
        return named(sections) if is_merging else profiles(sections)

    folder, count = sys.argv[1], int(sys.argv[2])
    files = ["%s/%d" % (folder, number) for number in range(count)]
    print(json.dumps([{"profiles": read(f, False), "merged": read(f, True)} for f in files]))
    """
}
