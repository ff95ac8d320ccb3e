// Repositories that have something to fix: the wrong examples of the rules' documents, and examples of secrets made at run time.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { docSync } from "@caio/doc-sync";
import { envCheck } from "@caio/env-check";
import { hookConfig } from "@caio/hook-config";
import type { Check } from "@caio/repo-model/check";
import { child, parseYamlNow, toValue } from "@caio/repo-model/data";
import { secretScan } from "@caio/secret-scan";
import { documentBlocks } from "@caio/testing";
import type { Random } from "./random.js";

export interface Fixable {
  readonly name: string;
  readonly check: Check;
  readonly options: unknown;
  readonly files: Readonly<Record<string, string>>;
}

const documents = (name: string): URL => new URL(`../../../packages/${name}/docs/rules/`, import.meta.url);

function fromDocuments(check: Check): Fixable[] {
  const folder = documents(check.name);
  return readdirSync(fileURLToPath(folder)).flatMap((file) => {
    const { "caio.yaml": configuration, ...files } = documentBlocks(readFileSync(new URL(file, folder), "utf8"), "Wrong");
    const section = configuration === undefined ? undefined : child(parseYamlNow(configuration).root, check.name);
    if (Object.keys(files).length === 0 || Object.values(files).some((text) => text.includes("SAMPLE:"))) return [];
    return [{ name: `${check.name}/${file.replace(/\.md$/, "")}`, check, options: section === undefined ? undefined : toValue(section), files }];
  });
}

const letters = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz23456789";

function ofSecrets(make: Random): Fixable {
  const value = (): string => `${make.text(letters, 30)}7Q`;
  const files = {
    "examples/app.py": `API_SECRET = "${value()}"\nclient = Client(api_key='${value()}')\n`,
    "examples/config.yaml": `auth:\n  client_secret: ${value()}\n`,
    "examples/settings.json": `{ "access_token": "${value()}" }\n`,
    "examples/run.sh": `export API_TOKEN="${value()}"\n`,
    "examples/web.xml": `<server><password>${value()}</password></server>\n`,
  };
  return { name: "secret-scan/placeholder", check: secretScan, options: { report: ["secret", "example"] }, files };
}

/** All of them; those of which nothing is to be fixed as they are, are left to the suite to drop. */
export const fixables = (make: Random): readonly Fixable[] => [...[docSync, hookConfig, envCheck, secretScan].flatMap(fromDocuments), ofSecrets(make)];
