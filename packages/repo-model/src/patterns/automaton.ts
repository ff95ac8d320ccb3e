// A finite automaton of alternatives that are followed all at once: a text is matched in one step a unit, whatever the pattern, and nothing is multiplied out.
// What states together lead to is kept, so that a text costs one look a unit where texts like it came before.

/** The units that lead on from a state: one unit, or those that a test takes. */
export type Units = number | ((unit: number) => boolean);

export interface Automaton {
  /** A new state. */
  state(): number;
  /** One unit of those leads from a state to another. */
  step(from: number, units: Units, to: number): void;
  /** A state leads to another without a unit. */
  jump(from: number, to: number): void;
  /** Makes texts that end in a state match. */
  accept(state: number): void;
  /** Ends the making: whether a text, read from the start, leads to an accepting state. */
  matcher(start: number): (text: string) => boolean;
}

/** States that the text read so far leads to together. */
interface Together {
  readonly states: readonly number[];
  readonly accepts: boolean;
  /** Nothing leads on from here. */
  readonly isEnd: boolean;
  /** By kind of unit, as far as asked. */
  readonly next: (Together | undefined)[];
}

/** So many states are kept in sets before all are dropped and found anew: memory is bounded, and a pattern that makes ever new sets costs its length a unit. */
const mostKept = 100_000;

export function automaton(): Automaton {
  const steps: { readonly units: Units; readonly to: number }[][] = [];
  const jumps: number[][] = [];
  const accepting = new Set<number>();
  const tests = new Set<(unit: number) => boolean>();
  const named = new Set<number>();
  return {
    state() {
      jumps.push([]);
      return steps.push([]) - 1;
    },
    step(from, units, to) {
      steps[from]?.push({ units, to });
      if (typeof units === "number") named.add(units);
      else tests.add(units);
    },
    jump: (from, to) => void jumps[from]?.push(to),
    accept: (state) => void accepting.add(state),
    matcher(start) {
      /** Units that no step tells apart are of one kind. */
      const kinds = new Map<string, number>();
      const kindOf = new Map<number, number>();
      const kind = (unit: number): number => {
        const known = kindOf.get(unit);
        if (known !== undefined) return known;
        const marks = [named.has(unit) ? unit : "", ...[...tests].map((test) => (test(unit) ? 1 : 0))].join(",");
        const found = kinds.get(marks) ?? kinds.size;
        kinds.set(marks, found);
        kindOf.set(unit, found);
        return found;
      };
      const kindOfAscii = Array.from({ length: 128 }, () => -1);

      let first: Together | undefined;
      let kept = new Map<string, Together>();
      let keptStates = 0;
      /** The states that these lead to without a unit, together. */
      const together = (from: readonly number[]): Together => {
        const seen = new Set(from);
        for (const state of seen) for (const to of jumps[state] ?? []) seen.add(to);
        // A state that only jumps takes no unit.
        const states = [...seen].filter((state) => steps[state]?.length !== 0 || accepting.has(state)).toSorted((a, b) => a - b);
        const key = states.join();
        const known = kept.get(key);
        if (known !== undefined) return known;
        keptStates += states.length;
        if (keptStates > mostKept) {
          kept = new Map();
          keptStates = states.length;
          first = undefined;
        }
        const made: Together = { states, accepts: states.some((state) => accepting.has(state)), isEnd: states.length === 0, next: [] };
        kept.set(key, made);
        return made;
      };
      const after = ({ states }: Together, unit: number): Together => {
        const led = new Set<number>();
        for (const state of states) for (const { units, to } of steps[state] ?? []) if (typeof units === "number" ? units === unit : units(unit)) led.add(to);
        return together([...led]);
      };

      return (text) => {
        let at = (first ??= together([start]));
        for (let index = 0; index < text.length; index++) {
          const unit = text.charCodeAt(index);
          let of = unit < 128 ? (kindOfAscii[unit] as number) : kind(unit);
          if (of === -1) kindOfAscii[unit] = of = kind(unit);
          const next = at.next[of];
          at = next === undefined ? (at.next[of] = after(at, unit)) : next;
          if (at.isEnd) return false;
        }
        return at.accepts;
      };
    },
  };
}
