# measure.py SECONDS COMMAND...: runs a command, passes its output on, and ends with a line `@STATUS CPU-SECONDS PEAK-MIB`.
import resource, subprocess, sys

child = subprocess.Popen(sys.argv[2:], stdin=subprocess.DEVNULL, stderr=subprocess.STDOUT, stdout=subprocess.PIPE)
try:
    out, _ = child.communicate(timeout=float(sys.argv[1]))
except subprocess.TimeoutExpired:
    child.kill()
    out, _ = child.communicate()
used = resource.getrusage(resource.RUSAGE_CHILDREN)
sys.stdout.buffer.write(out)
print(f"\n@{child.returncode} {used.ru_utime + used.ru_stime:.2f} {used.ru_maxrss / 1024:.0f}", end="")
