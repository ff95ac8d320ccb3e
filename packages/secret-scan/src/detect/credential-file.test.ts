// Which paths are credential files', and forms that stand for themselves: each is found in a text of unknown path, and none can do without what such a text is
// asked for first.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomFrom, sampleValue } from "../samples/sample.js";
import { scanBytes } from "../scan.js";
import { credentialsIn, isCredentialFile, otherEnds } from "./credential-file.js";
import { everywhere, everywhereNeeds, forms } from "./credential-forms.js";

// Made at run time; none stands in a file of this repository.
const drawn = ["q7Rk2WzZ", "t4vWx9mK"].join("");
const hash = `$6$${drawn}$${drawn.repeat(5)}`;
const login = Buffer.from(`orders:${drawn}`).toString("base64");
const texts: Readonly<Record<string, string>> = {
  "password in a netrc file": `machine api.shop.io login orders password ${drawn}`,
  "password in a pgpass file": `db.shop.io:5432:orders:orders:${drawn}`,
  "password of a package index": `password: ${drawn}`,
  "password of a MySQL client": `password = ${drawn}`,
  "password of a package registry": `//npm.shop.io/:_password=${Buffer.from(drawn).toString("base64")}`,
  "login of a package registry": `//npm.shop.io/:_auth=${login}`,
  "token of a package registry": `//npm.shop.io/:_authToken=${drawn}${drawn}`,
  "login of a container registry": `{"auths": {"shop.io": {"auth": "${login}"}}}`,
  "password of a remote host": `{"password": "${drawn}"}`,
  "password hash in an htpasswd file": `orders:${hash}`,
  "password hash of a system account": `orders:${hash}:19000:0:99999:7:::`,
};

describe.each(everywhere.map((form) => ({ title: form.title, form })))("$title", ({ title, form }) => {
  const text = texts[title] ?? "";
  it("is found in a text of unknown path", () => {
    expect(credentialsIn({ path: "x", text }, true).length).toBeGreaterThan(0);
    expect(text.match(form.line)).not.toBeNull();
  });
  it("is no more where nothing of what is asked for first is left", () => {
    const without = text.replace(new RegExp(everywhereNeeds.source, "g"), " ");
    expect(everywhereNeeds.test(without)).toBe(false);
    expect(without.match(form.line)).toBeNull();
  });
});

it("knows every path of every form, whatever its name ends in", () => {
  for (const { path } of forms) {
    const matching = fc.stringMatching(new RegExp(path.source));
    fc.assert(
      fc.property(matching, (one) => isCredentialFile(one)),
      { numRuns: 100 },
    );
  }
  const ends = [...otherEnds].map((end) => [".env", ".htpasswd", "settings", "config/master", "wp-config"].map((name) => `${name}.${end}`)).flat();
  expect(ends.filter((one) => isCredentialFile(one) !== forms.some(({ path }) => new RegExp(path.source, "i").test(one)))).toEqual([]);
});
it("takes a program's text for none", () => {
  expect(["src/index.ts", "part-2/module_2.py", "docs/a.md", "Makefile", "env.ts"].filter(isCredentialFile)).toEqual([]);
});

it("a browser's store of logins, an IDE's, a shell's history and its start files", () => {
  const random = randomFrom(41);
  const value = sampleValue(24, random);
  const encrypted = Buffer.from(sampleValue(60, random)).toString("base64");
  const labels = (path: string, text: string): string[] => scanBytes(path, Buffer.from(text)).map(({ label }) => label);
  expect(labels("profile/logins.json", `{"logins":[{"hostname":"https://shop.io","encryptedPassword":"${encrypted}"}]}\n`)).toContain("secret");
  expect(labels(".idea/webServers.xml", `<fileTransfer host="ftp.shop.io" username="deploy" password="${value}"/>\n`)).toContain("secret");
  expect(labels(".bash_history", `cd shop\nmysql -u root -p${value} shop\n`)).toContain("secret");
  for (const name of [".bashrc", ".zshrc", ".profile"]) expect(labels(`home/${name}`, `export SHOP_API_TOKEN=${value}\n`)).toContain("secret");
});

it("no path's expression means something else in small letters, in which all are asked at once", () => {
  // `\S`, `\W`, `\D` and `\B` would be their opposites.
  expect(forms.map(({ path }) => path.source).filter((source) => /\\[A-Z]/.test(source))).toEqual([]);
});

it("a secret of Rails is everybody's in the sections for development and tests, and nobody's in another one", () => {
  const [one, other, third] = [1, 2, 3].map((seed) => sampleValue(64, randomFrom(seed)));
  const section = (name: string, key: string, value: string | undefined): string => `${name}:\n  # its own\n  other: 1\n  ${key}: ${value}\n\n`;
  const labels = (text: string): string[] => credentialsIn({ path: "config/secrets.yml", text }).map(({ label }) => label);
  expect(
    labels(section("development", "secret_key_base", one) + section("test", "secret_key_base", other) + section("production", "secret_key_base", third)),
  ).toEqual(["example", "example", "secret"]);
  expect(labels(section("development", "password", one))).toEqual(["secret"]);
});
