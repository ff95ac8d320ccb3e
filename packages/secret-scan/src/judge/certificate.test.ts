// Tests of certificates beside their keys, made at run time: of this machine alone, ended, of somebody's host, of another key.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { repoPath, sourceText } from "@caio/repo-model/text";
import { memoryTree } from "@caio/repo-model/tree";
import { callCheck, gitRepo, memoryRepo } from "@caio/testing";
import { afterAll, describe, expect, it } from "vitest";
import { secretScan } from "../check.js";
import type { Candidate } from "../detect/candidate.js";
import type { Sighting } from "../facts.js";
import { scanBytes } from "../scan.js";
import { besideKeys } from "./beside-keys.js";
import { certificateDoubt, certificatesIn } from "./certificate.js";

const folder = mkdtempSync(join(tmpdir(), "certificates-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function pair(name: string, subject: string, ...more: readonly string[]): { readonly key: string; readonly certificate: string } {
  const at = (end: string): string => join(folder, `${name}.${end}`);
  const made = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", at("key"), "-out", at("crt"), "-subj", subject];
  execFileSync("openssl", [...made, ...more], { stdio: "ignore" });
  return { key: readFileSync(at("key"), "utf8"), certificate: readFileSync(at("crt"), "utf8") };
}

/** A certificate of a past year for a key. */
function ended(name: string, subject: string): string {
  const at = (end: string): string => join(folder, `${name}.${end}`);
  const settings = `[ca]\ndefault_ca = d\n[d]\nnew_certs_dir = ${folder}\ndatabase = ${at("index")}\nserial = ${at("serial")}\ndefault_md = sha256\npolicy = p\n[p]\ncommonName = supplied\n`;
  writeFileSync(at("conf"), settings);
  writeFileSync(at("index"), "");
  writeFileSync(at("serial"), "01\n");
  execFileSync("openssl", ["req", "-new", "-key", at("key"), "-subj", subject, "-out", at("csr")], { stdio: "ignore" });
  const dates = ["-startdate", "20100101000000Z", "-enddate", "20110101000000Z"];
  const made = ["ca", "-batch", "-selfsign", "-keyfile", at("key"), "-in", at("csr"), "-out", at("old"), "-notext", "-config", at("conf"), ...dates];
  execFileSync("openssl", made, { stdio: "ignore" });
  return readFileSync(at("old"), "utf8");
}

/** A key whose certificate another one signed. */
function signedBy(authority: string, name: string, subject: string): { readonly key: string; readonly certificate: string } {
  const at = (of: string, end: string): string => join(folder, `${of}.${end}`);
  const asked = ["req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", at(name, "key"), "-out", at(name, "csr")];
  execFileSync("openssl", [...asked, "-subj", `/CN=${subject}`], { stdio: "ignore" });
  const signed = ["x509", "-req", "-in", at(name, "csr"), "-CA", at(authority, "crt"), "-CAkey", at(authority, "key"), "-CAcreateserial", "-days", "9999"];
  execFileSync("openssl", [...signed, "-out", at(name, "crt")], { stdio: "ignore" });
  return { key: readFileSync(at(name, "key"), "utf8"), certificate: readFileSync(at(name, "crt"), "utf8") };
}

const local = pair("local", "/CN=es01", "-days", "9999", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1,DNS:es01");
const host = pair("host", "/CN=login.shop.io", "-days", "9999", "-addext", "subjectAltName=DNS:login.shop.io,DNS:localhost");
const other = pair("other", "/CN=es02", "-days", "9999", "-addext", "subjectAltName=DNS:localhost");
const labelOf = (key: string, certificates: string): string | undefined => certificateDoubt(key, certificatesIn(certificates))?.label;

describe("the certificate of a private key", () => {
  it("that names this machine alone makes test data of it, one of a host does not, nor does another key's", () => {
    expect(labelOf(local.key, `text\n${host.certificate}${local.certificate}`)).toBe("test-data");
    expect(labelOf(host.key, host.certificate)).toBeUndefined();
    expect(labelOf(host.key, local.certificate)).toBeUndefined();
    expect(labelOf("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----", local.certificate)).toBeUndefined();
  });

  it("that has ended opens nothing any more, whosever it was", () => {
    const old = ended("host", "/CN=login.shop.io");
    expect(certificateDoubt(host.key, certificatesIn(old))).toEqual({ label: "public", reason: "its certificate beside it ended on 2011-01-01" });
    expect(labelOf(local.key, old)).toBeUndefined();
  });

  it("is looked for beside so many keys alone", async () => {
    const sighting = (at: number): Sighting => {
      const source = sourceText(repoPath(`deploy/${at}.key`), local.key);
      const candidate: Candidate = { ...found, start: 0, end: local.key.length, value: local.key };
      return { candidate, source, at: source.at([0, 1]) };
    };
    const [found] = scanBytes("deploy/0.key", Buffer.from(local.key)) as [Candidate];
    const judge = besideKeys(memoryTree({ "deploy/site.crt": local.certificate }));
    const labels: string[] = [];
    for (let at = 0; at < 60; at++)
      for (const { candidate } of await judge(repoPath(`deploy/${at}.key`), [sighting(at), sighting(at)])) labels.push(candidate.label ?? "");
    expect(labels.indexOf("secret")).toBe(100);
    expect(new Set(labels.slice(100))).toEqual(new Set(["secret"]));
  });

  it("is looked for in its file and beside it, and nowhere else", async () => {
    const findings = async (files: Record<string, string>): Promise<number> => {
      const repository = memoryRepo(files);
      let count = 0;
      for await (const _finding of secretScan.run(repository)) count++;
      return count;
    };
    expect(await findings({ "deploy/site.key": local.key })).toBe(1);
    expect(await findings({ "deploy/site.key": local.key, "deploy/site.crt": local.certificate })).toBe(0);
    expect(await findings({ "deploy/site.pem": `${local.certificate}${local.key}` })).toBe(0);
    expect(await findings({ "deploy/site.key": local.key, "other/site.crt": local.certificate })).toBe(1);
    expect(await findings({ "deploy/site.key": host.key, "deploy/site.crt": host.certificate })).toBe(1);
  });

  it("of an authority of their own makes test data of a key that lies among tests, whatever its name; elsewhere it does not", async () => {
    const errors = async (files: Record<string, string>): Promise<string[]> => {
      const found: string[] = [];
      for await (const { at } of secretScan.run(memoryRepo(files))) found.push(at.path);
      return found;
    };
    const authority = pair("authority", "/CN=Shop CA", "-days", "9999");
    const signed = signedBy("authority", "prod", "login.shop.io");
    expect(await errors({ "test/sets/prod-key.pem": signed.key })).toEqual(["test/sets/prod-key.pem"]);
    expect(await errors({ "test/sets/prod-key.pem": signed.key, "test/sets/prod.pem": signed.certificate })).toEqual(["test/sets/prod-key.pem"]);
    const whole = { "prod-key.pem": signed.key, "prod.pem": signed.certificate, "ca.pem": authority.certificate };
    const under = (folder: string): Record<string, string> => Object.fromEntries(Object.entries(whole).map(([name, text]) => [`${folder}/${name}`, text]));
    expect(await errors(under("test/sets"))).toEqual([]);
    expect(await errors(under("deploy/sets"))).toEqual(["deploy/sets/prod-key.pem"]);
    expect(await errors({ ...under("test/sets"), "test/sets/ca.pem": host.certificate })).toEqual(["test/sets/prod-key.pem"]);
    expect(certificateDoubt(host.key, [host.certificate], true)?.label).toBe("test-data");
  });

  it("is read where both stand in base64, as Kubernetes keeps them, and with escaped line ends", async () => {
    const encoded = (text: string): string => Buffer.from(text).toString("base64");
    expect(labelOf(encoded(local.key), `tls.crt: ${encoded(local.certificate)}\n`)).toBe("test-data");
    expect(labelOf(encoded(host.key), `tls.crt: ${encoded(host.certificate)}\n`)).toBeUndefined();
    const escaped = (text: string): string => text.replaceAll("\n", "\\n");
    expect(labelOf(escaped(local.key), `{"certificate": "${escaped(local.certificate)}"}`)).toBe("test-data");
    const manifest = `kind: Secret\ndata:\n  tls.crt: ${encoded(local.certificate)}\n  tls.key: ${encoded(local.key)}\n`;
    const findings: string[] = [];
    for await (const { rule } of secretScan.run(memoryRepo({ "deploy/gateway.yaml": manifest }))) findings.push(rule);
    expect(findings).toEqual([]);
  });

  it("says the same in the files, of standard input, in the history and in triage", async () => {
    const repo = gitRepo([
      { write: { "deploy/site.key": local.key, "deploy/site.crt": local.certificate, "deploy/host.key": host.key, "deploy/host.crt": host.certificate } },
      { commit: "both at once" },
      { write: { "late/site.key": other.key } },
      { commit: "the key first" },
      { write: { "late/site.crt": other.certificate } },
      { commit: "its certificate later" },
    ]);
    try {
      const errors = async (stdin: string | undefined, ...argv: readonly string[]): Promise<string[]> => {
        const { out } = await callCheck(secretScan, repo.root, [...argv, "--reporter", "json"], stdin === undefined ? {} : { input: stdin });
        const { findings }: { findings: { path: string }[] } = JSON.parse(out);
        return findings.map(({ path }) => path);
      };
      expect(await errors(undefined)).toEqual(["deploy/host.key"]);
      expect(await errors(undefined, "history")).toEqual(["deploy/host.key"]);
      expect(await errors(local.key, "-", "--path", "deploy/site.key")).toEqual([]);
      expect(await errors(host.key, "-", "--path", "deploy/host.key")).toEqual(["deploy/host.key"]);
      expect(await errors(local.key + local.certificate, "-")).toEqual([]);
      // What has no path has nothing beside it.
      expect(await errors(local.key, "-")).toEqual(["stdin"]);
      const { out } = await callCheck(secretScan, repo.root, ["triage"]);
      expect(out).toContain("deploy/host.key:1:1 secret");
      expect(out).toContain("deploy/site.key:1:1 test-data");
      const past = await callCheck(secretScan, repo.root, ["triage", `${repo.git("rev-parse", "HEAD").trim()}:deploy/site.key`]);
      expect(past.out).toContain("deploy/site.key:1:1 test-data");
      repo.git("rm", "-q", "-r", ".");
      repo.git("commit", "-q", "-m", "all gone");
      // The certificate of a key that came before it is nowhere beside it any more.
      expect(await errors(undefined, "history")).toEqual(["deploy/host.key", "late/site.key"]);
    } finally {
      repo.dispose();
    }
  });
});
