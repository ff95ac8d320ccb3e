// Finds many keywords in bytes in one pass: Aho and Corasick, "Efficient string matching" (CACM 18, 1975), as one table whose cells are filled
// when a text first leads there: a short text meets few of them, and pays for no more.

/** A keyword's number and where it ends. */
export type OnHit = (keyword: number, end: number) => void;

/**
 * Calls `onHit` for every keyword in `bytes`, overlapping ones included, in the order of their ends. Left out are those more than 512 bytes inside of
 * a run of one and the same byte: nothing around them is anything else.
 */
export type KeywordSearch = (bytes: Uint8Array, onHit: OnHit) => void;

const lower = (byte: number): number => (byte >= 65 && byte <= 90 ? byte + 32 : byte);

/** No token is longer on either side of its keyword. */
const runMargin = 512;

/** A run of one byte. */
interface Run {
  start: number;
  end: number;
}

/** Where the run of the byte at `at` ends. */
function endOfRun(bytes: Uint8Array, at: number): number {
  let end = at + 1;
  while (end < bytes.length && bytes[end] === bytes[at]) end++;
  return end;
}

/** Where to go on from a keyword of one character: the inside of a long run of it is left out. */
function withinRun(bytes: Uint8Array, at: number, run: Run): number {
  if (at >= run.end) {
    run.start = at;
    run.end = endOfRun(bytes, at);
  }
  return at - run.start >= runMargin && run.end - at > runMargin ? run.end - runMargin : at;
}

/** The keywords as a tree in arrays: of each node its class of bytes, its parent, its first child and its next sibling, and the keywords that end there. */
interface Trie {
  readonly size: number;
  readonly classes: Uint8Array;
  readonly width: number;
  readonly classOf: Uint8Array;
  readonly parent: Int32Array;
  readonly child: Int32Array;
  readonly sibling: Int32Array;
  readonly own: Map<number, number[]>;
}

const none: readonly number[] = [];
/** The root's number: none is 0, so that a cell of 0 is one that is not filled. */
const root = 1;

function buildTrie(keywords: readonly string[]): Trie {
  let length = root + 1;
  for (const keyword of keywords) length += keyword.length;
  const [parent, child, sibling, classOf] = [new Int32Array(length), new Int32Array(length), new Int32Array(length), new Uint8Array(length)];
  const classes = new Uint8Array(256);
  const own = new Map<number, number[]>();
  // Many begin at the root: its children are not walked along.
  const begun = new Int32Array(256);
  let size = root + 1;
  let width = 1;
  for (let index = 0; index < keywords.length; index++) {
    const keyword = keywords[index] as string;
    let node = root;
    for (let at = 0; at < keyword.length; at++) {
      const byte = lower(keyword.charCodeAt(at));
      const kind = (classes[byte] ||= width++);
      let next = (node === root ? begun[kind] : child[node]) as number;
      while (next !== 0 && classOf[next] !== kind) next = sibling[next] as number;
      if (next === 0) {
        next = size++;
        classOf[next] = kind;
        parent[next] = node;
        sibling[next] = child[node] as number;
        child[node] = next;
        if (node === root) begun[kind] = next;
      }
      node = next;
    }
    const known = own.get(node);
    if (known === undefined) own.set(node, [index]);
    else known.push(index);
  }
  for (let byte = 65; byte <= 90; byte++) classes[byte] = classes[byte + 32] as number;
  return { size, classes, width, classOf, parent, child, sibling, own };
}

/** Builds the search; letters match in both cases. Keywords are ASCII and not empty. */
export function keywordSearch(keywords: readonly string[]): KeywordSearch {
  const { size, classes, width, classOf, parent, child, sibling, own } = buildTrie(keywords);
  // A cell is where a class of bytes leads from a node: that node's number times the width, negative where a keyword ends there.
  const table = new Int32Array(size * width);
  const fails = new Int32Array(size);
  const endings: (readonly number[] | undefined)[] = [];

  // Neither calls itself deeply, however long a keyword is: a node is reached by its parent, and what hangs on that one was known then.
  /** The node of the longest proper suffix that is in the tree. */
  const failOf = (node: number): number => {
    const above = parent[node] as number;
    if (above <= root) return root;
    return (fails[node] ||= Math.abs(fill(failOf(above), classOf[node] as number)) / width);
  };
  /** The keywords that end at a node: the longest first. */
  const endsAt = (node: number): readonly number[] => {
    let known = endings[node];
    if (known === undefined) {
      const [mine, others] = [own.get(node) ?? none, node === root ? none : endsAt(failOf(node))];
      endings[node] = known = mine.length === 0 ? others : others.length === 0 ? mine : [...mine, ...others];
    }
    return known;
  };
  const fill = (node: number, kind: number): number => {
    // Along the suffixes to one that goes on, or to one that is known to lead somewhere; all of them lead there.
    let at = node;
    let to = 0;
    while (to === 0) {
      to = table[at * width + kind] as number;
      if (to !== 0) break;
      let next = child[at] as number;
      while (next !== 0 && classOf[next] !== kind) next = sibling[next] as number;
      if (next !== 0) to = endsAt(next).length === 0 ? next * width : -next * width;
      else if (at === root) to = root * width;
      else at = failOf(at);
    }
    for (let one = node; ; one = failOf(one)) {
      table[one * width + kind] = to;
      if (one === at) return to;
    }
  };

  /** Where a cell leads that is not filled, or at which keywords end. Apart from the loop, which V8 makes a third quicker without it. */
  const step = (row: number, kind: number, known: number, end: number, onHit: OnHit): number => {
    const cell = known === 0 ? fill(row / width, kind) : known;
    if (cell > 0) return cell;
    for (const keyword of endsAt(-cell / width)) onHit(keyword, end);
    return -cell;
  };

  return (bytes, onHit) => {
    let row = root * width;
    // A hit may begin a search of its own: each has its run.
    const run: Run = { start: 0, end: 0 };
    for (let at = 0; at < bytes.length; at++) {
      const kind = classes[bytes[at] as number] as number;
      const cell = table[row + kind] as number;
      if (cell > 0) row = cell;
      else {
        const next = step(row, kind, cell, at + 1, onHit);
        // The same again and again: a keyword of one character, in a run of it.
        if (next === row && cell < 0) at = withinRun(bytes, at, run);
        row = next;
      }
    }
  };
}
