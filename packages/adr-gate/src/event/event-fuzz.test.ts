// Event files and environments of any form: the gate's reading answers, and never throws; a body is read as it is or said to be unreadable.
import fc from "fast-check";
import { expect, it } from "vitest";
import { readReview } from "./review.js";

const isFull = process.env["CAIO_TRUST"] === "full";
const numRuns = Number(process.env["CAIO_TRUST_FUZZ"] ?? (isFull ? 1_000_000 : 10_000));
const seed = 7 + Number(process.env["CAIO_TRUST_SEED"] ?? 0);

const words = [
  "pull_request",
  "merge_group",
  "push",
  "body",
  "base",
  "head",
  "repo",
  "sha",
  "ref",
  "full_name",
  "user",
  "login",
  "draft",
  "before",
  "after",
  "__proto__",
  "constructor",
  "toString",
  "action",
  "repository",
  "merge_commit_sha",
  "base_sha",
];
const key = fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...words) }, fc.string({ maxLength: 4 }));
const scalar = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom("0".repeat(40), "a".repeat(40), "refs/heads/x", ""),
  fc.boolean(),
  fc.constant(null),
  fc.double(),
);
const pairs = (value: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.array(fc.tuple(key, value), { maxLength: 5 }).map((all) => `{${all.map(([name, one]) => `${JSON.stringify(name)}: ${one}`).join(", ")}}`);
const { value } = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    scalar.map((one) => JSON.stringify(one) ?? "null"),
    pairs(tie("value")),
    fc.array(tie("value"), { maxLength: 3 }).map((all) => `[${all.join(", ")}]`),
  ),
}));
/** An event as GitHub writes it, with any value in any place. */
const event = fc.record({ body: value, draft: value, head: value, base: value, user: value, rest: pairs(value), outer: key }).map(
  ({ rest, outer, ...pull }) =>
    `{"${outer.replace(/["\\\u0000-\u001f]/g, "")}": {${Object.entries(pull)
      .map(([name, one]) => `"${name}": ${one}`)
      .join(", ")}}, "repository": ${rest}}`,
);
const broken = fc.tuple(event, fc.nat(400), fc.string({ maxLength: 3 })).map(([text, at, more]) => text.slice(0, at) + more + text.slice(at + more.length));
const payload = fc.oneof(event, broken, value);
const variables = [
  "CI",
  "GITHUB_EVENT_NAME",
  "GITHUB_REPOSITORY",
  "CI_MERGE_REQUEST_IID",
  "CI_MERGE_REQUEST_DESCRIPTION",
  "CI_MERGE_REQUEST_TITLE",
  "CI_MERGE_REQUEST_TARGET_BRANCH_SHA",
  "BITBUCKET_PR_ID",
  "SYSTEM_PULLREQUEST_TARGETBRANCH",
  "CHANGE_ID",
  "CHANGE_TARGET",
];
const environment = fc.dictionary(
  fc.constantFrom(...variables),
  fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom("pull_request", "push", "merge_group")),
  {
    maxKeys: 4,
  },
);

it(
  `${numRuns} events and environments`,
  () => {
    let reviews = 0;
    let unreadable = 0;
    fc.assert(
      fc.property(fc.option(payload, { nil: undefined }), environment, (text, variable) => {
        const answer = readReview({ environment: variable, payload: text });
        if ("error" in answer) unreadable++;
        if ("error" in answer || "skip" in answer) return;
        reviews++;
        expect(answer.body === null || typeof answer.body === "string").toBe(true);
        for (const one of [...answer.bases, answer.head, answer.merge, answer.author, answer.repository]) expect(["string", "undefined"]).toContain(typeof one);
        // What the event says of its body is what is judged.
        if (text !== undefined && answer.event === "pull_request") {
          const { pull_request: pull } = JSON.parse(text.replace(/^\ufeff/, "")) as { pull_request?: { body?: unknown } };
          expect(answer.body).toBe(pull?.body ?? null);
        }
      }),
      { numRuns, seed },
    );
    expect(reviews).toBeGreaterThan(numRuns / 50);
    expect(unreadable).toBeGreaterThan(numRuns / 50);
  },
  isFull ? 3_600_000 : 120_000,
);
