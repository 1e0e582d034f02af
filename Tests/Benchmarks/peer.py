"""The peer of the picker's benchmarks: an fzf, where there is one, and the same accounts for both."""
import argparse
import random
import shutil

TEAMS = "payments orders search billing warehouse identity media fraud ledger mobile".split()
STAGES = "prod staging dev sandbox audit dr".split()
ROLES = "Admin ReadOnlyAccess PowerUserAccess BillingViewer deploy".split()


def options(description, default_binary):
    parser = argparse.ArgumentParser(description=description.split("\n")[0])
    parser.add_argument("--binary", default=default_binary)
    parser.add_argument("--peer", default=shutil.which("fzf"), help="an fzf; default: the one in PATH")
    parser.add_argument("--count", type=int, help="how many entries or lines")
    parser.add_argument("--rounds", type=int, default=7)
    return parser.parse_args()


def accounts(count):
    """(name, account, role), the same each time."""
    r = random.Random(11)
    for i in range(count):
        yield f"{r.choice(TEAMS)}-{r.choice(STAGES)}-{i}", "%012d" % r.randrange(10**12), r.choice(ROLES)


def config(count):
    base = "[profile base]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = s\n\n"
    return base + "".join(
        f"[profile {name}]\nrole_arn = arn:aws:iam::{account}:role/{role}\nsource_profile = base\n"
        f"region = eu-west-1\ngroup = {name.split('-')[0]}\n" for name, account, role in accounts(count))


def lines(count):
    return "".join(f"{name}  {account}  {role}  eu-west-1\n" for name, account, role in accounts(count))
