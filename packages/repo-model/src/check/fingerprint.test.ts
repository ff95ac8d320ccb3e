// Fingerprints: what they are made of, when they are made, and what stands in for a value.
import { scryptSync } from "node:crypto";
import { describe, expect, it, vi } from "vitest";
import { repoPath, sourceText } from "../text/index.js";
import type { GuardedText } from "./finding.js";
import { identitiesOf, withFingerprints } from "./fingerprint.js";
import { plainFinding, WholeFinding } from "./whole-finding.js";

const source = sourceText(repoPath("a.md"), "one\ntwo\none\n");
const found = (start: number, fingerprintText?: string | GuardedText) => ({
  rule: "check/rule" as const,
  ruleId: "rule",
  message: "",
  severity: "error" as const,
  at: source.at([start, start + 3]),
  ...(fingerprintText === undefined ? {} : { fingerprintText }),
});

describe("identities", () => {
  it("are the same whether they are asked for one by one or all at once", () => {
    const findings = [found(0), found(4), found(8)];
    const late = identitiesOf(findings).toReversed();
    expect(late.map(({ fingerprint, place }) => [fingerprint, place]).toReversed()).toEqual(
      withFingerprints(findings).map(({ fingerprint, place }) => [fingerprint, place]),
    );
    expect(new Set(late.map(({ fingerprint }) => fingerprint)).size).toBe(3);
    expect(new Set(late.map(({ place }) => place)).size).toBe(2);
  });

  it("are made when they are asked for and not before", () => {
    const text = vi.fn(() => "a place");
    const finding = Object.defineProperty(found(0), "fingerprintText", { get: text });
    const [identity] = identitiesOf([finding]);
    expect(text).not.toHaveBeenCalled();
    expect(identity?.fingerprint).toMatch(/^[0-9a-f]{32}$/);
    expect(text).toHaveBeenCalledOnce();
  });
});

describe("a value that a person may have thought of", () => {
  const fingerprint = (text: string | GuardedText): string | undefined => withFingerprints([found(0, text)])[0]?.fingerprint;

  it("is told apart from another and holds scrypt's hash alone", () => {
    const guarded = { text: "password = ", value: "letmein", salt: "rule a.md" };
    expect(fingerprint(guarded)).not.toBe(fingerprint({ ...guarded, value: "letmeout" }));
    expect(fingerprint(guarded)).not.toBe(fingerprint({ ...guarded, salt: "rule b.md" }));
    expect(fingerprint(guarded)).toBe(fingerprint(`password = ${scryptSync("letmein", "rule a.md", 16, { N: 4096 }).toString("hex")}`));
  });
});

describe("a whole finding", () => {
  const whole = new WholeFinding("check/rule", "error", { message: "m", at: source.at([0, 3]), help: "h" }, { fingerprint: "f", place: "p" });

  it("has its identity, and no field that it was not given", () => {
    expect([whole.fingerprint, whole.place, Object.keys(whole)]).toEqual(["f", "p", ["message", "at", "help", "rule", "severity"]]);
  });

  it("becomes a copy that may be spread", () => {
    expect({ ...plainFinding(whole) }).toMatchObject({ rule: "check/rule", help: "h", fingerprint: "f", place: "p" });
  });
});
