// Tests of what stands in a program's documentation, as libraries print protocols there.
import { expect, it } from "vitest";
import { scanBytes } from "../scan.js";
import { randomFrom, sampleValue } from "../samples/sample.js";

const random = randomFrom(23);
const labels = (path: string, text: string): string[] => scanBytes(path, Buffer.from(text)).map(({ label }) => label);
const answer = (value: string): string =>
  `    HTTP/1.1 200 OK\n\n        {\n            "access_token": "${value}",\n            "token_type": "Bearer"\n        }\n`;

it("a value in a docstring is an example; in any other text it is none", () => {
  const value = sampleValue(22, random);
  expect(labels("lib/grant.py", `def create():\n    """Answers:\n\n${answer(value)}    """\n    return 1\n`)).toEqual(["example"]);
  expect(labels("lib/grant.ex", `  @doc """\n${answer(value)}  """\n  def create, do: 1\n`)).toEqual(["example"]);
  expect(labels("lib/grant.py", `answer = """\n${answer(value)}"""\n`)).toEqual(["secret"]);
  expect(labels("lib/grant.py", `"""A module."""\n\nTOKEN = "${value}"\n`)).toEqual(["secret"]);
  expect(labels("lib/grant.ts", `"""\n${answer(value)}"""\n`)).toEqual(["secret"]);
  expect(labels("lib/grant.py", `def create():\n    """Answers:\n\n${answer(sampleValue(40, random))}    """\n`)).toEqual(["example"]);
});

it("a request to a host that nobody has is an example", () => {
  const login = Buffer.from(`s6client:${sampleValue(12, random)}`).toString("base64");
  const request = (host: string): string => `POST /token HTTP/1.1\nHost: ${host}\nAuthorization: Basic ${login}\nContent-Type: text/plain\n`;
  expect(labels("lib/requests.c", request("server.example.com"))).toEqual(["example"]);
  expect(labels("lib/requests.c", request("server.shop.io"))).toEqual(["secret"]);
});

it("many docstrings are read once, however many values stand in them", () => {
  const value = sampleValue(22, random);
  const text = `    """\n    token = "${value}"\n    """\n`.repeat(5000);
  const started = process.cpuUsage().user;
  expect(new Set(labels("lib/many.py", text))).toEqual(new Set(["example"]));
  expect((process.cpuUsage().user - started) / 1e6).toBeLessThan(4);
});
