// The baseline of detect-secrets: accepted values by file, as SHA-1.
import { crypto } from "../crypto.js";
import { child, parseJson, textOf } from "@caio/repo-model/data";
import { RepoError, type SourceText } from "@caio/repo-model/text";

/** Whether a value is accepted in a file; `value` has one unit a byte. */
export type AcceptedValues = (path: string, value: string) => boolean;

const sha1 = (value: string): string => crypto().createHash("sha1").update(value, "latin1").digest("hex");
// Of a private key, detect-secrets takes these words for the value.
const keyHeader = /BEGIN (?:DSA |EC |OPENSSH |RSA |SSH2 ENCRYPTED )?PRIVATE KEY|BEGIN PGP PRIVATE KEY BLOCK|PuTTY-User-Key-File-2/;

/** Reads a baseline (https://github.com/Yelp/detect-secrets). Throws `DATA_INVALID` for anything else. */
export function readDetectSecretsBaseline(source: SourceText): AcceptedValues {
  const { root, problems } = parseJson(source.text);
  const [problem] = problems;
  const results = child(root, "results");
  if (problem !== undefined || results?.kind !== "map") {
    throw new RepoError("DATA_INVALID", `\`${source.path}\` is no baseline of detect-secrets${problem === undefined ? "" : `: ${problem.message}`}`, {
      at: source.at(problem?.range ?? [0, 0]),
      hint: "`detect-secrets scan > .secrets.baseline` writes one.",
    });
  }
  const accepted = new Map<string, Set<string>>();
  for (const { key, value } of results.entries) {
    const hashes = (value.kind === "list" ? value.items : []).flatMap((item) => textOf(child(item, "hashed_secret")) ?? []);
    accepted.set(key.replaceAll("\\", "/").replace(/^\.\//, ""), new Set(hashes));
  }
  return (path, value) => {
    const hashes = accepted.get(path);
    if (hashes === undefined) return false;
    const header = keyHeader.exec(value.slice(0, 200))?.[0];
    return hashes.has(sha1(value)) || (header !== undefined && hashes.has(sha1(header)));
  };
}
