// The options of a requirements file, read as pip 23.2 does: shlex, then optparse.

/** What the options of one line say. */
export interface PipOptions {
  readonly requirements: readonly string[];
  readonly constraints: readonly string[];
  readonly editables: readonly string[];
  /** Digests by algorithm. */
  readonly hashes: Readonly<Record<string, readonly string[]>>;
}

/** Each option with whether it takes a value. */
const longOptions: Readonly<Record<string, boolean>> = {
  "--index-url": true,
  "--pypi-url": true,
  "--extra-index-url": true,
  "--no-index": false,
  "--constraint": true,
  "--requirement": true,
  "--editable": true,
  "--find-links": true,
  "--no-binary": true,
  "--only-binary": true,
  "--prefer-binary": false,
  "--require-hashes": false,
  "--pre": false,
  "--trusted-host": true,
  "--use-feature": true,
  "--global-option": true,
  "--hash": true,
  "--config-settings": true,
};
const shortOptions: Readonly<Record<string, string>> = {
  i: "--index-url",
  c: "--constraint",
  r: "--requirement",
  e: "--editable",
  f: "--find-links",
  C: "--config-settings",
};
const algorithms = ["sha256", "sha384", "sha512"];
const features = ["fast-deps", "truststore", "no-binary-enable-wheel-cache"];

/** `shlex.split`. Throws TypeError for an open quote or a backslash at the end. */
export function shellWords(text: string): string[] {
  const words: string[] = [];
  let word: string | undefined;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charAt(at);
    if (/[ \t\r\n]/.test(unit)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else if (unit === "'" || unit === '"') {
      word ??= "";
      for (at++; text.charAt(at) !== unit; at++) {
        if (at >= text.length) throw new TypeError("A quote is not closed.");
        if (unit === '"' && text.charAt(at) === "\\" && /["\\]/.test(text.charAt(at + 1))) at++;
        word += text.charAt(at);
      }
    } else if (unit === "\\") {
      at++;
      if (at >= text.length) throw new TypeError("A backslash ends the line.");
      word = (word ?? "") + text.charAt(at);
    } else word = (word ?? "") + unit;
  }
  if (word !== undefined) words.push(word);
  return words;
}

function longName(given: string): string {
  if (Object.hasOwn(longOptions, given)) return given;
  const near = Object.keys(longOptions).filter((name) => name.startsWith(given));
  const [only] = near;
  if (only === undefined) throw new TypeError(`pip knows no option \`${given}\` here.`);
  if (near.length > 1) throw new TypeError(`The option \`${given}\` is ambiguous: ${near.join(", ")}.`);
  return only;
}

/** Reads the options of one line. Throws TypeError for what pip refuses. */
export function readPipOptions(text: string): PipOptions {
  const requirements: string[] = [];
  const constraints: string[] = [];
  const editables: string[] = [];
  const hashes: Record<string, string[]> = {};
  const words = shellWords(text);
  const set = (name: string, value: string): void => {
    if (name === "--requirement") requirements.push(value);
    else if (name === "--constraint") constraints.push(value);
    else if (name === "--editable") editables.push(value);
    else if (name === "--hash") {
      const colon = value.indexOf(":");
      const algorithm = value.slice(0, Math.max(0, colon));
      if (!algorithms.includes(algorithm)) throw new TypeError(`\`--hash\` needs one of ${algorithms.join(", ")} and a digest: \`${value}\`.`);
      (hashes[algorithm] ??= []).push(value.slice(colon + 1));
    } else if (name === "--config-settings" && !value.includes("=")) throw new TypeError("`--config-settings` needs KEY=VALUE.");
    else if (/^--(?:no|only)-binary$/.test(name) && value.startsWith("-")) throw new TypeError(`\`${name}\` needs a value.`);
    else if (name === "--use-feature" && !features.includes(value)) throw new TypeError(`pip knows no feature \`${value}\`.`);
  };
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? "";
    if (word === "--") break;
    const take = (name: string, inline: string | undefined): void => {
      const value = inline ?? words[++at];
      if (value === undefined) throw new TypeError(`\`${name}\` needs a value.`);
      set(name, value);
    };
    if (word.startsWith("--")) {
      const equals = word.indexOf("=");
      const name = longName(equals === -1 ? word : word.slice(0, equals));
      if (longOptions[name] === true) take(name, equals === -1 ? undefined : word.slice(equals + 1));
      else if (equals !== -1) throw new TypeError(`\`${name}\` takes no value.`);
    } else if (word.startsWith("-") && word.length > 1) {
      const name = shortOptions[word.charAt(1)];
      if (name === undefined) throw new TypeError(`pip knows no option \`${word.slice(0, 2)}\` here.`);
      take(name, word.length > 2 ? word.slice(2) : undefined);
    }
  }
  return { requirements, constraints, editables, hashes };
}
