// What stands around a value decides only where it says something.
import { expect, it } from "vitest";
import { scanBytes } from "../scan.js";
import { randomFrom, sampleValue } from "../samples/sample.js";

const random = randomFrom(17);
const labels = (path: string, text: string): string[] => scanBytes(path, Buffer.from(text)).map(({ label }) => label);

it("invitations, links to files, addresses and public keys are public", () => {
  const value = sampleValue(32, random);
  expect(labels("sigs.yaml", `url: https://zoom.us/j/91768411674?pwd=${value}\n`)).toEqual(["public"]);
  expect(labels("seed.gql", `image: "https://files.shop.io/o/a.jpeg?alt=media&token=${value}"\n`)).toEqual(["public"]);
  expect(labels("deploy.ts", 'const SHOP_TOKEN = "0x62E8D022CAf673906e62904f7BB5ae467082b546";\n')).toEqual(["public"]);
  expect(labels("src/chain.ts", `const SHOP_TOKEN = new PublicKey("${value}");\n`)).toEqual(["public"]);
  expect(labels("src/api.ts", `const url = "https://api.shop.io/v1?token=${value}";\n`)).toEqual(["secret"]);
});

it("a value that the text before it calls an example", () => {
  const value = sampleValue(32, random);
  expect(labels("src/auth.py", `"""Clients send a header. For example:\n\n    Authorization: Bearer ${value}\n"""\n`)).toEqual(["example"]);
  expect(labels("src/auth.py", `headers = "Authorization: Bearer ${value}"\n`)).toEqual(["secret"]);
});

it("a paragraph that a line heads as an example, and no further", () => {
  const value = sampleValue(50, random);
  const usage = (blank: string): string =>
    `"""Example usage for a service:\n  ./post.py \\\\\n    --file ${"long/".repeat(50)}push.json \\\\\n${blank}    --key ${value}\n"""\n`;
  expect(labels("tools/post.kt", usage(""))).toEqual(["example"]);
  expect(labels("tools/post.kt", usage("\n"))).toEqual(["secret"]);
});

it("a web token without a signature opens nothing", () => {
  const part = (said: object): string => Buffer.from(JSON.stringify(said)).toString("base64url");
  const unsigned = `${part({ alg: "HS256", typ: "JWT" })}.${part({ sub: "42", iat: 1516239022 })}`;
  expect(labels("bench/headers.py", `Authorization: Bearer ${unsigned}\n`)).toEqual([]);
  expect(labels("bench/headers.py", `Authorization: Bearer ${unsigned}.${sampleValue(43, random)}\n`)).toEqual(["secret"]);
});

it("a key of a Firebase page is public, and one without its settings is not", () => {
  const key = `AIza${sampleValue(35, random)}`;
  expect(labels("src/environment.ts", `apiKey: '${key}',\nauthDomain: 'shop.firebaseapp.com',\n`)).toEqual(["public"]);
  expect(labels("src/environment.ts", `apiKey: '${key}',\n`)).toEqual(["secret"]);
});

it("units of a picture in base64 are no token", () => {
  expect(labels("a.svg", `<image href="data:image/png;base64,${sampleValue(90, random)}/AKIA${"QWERTZUIOPASDFGH"}+${sampleValue(90, random)}"/>`)).toEqual([]);
});

it("words of passwords with a number are everybody's", () => {
  for (const password of ["SecurePass123!", "NewPassword456", "TestUser1!", "Admin@2024", "OldPass123!"]) {
    expect(labels("config/app.py", `smtp_password = "${password}"\n`)).not.toContain("secret");
  }
});

it("what RFCs and a vendor's documentation print as an answer is nobody's", () => {
  const printed = [
    "2YotnFZFEjr1zCsicMWp AA",
    "tGzv3JOkF0XG5Qx2TlKW IA",
    "dpf43f3p2l4k3 l03",
    "hh5s93j4hdidp ola",
    "xoxb-17653672481- 19874698323-pdFZKVeTuE8sk7oOcBrzbqgy",
  ].map((one) => one.replace(" ", ""));
  for (const value of printed) expect(labels("src/oauth.js", `const token = "${value}";\n`)).not.toContain("secret");
});
