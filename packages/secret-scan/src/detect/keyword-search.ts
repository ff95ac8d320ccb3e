// Finds many keywords in bytes in one pass: Aho and Corasick, "Efficient string matching" (CACM 18, 1975), as one dense table.

/** A keyword's number and where it ends. */
export type OnHit = (keyword: number, end: number) => void;

/** Calls `onHit` for every keyword in `bytes`, overlapping ones included, in the order of their ends. */
export type KeywordSearch = (bytes: Uint8Array, onHit: OnHit) => void;

const lower = (byte: number): number => (byte >= 65 && byte <= 90 ? byte + 32 : byte);

/** The keywords as a tree in arrays: of each node its class of bytes, its first child and its next sibling, and the keywords that end there. */
interface Trie {
  readonly size: number;
  readonly classes: Uint8Array;
  readonly width: number;
  readonly classOf: Uint8Array;
  readonly child: Int32Array;
  readonly sibling: Int32Array;
  readonly own: Map<number, number[]>;
}

function buildTrie(keywords: readonly string[]): Trie {
  let length = 1;
  for (const keyword of keywords) length += keyword.length;
  const [child, sibling, classOf] = [new Int32Array(length), new Int32Array(length), new Uint8Array(length)];
  const classes = new Uint8Array(256);
  const own = new Map<number, number[]>();
  let size = 1;
  let width = 1;
  for (let index = 0; index < keywords.length; index++) {
    const keyword = keywords[index] as string;
    let node = 0;
    for (let at = 0; at < keyword.length; at++) {
      const byte = lower(keyword.charCodeAt(at));
      const kind = (classes[byte] ||= width++);
      let next = child[node] as number;
      while (next !== 0 && classOf[next] !== kind) next = sibling[next] as number;
      if (next === 0) {
        next = size++;
        classOf[next] = kind;
        sibling[next] = child[node] as number;
        child[node] = next;
      }
      node = next;
    }
    const known = own.get(node);
    if (known === undefined) own.set(node, [index]);
    else known.push(index);
  }
  for (let byte = 65; byte <= 90; byte++) classes[byte] = classes[byte + 32] as number;
  return { size, classes, width, classOf, child, sibling, own };
}

/** Builds the search; letters match in both cases. Keywords are ASCII and not empty. */
export function keywordSearch(keywords: readonly string[]): KeywordSearch {
  const { size, classes, width, classOf, child, sibling, own } = buildTrie(keywords);
  // A node's row, by its number: where each class of bytes leads. It is its fail node's, but for its own children.
  const table = new Int32Array(size * width);
  const fail = new Int32Array(size);
  const order = new Int32Array(size);
  const ends: (readonly number[] | undefined)[] = Array.from({ length: size });
  for (let at = 0, count = 1; at < count; at++) {
    const node = order[at] as number;
    const row = node * width;
    const suffix = fail[node] as number;
    if (node !== 0) table.copyWithin(row, suffix * width, suffix * width + width);
    const [mine, others] = [own.get(node), node === 0 ? undefined : ends[suffix]];
    ends[node] = mine === undefined ? others : others === undefined ? mine : [...mine, ...others];
    for (let next = child[node] as number; next !== 0; next = sibling[next] as number) {
      const cell = row + (classOf[next] as number);
      fail[next] = node === 0 ? 0 : (table[cell] as number);
      table[cell] = next;
      order[count++] = next;
    }
  }
  // From here on a cell is the row that it leads to, negative where a keyword ends there: one comparison tells.
  for (let cell = 0; cell < table.length; cell++) {
    const node = table[cell] as number;
    table[cell] = ends[node] === undefined ? node * width : -node * width;
  }
  return (bytes, onHit) => {
    let row = 0;
    for (let at = 0; at < bytes.length; at++) {
      const cell = table[row + (classes[bytes[at] as number] as number)] as number;
      if (cell >= 0) row = cell;
      else {
        row = -cell;
        for (const keyword of ends[row / width] as readonly number[]) onHit(keyword, at + 1);
      }
    }
  };
}
