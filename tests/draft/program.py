"""A program that speaks the protocol on its streams, well or badly: the first argument says how."""

import json
import sys
import time

how = sys.argv[1]
if how == "deaf":
    sys.stdin.close()
    sys.exit(3)
for line in sys.stdin:
    paragraph = json.loads(line)
    number, text = paragraph["paragraph"], paragraph["text"]
    item = {"from": "china", "tie": "SELLS_ARMS_TO", "to": "iran", "quote": "China sold drones to Iran"}
    answer = json.dumps({"paragraph": number, "claims": [item] if item["quote"] in text else []})
    if how == "slow" and number == 3:
        time.sleep(60)
    if how == "cut" and number == 3:
        sys.stdout.write(answer[:-4])
        sys.exit(0)
    if how == "wrong" and number == 3:
        answer = "no JSON here"
    if how == "many":
        answer = json.dumps({"paragraph": number, "claims": [{**item, "quote": f"q{n}"} for n in range(10_000)]})
    if how == "late" and number == 3:
        answer = json.dumps({"paragraph": 2, "claims": [item]})
    print(answer, flush=True)
