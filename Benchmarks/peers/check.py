"""What a careful person would write instead of metrolint: the same set, the same rules, as fast as Python libraries
in C and Rust let it be, and one line a finding without columns, suggestions or fixes.

    check.py SCHEMA FOLDER

Exit status 1 when there are findings.
"""

import json
import pathlib
import sys

import jsonschema_rs
import yaml


class Loader(yaml.CSafeLoader):
    """Dates stay text, as JSON Schema knows them."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def documents(path):
    with open(path, "rb") as file:
        return list(yaml.load_all(file, Loader))


def days(date):
    if isinstance(date, dict):
        return [date["start"], date["end"]]
    return date if isinstance(date, list) else [date]


class Check:
    def __init__(self, schema, root):
        self.root = root
        self.activity = jsonschema_rs.validator_for(json.loads(schema.read_text()))
        self.findings = []

    def report(self, path, message):
        self.findings.append(f"{path.relative_to(self.root)}: {message}")

    def load(self, path):
        try:
            return documents(path)
        except yaml.YAMLError as error:
            self.report(path, str(error).replace("\n", " "))
            return []

    def keys(self, entries, name):
        found = {}
        for entry in entries:
            for key in [entry[name], *entry.get("aliases", [])]:
                if key in found:
                    self.report(self.root, f"{key} is there twice")
                found[key] = entry[name]
        return found

    def read_network(self):
        plan = self.load(self.root / "plan.yaml")[0]
        self.line_of = {}
        for line in plan["lines"]:
            for action in line["actions"]:
                if not action["code"].startswith(line["code"]):
                    self.report(self.root / "plan.yaml", f"{action['code']} is not of {line['code']}")
                for outcome in action["outcomes"]:
                    if not outcome["code"].startswith(action["code"]):
                        self.report(self.root / "plan.yaml", f"{outcome['code']} is not of {action['code']}")
                    self.line_of[outcome["code"]] = line["code"]
        self.challenges = self.keys(self.load(self.root / "challenges.yaml")[0]["challenges"], "code")
        self.alliances = self.keys(self.load(self.root / "alliances.yaml")[0]["alliances"], "name")
        staff = {person["person"] for person in self.load(self.root / "secretariat.yaml")[0]["staff"]}

        regions = [(path, self.load(path)[0]) for path in sorted((self.root / "membership").glob("*.yaml"))]
        self.members = self.keys([member for _, region in regions for member in region["members"]], "name")
        self.member_count = sum(len(region["members"]) for _, region in regions)
        once = {"presidency": 0, "treasury": 0}
        for path, region in regions:
            own = {member["name"] for member in region["members"]}
            roles = [seat["role"] for seat in region["board"]]
            for seat in region["board"] + region["focal_points"]:
                member = seat.get("member", [])
                for name in member if isinstance(member, list) else [member]:
                    if name not in own:
                        self.report(path, f"{name} is no member of this region")
                if seat["role"] == "regional-officer" and seat["person"] not in staff:
                    self.report(path, f"{seat['person']} is not on the staff")
            if not 1 <= roles.count("co-presidency") <= 2 or roles.count("regional-vice-presidency") > 2:
                self.report(path, "the board has too many seats of a kind, or too few")
            for role in once:
                once[role] += roles.count(role)
        for role, count in once.items():
            if count > 1:
                self.report(self.root, f"{count} seats for the {role}")

    def refer(self, path, values, index, what, used):
        for value in values:
            if value in index:
                used.add(index[value])
            else:
                self.report(path, f"{value} is no {what}")

    def check_activities(self):
        report = self.load(self.root / "report.yaml")[0]
        period = report["period"]
        engaged, outcomes, challenges, seen = set(), set(), set(), {}
        line_of = {code: code for code in self.line_of}
        for path in sorted((self.root / "activities").rglob("*.yaml")):
            for activity in self.load(path):
                if not self.activity.is_valid(activity):
                    for error in self.activity.iter_errors(activity):
                        self.report(path, error.message)
                    continue
                self.refer(path, activity.get("members", []), self.members, "member", engaged)
                self.refer(path, activity["outcomes"], line_of, "outcome", outcomes)
                self.refer(path, activity.get("challenges", []), self.challenges, "challenge", challenges)
                self.refer(path, activity.get("alliances", []), self.alliances, "alliance", set())
                if not any(self.line_of.get(code) == activity["line"] for code in activity["outcomes"]):
                    self.report(path, f"no outcome of {activity['line']}")
                dates = days(activity["date"])
                if not all(period["start"] <= day <= period["end"] for day in dates) or dates[0] > dates[-1]:
                    self.report(path, f"{dates} is not in the period")
                if not path.name.startswith(dates[0]):
                    self.report(path, f"the file's name does not begin with {dates[0]}")
                key = (activity["title"], str(activity["date"]))
                if key in seen:
                    self.report(path, f"the same activity as in {seen[key]}")
                seen[key] = path
        meetings = self.root / "meetings.yaml"
        for meeting in self.load(meetings)[0]["meetings"]:
            self.refer(meetings, meeting.get("members", []), self.members, "member", engaged)
            self.refer(meetings, meeting.get("alliances", []), self.alliances, "alliance", set())

        path = self.root / "report.yaml"
        if report["claims"]["members"] != self.member_count:
            self.report(path, f"{self.member_count} members are listed")
        for name, index, used in [
            ("engaged_members", self.members, engaged),
            ("outcomes", line_of, outcomes),
            ("challenges", self.challenges, challenges),
        ]:
            claimed = {index.get(value, value) for value in report[name]}
            for value in sorted(claimed ^ used):
                self.report(path, f"{name}: {value} is on one side only")


def main():
    check = Check(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
    check.read_network()
    check.check_activities()
    for finding in sorted(check.findings):
        print(finding)
    sys.exit(1 if check.findings else 0)


main()
