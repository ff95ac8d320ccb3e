// Finds many keywords in bytes in one pass: Aho and Corasick, "Efficient string matching" (CACM 18, 1975), as one dense table.

/** A keyword's number and where it ends. */
export type OnHit = (keyword: number, end: number) => void;

/** Calls `onHit` for every keyword in `bytes`, overlapping ones included, in the order of their ends. */
export type KeywordSearch = (bytes: Uint8Array, onHit: OnHit) => void;

interface Node {
  readonly next: Map<number, Node>;
  readonly own: number[];
  fail: Node | undefined;
  all: readonly number[];
  state: number;
}

const newNode = (): Node => ({ next: new Map(), own: [], fail: undefined, all: [], state: 0 });
const lower = (byte: number): number => (byte >= 65 && byte <= 90 ? byte + 32 : byte);

function buildTrie(keywords: readonly string[]): Node {
  const root = newNode();
  for (const [index, keyword] of keywords.entries()) {
    let node = root;
    for (let at = 0; at < keyword.length; at++) {
      const byte = lower(keyword.charCodeAt(at));
      let child = node.next.get(byte);
      if (child === undefined) node.next.set(byte, (child = newNode()));
      node = child;
    }
    node.own.push(index);
  }
  return root;
}

/** Links each node to its longest proper suffix in the trie; returns the nodes, shallow ones first. */
function linkFailures(root: Node): Node[] {
  const order = [root];
  for (let at = 0; at < order.length; at++) {
    const node = order[at] as Node;
    for (const [byte, child] of node.next) {
      let fail = node.fail;
      while (fail !== undefined && !fail.next.has(byte)) fail = fail.fail;
      child.fail = fail === undefined ? root : (fail.next.get(byte) ?? root);
      order.push(child);
    }
  }
  for (const node of order) node.all = node.fail === undefined ? node.own : [...node.own, ...node.fail.all];
  return order;
}

/** Builds the search; letters match in both cases. Keywords are ASCII and not empty. */
export function keywordSearch(keywords: readonly string[]): KeywordSearch {
  const root = buildTrie(keywords);
  const order = linkFailures(root);
  // States that end a keyword come last: one comparison tells them.
  const states = [...order.filter(({ all }) => all.length === 0), ...order.filter(({ all }) => all.length > 0)];
  for (const [state, node] of states.entries()) node.state = state;
  const classes = new Uint8Array(256);
  const used = [...new Set(order.flatMap(({ next }) => [...next.keys()]))];
  for (const [index, byte] of used.entries()) classes[byte] = index + 1;
  for (let byte = 65; byte <= 90; byte++) classes[byte] = classes[byte + 32] as number;
  const width = used.length + 1;
  const table = new Int32Array(states.length * width);
  for (const node of order) {
    const row = node.state * width;
    if (node.fail !== undefined) table.copyWithin(row, node.fail.state * width, node.fail.state * width + width);
    else table.fill(root.state * width, row, row + width);
    for (const [byte, child] of node.next) table[row + (classes[byte] as number)] = child.state * width;
  }
  const firstHit = states.findIndex(({ all }) => all.length > 0) * width;
  const ends = states.map(({ all }) => all);
  const start = root.state * width;
  return (bytes, onHit) => {
    let state = start;
    for (let at = 0; at < bytes.length; at++) {
      state = table[state + (classes[bytes[at] as number] as number)] as number;
      if (state >= firstHit) for (const keyword of ends[state / width] as readonly number[]) onHit(keyword, at + 1);
    }
  };
}
