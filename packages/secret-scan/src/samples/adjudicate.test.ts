// What of another scanner's set is no leak, and what a person could not call clean. Values are drawn or put together here.
import { expect, it } from "vitest";
import { providers } from "../providers/index.js";
import { isMadeUp, mayHoldSecret, noLeakReason } from "./adjudicate.js";
import { joinedSecrets } from "./labels.js";
import { randomFrom, samplePrivateKey, sampleToken, sampleValue } from "./sample.js";
import { adjudicated, scoreOf } from "./score.js";

const random = randomFrom(41);
const drawn = (): string => `${sampleValue(30, random)}7q`;
const tokenOf = (id: string): string => {
  const row = providers.find((one) => one.id === id);
  if (row === undefined) throw new Error(id);
  return sampleToken(row, random);
};

it("what was drawn by chance stays a leak", () => {
  for (const text of [`api_key = "${drawn()}"`, `github: ${tokenOf("github-personal-access-token")}`, `password = "Vg4#kR!9x"`, samplePrivateKey()])
    expect(noLeakReason("Some API key", text)).toBeUndefined();
  expect(noLeakReason("Slack webhook URL", `https://${tokenOf("slack-webhook")}`)).toBeUndefined();
});

it.each([
  ["identifier", "Auth0 Client ID", `auth0_client_id = '${drawn()}'`],
  ["identifier", "Okta Domain", "company-name.okta.com"],
  ["hash", "Password Hash", `$6$${drawn()}`],
  ["open by the vendor's word", "Stripe", `key = "${tokenOf("stripe-test-key")}"`],
  ["cannot be", "GitHub", `token = "ghp_${"1a2C3d9Z".repeat(4)}q7Xk"`],
  ["cannot be", "Private key", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"],
  ["made up", "Some key", "some_key = abcdef1234567890abcdef1234567890"],
  ["made up", "Some key", `some_key = ${"a1b2c3d4e5f6g7h8"}`],
  ["says so", "Some key", "some_key = FakeValues99cl9bqJFVA3iFUm"],
  ["everyone's password", "Password", `password = "${"P@ss"}w0rd1"`],
  ["nobody's host", "URL credentials", "postgres://app:Vg4kR9x2@localhost/app"],
  ["reference", "PsExec", "psexec -u User -p $Password"],
  ["no value", "Some service", "domain: nonprod.cloud.somewhere.com"],
])("%s: %s", (reason, category, text) => {
  expect(noLeakReason(category, text)).toBe(reason);
});

it("nothing that was drawn is made up", () => {
  for (let round = 0; round < 2000; round++) expect(isMadeUp(sampleValue(24, random))).toBe(false);
});

it("an unlabelled line with a drawn value under a name for secrets is open", () => {
  expect(mayHoldSecret(`[DEBUG] Using Key=${drawn()}`)).toBe(true);
  expect(mayHoldSecret(`commit = ${drawn()}`)).toBe(false);
  expect(mayHoldSecret("twilio token - 'SKbddcfb88fake8f7c4d9aefake7de1fc5'")).toBe(false);
});

it("the lines of one key are one label, and a set is scored the same for all", () => {
  const text = samplePrivateKey();
  const lines = text.trim().split("\n").length;
  expect(joinedSecrets({ text, secrets: Array.from({ length: lines }, (_all, at) => [at + 1, at + 1] as const) })).toEqual([[1, lines]]);
  const set = [
    { path: "a", category: "key", text: `api_key = "${drawn()}"\napi_key = "abcdef1234567890abcdef"\nx = 1\n`, secrets: [[1, 1] as const, [2, 2] as const] },
  ];
  const { files, open, taken } = adjudicated(set);
  expect([...taken]).toEqual([["made up", 1]]);
  const all = [1, 2, 3].map((line) => ({ path: "a", line }));
  expect(scoreOf(files, all, open)).toMatchObject({ found: 1, total: 1, false: 1 });
});
