// Medians, and what they say beside each other.
import type { Goal } from "./bench.js";

/** What one run cost: seconds of wall time, seconds of processor time in user and system mode, bytes of memory at the peak. */
export interface Sample {
  readonly wall: number;
  readonly cpu: number;
  readonly memory: number;
  readonly status: number;
}

/** The samples of one contender. */
export interface Measured {
  readonly name: string;
  readonly samples: readonly Sample[];
}

/** The middle value; between two, their mean. NaN of nothing. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  const [low = NaN, high = NaN] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]];
  return (low + high) / 2;
}

const medianOf = ({ samples }: Measured, key: "wall" | "cpu" | "memory"): number => median(samples.map((sample) => sample[key]));
const milliseconds = (seconds: number): string => `${(seconds * 1000).toFixed(seconds < 0.1 ? 1 : 0)} ms`;

/** A table: a row a contender, with its medians and, from the second on, how many times its wall time the first one takes. */
export function table(all: readonly Measured[]): string {
  const [first] = all;
  const rows = all.map((measured, index) => {
    const walls = measured.samples.map(({ wall }) => wall);
    return [
      measured.name,
      milliseconds(medianOf(measured, "wall")),
      `${milliseconds(Math.min(...walls))} – ${milliseconds(Math.max(...walls))}`,
      milliseconds(medianOf(measured, "cpu")),
      `${(medianOf(measured, "memory") / 2 ** 20).toFixed(1)} MiB`,
      index === 0 || first === undefined ? "" : `${(medianOf(first, "wall") / medianOf(measured, "wall")).toFixed(2)}×`,
      index === 0 || first === undefined ? "" : `${(medianOf(first, "cpu") / medianOf(measured, "cpu")).toFixed(2)}×`,
    ];
  });
  const table = [["", "wall", "from – to", "CPU", "memory", "caio's wall to it", "caio's CPU to it"], ...rows];
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  return table
    .map((row) => `  ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join("  ")}`.trimEnd())
    .join("\n");
}

/** Whether the first contender's median meets the goal, and the sentence that says so. */
export function verdict(all: readonly Measured[], goal: Goal): { readonly isMet: boolean; readonly text: string } {
  const cost = (name: string | undefined): number => {
    const measured = name === undefined ? all[0] : all.find((one) => one.name === name);
    return measured === undefined ? NaN : medianOf(measured, "by" in goal && goal.by === "cpu" ? "cpu" : "wall");
  };
  const [value, bound, unit, what] =
    "seconds" in goal
      ? [cost(undefined), goal.seconds, " s", ""]
      : "megabytes" in goal
        ? [all[0] === undefined ? NaN : medianOf(all[0], "memory") / 1_000_000, goal.megabytes, " MB", ""]
        : [cost(undefined) / cost(goal.of), goal.times, "×", ` of ${goal.of}${goal.by === "cpu" ? " (CPU)" : ""}`];
  const isMet = value <= bound;
  return { isMet, text: `goal: at most ${bound}${unit}${what}; ${value.toFixed(2)}${unit}: ${isMet ? "met" : "missed"}` };
}
