// Where the event comes from: files, pipes, and what never ends.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readCiInput } from "./ci-input.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "caio-ci-input-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const named = (event: string): ReturnType<typeof readCiInput> => readCiInput({}, { event });
const pipe = (): string => {
  const path = join(folder, "pipe");
  execFileSync("mkfifo", [path]);
  return path;
};

it("reads a file", () => {
  writeFileSync(join(folder, "event.json"), "{}");
  expect(named(join(folder, "event.json"))).toEqual({ environment: {}, payload: "{}" });
});

it.runIf(process.platform !== "win32")("does not wait for a pipe that nobody writes to", () => {
  expect(named(pipe())).toEqual({ environment: {}, payload: "" });
});

it.runIf(process.platform !== "win32")("reads what a pipe gives, however slowly", async () => {
  const path = pipe();
  const writer = spawn("sh", ["-c", 'exec 3<>"$1"; echo open; sleep 0.2; printf "{\\"a\\":" >&3; sleep 0.2; printf "1}" >&3', "sh", path], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise((resolve) => writer.stdout.once("data", resolve));
  expect(named(path).payload).toBe('{"a":1}');
});

it.runIf(process.platform !== "win32")("refuses a pipe that gives ever more", async () => {
  const path = pipe();
  const writer = spawn("sh", ["-c", 'exec 3<>"$1"; echo open; exec cat /dev/zero >&3', "sh", path], { stdio: ["ignore", "pipe", "ignore"] });
  await new Promise((resolve) => writer.stdout.once("data", resolve));
  expect(named(path).problem).toBe("The event file cannot be read: it is larger than 32 MiB.");
  writer.kill("SIGKILL");
});
