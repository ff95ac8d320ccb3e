# Runs commands in turn and says what each cost: wall, CPU and peak memory, as the kernel counts them for the process and those it waited for.
# Reads {"runs": N, "commands": [{"argv": [...], "cwd": "...", "env": {...}}]}; writes [[{wall, cpu, memory, status}, ...] per command].
import json, os, sys, time

def measure(command):
    sink = os.open(os.devnull, os.O_RDWR)
    actions = [(os.POSIX_SPAWN_DUP2, sink, fd) for fd in (0, 1, 2)]
    here = os.getcwd()
    os.chdir(command["cwd"])
    started = time.perf_counter()
    pid = os.posix_spawnp(command["argv"][0], command["argv"], command["env"], file_actions=actions)
    _, status, usage = os.wait4(pid, 0)
    wall = time.perf_counter() - started
    os.chdir(here)
    os.close(sink)
    unit = 1 if sys.platform == "darwin" else 1024
    return {"wall": wall, "cpu": usage.ru_utime + usage.ru_stime, "memory": usage.ru_maxrss * unit, "status": os.waitstatus_to_exitcode(status)}

plan = json.load(sys.stdin)
commands = plan["commands"]
samples = [[] for _ in commands]
for turn in range(plan["runs"] + 1):
    # Each begins a round as often as the others; the first round warms up and does not count.
    for step in range(len(commands)):
        at = (turn + step) % len(commands)
        sample = measure(commands[at])
        if turn > 0:
            samples[at].append(sample)
json.dump(samples, sys.stdout)
