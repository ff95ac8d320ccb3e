// `node tools/bench/secrets/hostile.mjs [KILOBYTES] [FILTER]`: how many MB a second are scanned of texts that are meant to be slow: for each provider its
// marks, tokens that all but match and tokens that do, for each other detector its keywords; and whether twice the text takes twice the time.
import { providers, scanBytes } from "../../../packages/secret-scan/dist/index.js";

const size = Number(process.argv[2] ?? 200) * 1000;
const filter = new RegExp(process.argv[3] ?? "");
/** Below so many MB a second, or above so many times the time of half the text (where that can be measured), a text is listed. */
const slowest = 0.5;
const steepest = 3;
const measurable = 0.1;

let state = 7;
const random = () => {
  state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
  return state / 4_294_967_296;
};
const units = {
  digit: "0123456789",
  hex: "0123456789abcdef",
  HEX: "0123456789ABCDEF",
  lower: "abcdefghijklmnopqrstuvwxyz0123456789",
  upper: "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789",
};
const of = (alphabet, length) => {
  const from = units[alphabet] ?? "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  return Array.from({ length }, () => from[Math.floor(random() * from.length)]).join("");
};
/** A token of a shape; `cut` leaves out so many units of its last run. */
const draw = (shape, cut = 0) =>
  shape
    .map((part, at) => {
      if (typeof part === "string") return part;
      if ("either" in part) return part.either[Math.floor(random() * part.either.length)];
      return of(part.alphabet, Math.max(0, Math.min(part.max === Infinity ? part.min + 40 : part.max, 400) - (at === shape.length - 1 ? cut : 0)));
    })
    .join("");
const fill = (piece) => {
  const parts = [];
  for (let length = 0; length < size;) {
    const next = typeof piece === "function" ? piece() : piece;
    parts.push(next);
    length += next.length;
  }
  return parts.join("").slice(0, size);
};
const literals = (shape) => shape.flatMap((part) => (typeof part === "string" ? [part] : "either" in part ? part.either : [])).filter((one) => one.length > 1);

function* textsOf({ id, shape, names }) {
  for (const literal of new Set(literals(shape))) {
    yield [`${id}: only \`${literal}\``, fill(literal)];
    yield [`${id}: \`${literal}\` and its alphabet`, fill(() => literal + of("", 30))];
  }
  yield [`${id}: tokens`, fill(() => `${draw(shape)}\n`)];
  yield [`${id}: tokens, all but the last unit`, fill(() => `${draw(shape, 1)} `)];
  yield [`${id}: tokens without an end`, fill(() => draw(shape))];
  for (const name of names ?? []) {
    yield [`${id}: \`${name}\` again and again`, fill(name)];
    yield [`${id}: assignments to \`${name}\``, fill(() => `${name}_key = "${draw(shape)}"\n`)];
    yield [`${id}: assignments to \`${name}\`, all but the last unit`, fill(() => `${name}_key="${draw(shape, 1)}";`)];
  }
}

const words = [
  "key",
  "password",
  "password=",
  "password: ",
  "pwd=",
  "secret",
  "token",
  "bearer ",
  "basic ",
  "authorization",
  "authorization: token ",
  "cookie: ",
  'cookie": "',
  "://",
  "://a:",
  "http://a:b@",
  "eyJ",
  "eyJhbGciOiJIUzI1NiJ9.",
  "-----BEGIN ",
  `-----BEGIN ${"PRIVATE"} KEY-----\n`,
  "kind: secret\n",
  'kind: Secret\ndata:\n  a: "',
  '"kind":"secret"',
  '"data":{',
  '{"kind": "Secret", "data": {"a": "',
  "identified by ",
  "create user a identified by '",
  "password(",
  "convertto-securestring ",
  "-AsPlainText ",
  "curl -u a:",
  "--password ",
  "sshpass -p ",
  "%3d",
  "%22%3a",
  "%7b%22",
  "user=a&",
  "a=",
  "=",
  '"',
  "'",
  "\\",
  '\\"',
  "`",
  "(",
  "[",
  "{",
  "<",
  "<password>",
  "<a key='password' ",
  " ",
  "\t",
  "\n",
  "\r\n",
  "\r",
  "\0",
  "a",
  "A",
  "0",
  "/",
  "+",
  "-",
  "_",
  ".",
  ",",
  ";",
  ":",
  "#",
  "key=",
  "key = ",
  "key: string = ",
  "key[",
  'key" value=',
  "set_key(",
  "setPassword(",
  "#define KEY ",
  'variable "key" {',
  "ENV KEY ",
  "é",
  "\xff",
  "a.b.c.",
  "example ",
  "for example ",
  "apiKey:'",
  "machine a login b password ",
  "_authToken=",
  "_password =",
  '"auth": "',
];

function* all() {
  for (const provider of providers) yield* textsOf(provider);
  for (const word of words) yield [`only ${JSON.stringify(word)}`, fill(word)];
  for (let count = 0; count < 400; count++) {
    const pair = Array.from({ length: 2 + Math.floor(random() * 3) }, () => words[Math.floor(random() * words.length)]);
    yield [`again and again ${JSON.stringify(pair.join(""))}`, fill(pair.join(""))];
  }
  for (const [name, lines] of [
    ["in lines of 76", /.{76}/g],
    ["in one line", undefined],
  ]) {
    let wall = fill("key = value, nothing of it is secret\n").slice(0, size / 3);
    for (let depth = 1; depth <= 3; depth++) {
      wall = Buffer.from(wall, "latin1").toString("base64");
      if (lines !== undefined) wall = wall.replace(lines, "$&\n");
      yield [`base64, ${depth} deep, ${name}`, wall];
      yield [`hexadecimal of base64, ${depth} deep, ${name}`, Buffer.from(wall, "latin1").toString("hex").slice(0, size)];
    }
  }
  yield ["base64 of base64, line by line", fill(() => `${Buffer.from(Buffer.from(`key = "${of("", 24)}"`).toString("base64")).toString("base64")}\n`)];
  yield ["base64 of random bytes", fill(() => `${of("", 76)}\n`)];
  yield ["different assignments", fill(() => `api_${of("", 6)}_key = "${of("", 24)}"\n`)];
  yield ["different assignments in one line", fill(() => `api_${of("", 6)}_key="${of("", 24)}";`)];
}

const path = "src/settings.yaml";
const work = { scan: (bytes) => void scanBytes(path, bytes), credentials: (bytes) => void scanBytes(path, bytes, { everyCredentialForm: true }) };
const timed = (run, bytes) => {
  let best = Infinity;
  for (let round = 0; round < 2; round++) {
    const start = process.cpuUsage();
    run(bytes);
    const { user, system } = process.cpuUsage(start);
    best = Math.min(best, (user + system) / 1e6);
    if (best < 0.05) break;
  }
  return best;
};
timed(work.scan, Buffer.from(fill("api_key = 'abc'\n")));
const rows = [];
let bytesInAll = 0;
let secondsInAll = 0;
let count = 0;
for (const [name, text] of all()) {
  if (!filter.test(name)) continue;
  const bytes = Buffer.from(text, "latin1");
  count++;
  for (const [what, run] of Object.entries(work)) {
    const seconds = timed(run, bytes);
    if (what === "scan") {
      bytesInAll += bytes.length;
      secondsInAll += seconds;
    }
    const speed = bytes.length / 1e6 / seconds;
    const times = seconds < measurable ? 0 : seconds / timed(run, bytes.subarray(0, bytes.length / 2));
    if (speed < slowest || times > steepest) rows.push({ name, what, speed, times });
  }
}
for (const { name, what, speed, times } of rows.toSorted((a, b) => a.speed - b.speed))
  console.log(`${speed.toFixed(2).padStart(6)} MB/s  ${times.toFixed(1)}x of half  ${what}  ${name}`);
console.log(`${count} texts of ${size / 1000} kB, ${(bytesInAll / 1e6 / secondsInAll).toFixed(1)} MB/s in all, ${rows.length} slow`);
if (rows.length > 0) process.exitCode = 1;
