"""`draw.py SEED OUT FAULTS.json...`: 60 faults of those that were planted, in the proportion that stands here, each project's into OUT. It is written down before anything is scored.

The five kinds that issue 7 names have 40 of the 60; of a kind that has not as many the rest goes to the others, each with two at most.
"""

import json
import random
import sys
from pathlib import Path

NAMED = {"dropped": 12, "CI": 8, "renamed": 7, "marker": 7, "wrong version": 6}
TOTAL, MOST_OF_OTHERS = 60, 2
seed, out = sys.argv[1], Path(sys.argv[2])
random.seed(seed)
pool = [(path, fault) for path in sorted(map(Path, sys.argv[3:])) for fault in json.loads(path.read_text())["faults"]]
random.shuffle(pool)
drawn, counts, by_project = [], {}, {}
# Kinds that the issue names first; then the others, two of each and from the projects that have fewest; then what is left.
for limit in ({**NAMED}, None):
    waiting = [one for one in pool if one not in drawn]
    while waiting and len(drawn) < TOTAL:
        waiting.sort(key=lambda one: by_project.get(one[0], 0))
        path, fault = waiting.pop(0)
        kind = fault["kind"]
        most = limit.get(kind, 0) if limit else MOST_OF_OTHERS
        if counts.get(kind, 0) >= most or (limit is None and kind in NAMED):
            continue
        drawn.append((path, fault))
        counts[kind], by_project[path] = counts.get(kind, 0) + 1, by_project.get(path, 0) + 1
for path, fault in pool:
    if len(drawn) < TOTAL and (path, fault) not in drawn:
        drawn.append((path, fault))
        counts[fault["kind"]] = counts.get(fault["kind"], 0) + 1
out.mkdir(exist_ok=True, parents=True)
for path in sorted({path for path, _ in pool}):
    plan = json.loads(path.read_text())
    (out / path.name).write_text(json.dumps({**plan, "faults": [fault for where, fault in drawn if where == path]}, indent=1))
print(len(drawn), "of", len(pool), "faults of", len({path for path, _ in pool}), "projects:", dict(sorted(counts.items(), key=lambda one: -one[1])))
