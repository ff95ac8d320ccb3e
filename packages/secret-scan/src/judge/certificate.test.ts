// Tests of certificates beside their keys, made at run time: of this machine alone, ended, of somebody's host, of another key.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { memoryRepo } from "@caio/testing";
import { afterAll, describe, expect, it } from "vitest";
import { secretScan } from "../check.js";
import { certificateDoubt, certificatesIn } from "./certificate.js";

const folder = mkdtempSync(join(tmpdir(), "certificates-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function pair(name: string, subject: string, ...more: readonly string[]): { readonly key: string; readonly certificate: string } {
  const at = (end: string): string => join(folder, `${name}.${end}`);
  const made = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", at("key"), "-out", at("crt"), "-subj", subject];
  execFileSync("openssl", [...made, ...more], { stdio: "ignore" });
  return { key: readFileSync(at("key"), "utf8"), certificate: readFileSync(at("crt"), "utf8") };
}

const local = pair("local", "/CN=es01", "-days", "9999", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1,DNS:es01");
const host = pair("host", "/CN=login.shop.io", "-days", "9999", "-addext", "subjectAltName=DNS:login.shop.io,DNS:localhost");
const labelOf = (key: string, certificates: string): string | undefined => certificateDoubt(key, certificatesIn(certificates))?.label;

describe("the certificate of a private key", () => {
  it("that names this machine alone makes test data of it, one of a host does not, nor does another key's", () => {
    expect(labelOf(local.key, `text\n${host.certificate}${local.certificate}`)).toBe("test-data");
    expect(labelOf(host.key, host.certificate)).toBeUndefined();
    expect(labelOf(host.key, local.certificate)).toBeUndefined();
    expect(labelOf("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----", local.certificate)).toBeUndefined();
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
});
