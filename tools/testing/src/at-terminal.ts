// A program at a real pseudo-terminal: Python's `pty` stands for the person who reads and types.
import { spawnSync } from "node:child_process";

/** What the person waits for, and what is typed then. */
export type Answer = readonly [seen: string, typed: string];

/** All that the terminal showed, without colours and movements, and the exit code. */
export interface Sitting {
  readonly shown: string;
  readonly status: number;
  /** Answers that were not asked for. */
  readonly left: number;
}

const script = `
import fcntl, json, os, pty, select, struct, sys, termios, time
job = json.load(sys.stdin)
pid, fd = pty.fork()
if pid == 0:
    os.chdir(job["cwd"])
    os.execvpe(job["argv"][0], job["argv"], job["env"])
fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 120, 0, 0))
out, mark, answers, end = b"", 0, job["answers"], time.time() + job["limit"]
while time.time() < end:
    if select.select([fd], [], [], 0.2)[0]:
        try:
            part = os.read(fd, 65536)
        except OSError:
            break
        if not part:
            break
        out += part
    elif answers and answers[0][0].encode() in out[mark:]:
        # Only once the program is still: what is typed before it listens is lost.
        mark = len(out)
        os.write(fd, answers.pop(0)[1].encode())
else:
    os.kill(pid, 9)
status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
json.dump({"shown": out.decode("utf8", "replace"), "status": status, "left": len(answers)}, sys.stdout)
`;

/** Runs a program at a terminal of 120 columns; after `limit` seconds it is ended. */
export function atTerminal(
  cwd: string,
  argv: readonly string[],
  answers: readonly Answer[],
  options: { readonly environment?: NodeJS.ProcessEnv; readonly limit?: number } = {},
): Sitting {
  const env = { ...process.env, TERM: "xterm-256color", NO_COLOR: "1", ...options.environment };
  const { stdout, stderr, status } = spawnSync("python3", ["-c", script], {
    input: JSON.stringify({ cwd, argv, answers, env, limit: options.limit ?? 100 }),
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  if (status !== 0) throw new Error(`The terminal failed: ${stderr}`);
  const sitting = JSON.parse(stdout) as Sitting;
  return { ...sitting, shown: sitting.shown.replace(/\u001b\[[0-9;?]*[A-Za-z]|\u001b\][^\u0007]*\u0007/g, "").replaceAll("\r\n", "\n") };
}
