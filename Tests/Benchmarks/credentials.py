#!/usr/bin/env python3
"""How long `switchback credentials` takes on a warm cache, beside `switchback --version`, an empty Swift program and
`aws configure export-credentials`.

The session comes from the AWS CLI's own role cache, which both read, or, with ours sealed, from ours: a pretend STS
on loopback grants it once. All run in turn, so that whatever else the machine does slows all; medians are compared.
"""
import http.server
import json
import os
import shutil
import statistics
import tempfile
import threading
import time
from pathlib import Path

from measured import arguments, empty_program, home, seconds, words

CONFIG = """[profile base]
aws_access_key_id = AKIAIOSFODNN7EXAMPLE
aws_secret_access_key = s
[profile prod]
role_arn = arn:aws:iam::111122223333:role/Admin
source_profile = base
region = eu-west-1
"""
ANSWER = """<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult>
<AssumedRoleUser><AssumedRoleId>AROA:s</AssumedRoleId>
<Arn>arn:aws:sts::111122223333:assumed-role/Admin/s</Arn></AssumedRoleUser>
<Credentials><AccessKeyId>ASIAIOSFODNN7EXAMPLE</AccessKeyId><SecretAccessKey>s</SecretAccessKey>
<SessionToken>%s</SessionToken><Expiration>%s</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>"""
OVER_VERSION, OVER_EMPTY, OVER_AWS = 2, 5, 60


class STS(http.server.BaseHTTPRequestHandler):
    calls = 0

    def do_POST(self):
        STS.calls += 1
        self.rfile.read(int(self.headers["Content-Length"]))
        end = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() + 3600))
        answer = (ANSWER % ("t" * 400, end)).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_):
        pass


def main():
    options = arguments(__doc__)
    aws = next((path for path in ("/usr/bin/aws", shutil.which("aws")) if path and os.access(path, os.X_OK)), None)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), STS)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with tempfile.TemporaryDirectory() as folder:
        environment = home(folder, CONFIG)
        environment |= {"AWS_ENDPOINT_URL": "http://127.0.0.1:%d" % server.server_port, "XDG_RUNTIME_DIR": folder,
                        "AWS_EC2_METADATA_DISABLED": "true"}
        commands = {"empty": [empty_program(folder)], "version": [options.binary, "--version"],
                    "credentials": [options.binary, "credentials", "prod"]}
        seconds(commands["credentials"], environment)
        if aws:
            warm_cache_of_aws(Path(folder))
            commands["aws"] = [aws, "configure", "export-credentials", "--profile", "prod"]
        times = {name: [] for name in commands}
        for turn in range(options.runs + 3):
            for name, command in commands.items():
                if name == "aws" and turn % 8:
                    continue  # half a second each
                taken = seconds(command, environment)
                if turn >= 3 or name == "aws":
                    times[name].append(taken)
    report(times)


def warm_cache_of_aws(folder):
    """The role under the name that the AWS CLI looks for, so that it asks nobody either."""
    import hashlib
    end = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() + 3600))
    name = hashlib.sha1(b'{"RoleArn": "arn:aws:iam::111122223333:role/Admin"}').hexdigest()
    cache = folder / ".aws/cli/cache"
    cache.mkdir(parents=True)
    (cache / (name + ".json")).write_text(json.dumps({"Credentials": {
        "AccessKeyId": "ASIAIOSFODNN7EXAMPLE", "SecretAccessKey": "s", "SessionToken": "t", "Expiration": end}}))


def report(times):
    for name, taken in times.items():
        print("%-11s median %7.2f ms, fastest %7.2f, slowest %7.2f, %d runs" % (name, *words(taken), len(taken)))
    median = {name: statistics.median(taken) for name, taken in times.items()}
    warm = median["credentials"]
    print("calls to STS: %d (goal: 1)" % STS.calls)
    print("switchback credentials, warm: %.2f ms over --version (goal: at most %d)"
          % ((warm - median["version"]) * 1e3, OVER_VERSION))
    print("                              %.1f times an empty static program (goal: at most %d)"
          % (warm / median["empty"], OVER_EMPTY))
    if "aws" in median:
        print("                              %.0f times faster than aws configure export-credentials (goal: %d)"
              % (median["aws"] / warm, OVER_AWS))
    else:
        print("                              no aws here to compare with (Debian's awscli)")


main()
