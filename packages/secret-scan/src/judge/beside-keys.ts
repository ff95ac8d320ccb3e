// Private keys of a run, judged once more by the certificates that stand beside them.
import { addTo, folderOf, type RepoPath } from "@caio/repo-model/text";
import type { FileTree } from "@caio/repo-model/tree";
import type { Sighting } from "../facts.js";
import { certificateDoubt, certificatesIn } from "./certificate.js";
import { besideProduction } from "./overridden.js";
import { placeOf } from "./place.js";

/** What certificates are kept in. */
const certificateFile = /\.(?:crt|cer|cert|pem|chain)$/i;
/** Who has more keys, or more beside one, wants to be waited for: the others stay what they are. */
const [mostKeys, mostFiles, mostCertificates, largestFile] = [100, 20, 40, 65_536];

const isKey = ({ candidate }: Sighting): boolean => candidate.kind === "private-key" && candidate.label === "secret";

/** Judges the keys among what was seen in a file. */
export type KeyJudge = (path: RepoPath, sightings: readonly Sighting[]) => Promise<readonly Sighting[]>;

/** How many keys of a run are still judged, counted down. */
export const keysOfRun = (): { left: number } => ({ left: mostKeys });

/** Judges by what stands in the key's own file and, where the files are known, beside it; asked for one file after the other. */
export function besideKeys(files: FileTree | undefined, budget: { left: number } = keysOfRun()): KeyJudge {
  let byFolder: ReadonlyMap<string, readonly RepoPath[]> | undefined;
  const besideOf = async (path: RepoPath): Promise<readonly RepoPath[]> => {
    if (byFolder === undefined) {
      const folders = new Map<string, RepoPath[]>();
      for (const entry of (await files?.list()) ?? [])
        if (entry.kind === "file" && certificateFile.test(entry.path)) addTo(folders, folderOf(entry.path), entry.path);
      byFolder = folders;
    }
    return (byFolder.get(folderOf(path)) ?? []).filter((one) => one !== path).slice(0, mostFiles);
  };
  const certificatesAt = async (path: RepoPath, own: string): Promise<readonly string[]> => {
    const found = [...certificatesIn(own)];
    for (const other of await besideOf(path)) {
      const bytes = await files?.bytes(other, largestFile).catch(() => undefined);
      if (bytes !== undefined && bytes.length <= largestFile) for (const one of certificatesIn(Buffer.from(bytes).toString("latin1"))) found.push(one);
    }
    return found.slice(0, mostCertificates);
  };
  const byProduction = besideProduction(files);
  return async (path, found) => {
    const sightings = await byProduction(path, found);
    const first = sightings.find(isKey);
    if (first === undefined || budget.left <= 0) return sightings;
    const certificates = await certificatesAt(path, first.source.text);
    if (certificates.length === 0) return sightings;
    const { isTest, isExample } = placeOf(path);
    return sightings.map((sighting) => {
      if (!isKey(sighting) || budget.left <= 0) return sighting;
      budget.left--;
      const doubt = certificateDoubt(sighting.candidate.value, certificates, isTest || isExample);
      return doubt === undefined ? sighting : { ...sighting, candidate: { ...sighting.candidate, ...doubt } };
    });
  };
}

/** How many commits of a history are asked for what stood beside a key. */
const mostCommits = 100;

/** The same for the states of a history: a certificate says the same of its key whether it came with the key or stands beside it today. */
export function besidePastKeys(today: FileTree, treeAt: (commit: string) => FileTree): (commit: string) => KeyJudge {
  const budget = keysOfRun();
  const byToday = besideKeys(today, budget);
  let commits = mostCommits;
  return (commit) => async (path, sightings) => {
    const judged = await byToday(path, sightings);
    if (!judged.some(isKey) || commits === 0) return judged;
    commits--;
    return besideKeys(treeAt(commit), budget)(path, judged);
  };
}
