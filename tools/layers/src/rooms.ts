// The arrows between the rooms of repo-model: none upwards, no circle, no barrel.
import { posix } from "node:path";
import { floors } from "./floors.js";
import { importsOf } from "./imports.js";

const floorOf = new Map(floors.flatMap((rooms, floor) => rooms.map((room) => [room, floor] as const)));
const roomOf = (path: string): string => (path.includes("/") ? (path.split("/")[0] ?? "") : "");

/** The circle that `from` stands in, by the shortest way round; undefined where it stands in none. */
function circleFrom(from: string, arrows: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] | undefined {
  const seen = new Set<string>();
  const ways: string[][] = [[from]];
  for (let way = ways.shift(); way !== undefined; way = ways.shift())
    for (const to of arrows.get(way.at(-1) ?? "") ?? []) {
      if (to === from) return [...way, to];
      if (!seen.has(to)) ways.push([...way, to]);
      seen.add(to);
    }
  return undefined;
}

/** Judges the sources of repo-model (texts by their path below `src`, tests left out); one sentence a fault. */
export function roomFaults(sources: Readonly<Record<string, string>>): readonly string[] {
  const faults: string[] = [];
  const arrows = new Map<string, Set<string>>();
  for (const [path, text] of Object.entries(sources)) {
    const room = roomOf(path);
    const floor = floorOf.get(room);
    if (floor === undefined) {
      faults.push(`${path}: lies in no known room; a file over the rooms is a barrel.`);
      continue;
    }
    for (const { specifier, line, isExport } of importsOf(path, text)) {
      const at = `${path}:${line}`;
      if (specifier.startsWith("@caio/")) faults.push(`${at}: the ground imports the package ${specifier}.`);
      if (!specifier.startsWith(".")) continue;
      const target = posix.normalize(posix.join(posix.dirname(path), specifier));
      const other = roomOf(target);
      const otherFloor = floorOf.get(other);
      if (otherFloor === undefined) faults.push(`${at}: ${specifier} leads out of the rooms.`);
      else if (other !== room) {
        arrows.set(room, (arrows.get(room) ?? new Set()).add(other));
        if (otherFloor > floor) faults.push(`${at}: an arrow upwards, from ${room} to ${other}.`);
        if (isExport) faults.push(`${at}: ${room} re-exports from ${other}; each room is imported by its own name.`);
      }
    }
  }
  const inCircle = new Set<string>();
  for (const room of arrows.keys()) {
    const circle = inCircle.has(room) ? undefined : circleFrom(room, arrows);
    for (const name of circle ?? []) inCircle.add(name);
    if (circle !== undefined) faults.push(`the rooms ${circle.join(" → ")} stand in a circle.`);
  }
  return faults;
}

/** The faults of repo-model's `exports`: each room by its own subpath, none besides, no main entry over them. */
export function exportFaults(exports: Readonly<Record<string, unknown>>): readonly string[] {
  const rooms = new Set([...floorOf.keys()].map((room) => `./${room}`));
  const extra = Object.keys(exports).filter((key) => !rooms.has(key) && key !== "./package.json");
  const missing = [...rooms].filter((room) => !(room in exports));
  return [...extra.map((key) => `repo-model exports ${key}, which is no room.`), ...missing.map((key) => `repo-model does not export ${key}.`)];
}
