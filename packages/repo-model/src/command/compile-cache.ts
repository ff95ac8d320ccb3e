// What V8 made of our own modules, kept beside them from run to run: to compile them is a quarter of a run over a few files.
import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import Module from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Script } from "node:vm";

/** A module as Node's loader compiles it (`lib/internal/modules/cjs/loader.js`, Node 20). */
interface Loaded {
  exports: unknown;
  _compile(content: string, filename: string): unknown;
}

/** What Node 22.1 and later do by themselves. */
interface Loader {
  enableCompileCache?(folder: string): unknown;
  flushCompileCache?(): void;
}

/** Of one module: what its file was, and the bytes that V8 gave. */
interface Entry {
  readonly stamp: string;
  readonly data: Buffer;
}

/** The modules of one file on disk, by path. All were compiled under the same flags of V8, which refuses those of others. */
type Shelf = Map<string, Entry>;

const loader = Module as unknown as Loader & { readonly prototype: Loaded };
/** Calls that load next to nothing. */
const asksForWords = (argv: readonly string[]): boolean => argv.some((word) => ["--version", "-V", "--help", "-h"].includes(word));

/** A file as it is: a package manager never leaves the time of change as it was. V8 itself compares no more than the length of the source. */
function stampOf(path: string): string | undefined {
  try {
    const { size, mtimeMs, ctimeMs, ino } = statSync(path);
    return `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
  } catch {
    return undefined;
  }
}

/** Reads a shelf; an empty one where there is none, or none that is whole. */
function readShelf(path: string): Shelf {
  const shelf: Shelf = new Map();
  try {
    const bytes = readFileSync(path);
    const at = 4 + bytes.readUInt32LE(0);
    const rows = JSON.parse(bytes.toString("utf8", 4, at)) as [string, string, number, number][];
    if (rows.reduce((sum, [, , , length]) => sum + length, at) !== bytes.length) return shelf;
    for (const [name, stamp, from, length] of rows) shelf.set(name, { stamp, data: bytes.subarray(at + from, at + from + length) });
  } catch {
    // As good as none.
  }
  return shelf;
}

/** Whether a process runs; of another user's one is told so, too (kill(2)). */
function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}

/** Removes what runs that were killed have left: a temporary carries its process's number. */
function sweep(folder: string): void {
  for (const name of readdirSync(folder)) {
    const [, id] = /^v[^/]*-[0-9a-f]{8}(?:-thread)?\.(\d+)$/.exec(name) ?? [];
    if (id !== undefined && !isRunning(Number(id))) rmSync(join(folder, name), { force: true });
  }
}

/** Writes a shelf whole, in the place of the one that is there. Where that cannot be done nothing is left of it. */
function writeShelf(path: string, shelf: Shelf): void {
  const temporary = `${path}.${process.pid}`;
  try {
    let from = 0;
    const rows = [...shelf].map(([name, { stamp, data }]) => [name, stamp, (from += data.length) - data.length, data.length]);
    const head = Buffer.from(JSON.stringify(rows));
    const size = Buffer.alloc(4);
    size.writeUInt32LE(head.length);
    mkdirSync(dirname(path), { recursive: true });
    sweep(dirname(path));
    const file = openSync(temporary, "wx");
    try {
      const bytes = Buffer.concat([size, head, ...[...shelf.values()].map(({ data }) => data)]);
      for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch {
    try {
      rmSync(temporary, { force: true });
    } catch {
      // A folder that cannot be written.
    }
  }
}

/** How V8 is set up, as what it makes says itself: the hash of its flags is the fourth number (`SerializedCodeData`, V8 11). It refuses what has another. */
const flagsNow = (): string => new Script("0").createCachedData().toString("hex", 12, 16);

/** One cache, in a folder: a shelf for each way in which V8 is set up. */
export class CompileCache {
  private readonly shelves = new Map<string, Shelf>();
  private readonly made = new Map<string, Shelf>();
  private readonly refused = new Set<Buffer>();
  private compiled: { readonly path: string; readonly stamp: string; readonly script: Script }[] = [];
  private flags: string | undefined;

  /** `kind` sets the shelves of another thread apart: it runs other functions of the same modules, and V8 keeps those that ran. */
  constructor(
    private readonly folder: string,
    private readonly kind = "",
  ) {}

  private pathOf(flags: string): string {
    return join(this.folder, `${process.version}-${process.arch}-${flags}${this.kind}`);
  }

  private shelf(flags: string): Shelf {
    const shelf = this.shelves.get(flags) ?? readShelf(this.pathOf(flags));
    this.shelves.set(flags, shelf);
    return shelf;
  }

  /** Compiles a CommonJS module as Node does, and gives the function of its body. */
  compile(content: string, path: string): unknown {
    const stamp = stampOf(path);
    this.flags ??= flagsNow();
    const kept = this.shelf(this.flags).get(path);
    const data = kept?.stamp === stamp ? kept?.data : undefined;
    const source = `(function (exports, require, module, __filename, __dirname) { ${content.replace(/^#!.*/, "")}\n});`;
    const script = new Script(source, { filename: path, ...(data === undefined ? {} : { cachedData: data }) });
    if (data === undefined && stamp !== undefined) this.compiled.push({ path, stamp, script });
    else if (data !== undefined && script.cachedDataRejected === true) this.refused.add(data);
    return script.runInThisContext();
  }

  /** V8 is going to be set up in another way: what it has made holds for the old one alone. */
  change(): void {
    const { flags, compiled } = this;
    this.compiled = [];
    this.flags = undefined;
    // Threads set V8 up as well, for the whole process.
    if (flags === undefined || compiled.length === 0 || flags !== flagsNow()) return;
    const made = this.made.get(flags) ?? new Map<string, Entry>();
    for (const { path, stamp, script } of compiled) made.set(path, { stamp, data: script.createCachedData() });
    this.made.set(flags, made);
  }

  /** Writes what is new. What another run has written meanwhile is kept; what is of a file that has changed, or was refused, is not. */
  save(): void {
    this.change();
    for (const [flags, made] of this.made) {
      const refused = new Set([...this.shelf(flags)].flatMap(([path, { data }]) => (this.refused.has(data) ? [path] : [])));
      const there = [...readShelf(this.pathOf(flags))].filter(([path, { stamp }]) => stamp === stampOf(path) && !refused.has(path));
      writeShelf(this.pathOf(flags), new Map([...there, ...made]));
    }
    this.made.clear();
  }
}

let cache: CompileCache | undefined;

/** Whether who runs this owns the folder: what another leaves there he could not remove. */
const isOwn = (folder: string): boolean => process.getuid === undefined || statSync(folder).uid === process.getuid();

/**
 * Keeps what V8 makes of a program's own modules (all that end in `.cjs`) in a folder of this package, so that only who may change the code may change
 * it. From Node 22.1 on Node does it; NODE_DISABLE_COMPILE_CACHE turns both off (https://nodejs.org/api/module.html#module-compile-cache). A folder that
 * is another user's, or cannot be written, is left alone. A thread is ended rather than that it ends: it says itself when it `saveCompiled`.
 */
export function keepCompiled(isThread = false): void {
  const { env } = process;
  if (env["NODE_DISABLE_COMPILE_CACHE"] !== undefined || env["NODE_V8_COVERAGE"] !== undefined || asksForWords(process.argv)) return;
  // Beside `dist`, so that it is never published.
  const root = join(dirname(fileURLToPath(import.meta.url)).replace(/[\\/]dist(?:[\\/][^\\/]*)?$/, ""), ".compile-cache");
  try {
    if (!isOwn(dirname(root))) return;
  } catch {
    return;
  }
  if (loader.enableCompileCache !== undefined) {
    loader.enableCompileCache(root);
    return;
  }
  const kept = new CompileCache(root, isThread ? "-thread" : "");
  cache = kept;
  const usual = loader.prototype._compile;
  loader.prototype._compile = function compile(this: Loaded, content, filename) {
    if (!filename.endsWith(".cjs")) return usual.call(this, content, filename);
    const body = kept.compile(content, filename) as (...parts: readonly unknown[]) => unknown;
    return Reflect.apply(body, this.exports, [this.exports, Module.createRequire(filename), this, filename, dirname(filename)]);
  };
  if (!isThread) process.once("exit", saveCompiled);
}

/** Writes what V8 made of the modules of this thread, where that is new. */
export function saveCompiled(): void {
  loader.flushCompileCache?.();
  cache?.save();
}

/** Says that V8 is going to be set up in another way. */
export function flagsChange(): void {
  loader.flushCompileCache?.();
  cache?.change();
}
