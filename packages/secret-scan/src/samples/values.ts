// Values for the labelled set: what machines draw, what people choose, and what only looks like either.
import { randomBytesFrom } from "./random-bytes.js";
import { providers } from "../providers/index.js";
import { samplePrivateKey, sampleToken, sampleValue } from "./sample.js";

/** Makers of values by kind. */
export interface Values {
  /** Letters and digits, 32. */
  readonly token: () => string;
  readonly short: () => string;
  readonly hex: () => string;
  readonly base64: () => string;
  readonly uuid: () => string;
  /** A generator's password with signs, 16. */
  readonly password: () => string;
  /** A person's password: two made-up words, digits, a sign. */
  readonly human: () => string;
  readonly privateKey: () => string;
  /** Tokens with a vendor's form. */
  readonly github: () => string;
  readonly gitlab: () => string;
  readonly stripe: () => string;
  readonly slack: () => string;
  readonly npm: () => string;
  readonly sendgrid: () => string;
  readonly awsId: () => string;
  readonly awsSecret: () => string;
  /** Nothing: the row draws what it needs. */
  readonly none: () => string;
  /** Bytes in base64. */
  readonly bytes: (length: number) => string;
  readonly pick: (words: readonly string[]) => string;
}

/** The kinds that stand by themselves in a row. */
export type ValueKind = Exclude<keyof Values, "bytes" | "pick">;

const signs = "!#%*+-.?^_~";

/** Makers that draw from one source of chance. */
export function valueMaker(random: () => number): Values {
  const pick = (from: ArrayLike<string>): string => from[Math.floor(random() * from.length)] ?? "";
  const word = (): string => Array.from({ length: 3 }, () => pick("bdfgklmnprstvz") + pick("aeiou")).join("") + pick("lnrst");
  const hex = (length: number): string => Array.from({ length }, () => pick("0123456789abcdef")).join("");
  const bytes = (length: number): string => randomBytesFrom(random, length).toString("base64");
  const provided = (id: string) => (): string => {
    const provider = providers.find((one) => one.id === id);
    if (provider === undefined) throw new Error(`no provider ${id}`);
    return sampleToken(provider, random);
  };
  return {
    token: () => sampleValue(32, random),
    short: () => sampleValue(18, random),
    hex: () => hex(40),
    base64: () => bytes(32),
    uuid: () => [8, 4, 4, 4, 12].map(hex).join("-"),
    password: () => sampleValue(5, random) + pick(signs) + sampleValue(5, random) + pick("0123456789") + pick(signs) + sampleValue(3, random),
    human: () => {
      const [first, second] = [word(), word()];
      return first[0]?.toUpperCase() + first.slice(1) + second + String(100 + Math.floor(random() * 9000)) + pick("!#*?");
    },
    privateKey: samplePrivateKey,
    github: provided("github-personal-access-token"),
    gitlab: provided("gitlab-personal-access-token"),
    stripe: provided("stripe-secret-key"),
    slack: provided("slack-bot-token"),
    npm: provided("npm-access-token"),
    sendgrid: provided("sendgrid-api-key"),
    awsId: provided("aws-access-key-id"),
    awsSecret: provided("aws-secret-access-key"),
    none: () => "",
    bytes,
    pick,
  };
}
