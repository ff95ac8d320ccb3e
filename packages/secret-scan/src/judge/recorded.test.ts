// Tests of recordings: what held for hours and ids without their secrets are notes there, and nothing else is.
import { expect, it } from "vitest";
import { randomFrom } from "../samples/sample.js";
import { scanBytes } from "../scan.js";

const random = randomFrom(43);
const drawn = (alphabet: string, length: number): string => Array.from({ length }, () => alphabet[Math.floor(random() * alphabet.length)] ?? "").join("");
const base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const mixed = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
const [long, brief] = [`AKIA${drawn(base32, 16)}`, `ASIA${drawn(base32, 16)}`];
const secret = `${drawn(mixed, 20)}/${drawn(mixed, 19)}`;
const google = `AIza${drawn(mixed, 35)}`;
const labelsOf = (path: string, text: string): string[] => scanBytes(path, Buffer.from(text)).map(({ label }) => label);

const placebo = (data: string): string => `{\n "status_code": 200,\n "data": {${data}}\n}\n`;
const cassette = (body: string): string => `interactions:\n- request:\n    body: '{}'\n  response:\n    body:\n      string: '${body}'\n`;

it.each([
  ["replays/iam.List_1.json", placebo(`"AccessKeyId": "${long}"`), ["public"]],
  ["replays/iam.List_1.json", `{"AccessKeyId": "${long}"}`, ["secret"]],
  ["replays/iam.Create_1.json", placebo(`"AccessKeyId": "${long}", "SecretAccessKey": "${secret}"`), ["secret", "secret"]],
  ["replays/event.json", `{"eventVersion": "1.08", "eventSource": "s3.amazonaws.com", "eventName": "Get", "accessKeyId": "${brief}"}`, ["test-data"]],
  ["replays/event.json", `{"eventName": "Get", "accessKeyId": "${brief}"}`, ["secret"]],
  ["src/xml.erl", `<Error><Code>SignatureDoesNotMatch</Code><AWSAccessKeyId>${long}</AWSAccessKeyId></Error>`, ["public"]],
  ["src/xml.erl", `<Error><Code>Other</Code><AWSAccessKeyId>${long}</AWSAccessKeyId></Error>`, ["secret"]],
  ["replays/list.yaml", cassette(`{"AccessKeyId":"AKID${drawn(mixed, 32)}"}`), ["public"]],
  ["replays/list.yaml", cassette(`{"key":"${google}"}`), ["secret"]],
  ["replays/watch.json", `{"body": "<script>ytcfg.set({INNERTUBE_API_KEY: '${google}'})</script>"}`, ["public"]],
  ["replays/watch.json", `{"body": "<script>start({apiKey: '${google}'})</script>"}`, ["secret"]],
  ["src/trace.go", `// Authorization: AWS4-HMAC-SHA256 Credential=${long}/20150524/us-east-1/s3/aws4_request, SignedHeaders=host`, ["public"]],
  ["src/trace.go", `// Authorization: AWS4-HMAC-SHA256 Credential=${long}/29990524/us-east-1/s3/aws4_request, SignedHeaders=host`, ["secret"]],
  ["src/trace.go", `// Credential=${long}/20150524/us-east-1/s3/aws4_request`, ["secret"]],
  ["src/ware.html", `<a href="https://www.amazon.com/dp/B0061SWV8Y?psc=1&amp;SubscriptionId=${long}&amp;tag=a">`, ["public"]],
  ["src/ware.html", `<a href="https://www.amazon.com/dp/B0061SWV8Y?psc=1&amp;Id=${long}&amp;tag=a">`, ["secret"]],
])("%s, case %#", (path, text, expected) => {
  expect(labelsOf(path, text)).toEqual(expected);
});
