/** A keyword's node in the trie: what comes next, and which keywords end here. */
type Node = {
  readonly next: Map<number, Node>;
  /** The node of the longest proper suffix that is also in the trie. */
  suffix: Node | undefined;
  keywords: readonly string[];
  /** Row of the transition table. */
  row: number;
};

/** Code units of UTF-16. */
const codeUnits = 65_536;

/**
 * Finds which of many lower-case keywords occur in a text, whatever the case of its letters, in one pass
 * (A. V. Aho and M. J. Corasick, "Efficient string matching", 1975, with every transition computed beforehand).
 * The empty keyword occurs in every text.
 */
export function createKeywordAutomaton(keywords: readonly string[]): (text: string) => ReadonlySet<string> {
  const classes = classesOf(keywords);
  const { nodes, root } = buildTrie(keywords, classes.of);
  const width = classes.count;
  // Nodes at which a keyword ends come last, so that the loop needs one comparison to know them.
  nodes.sort((a, b) => Math.min(a.keywords.length, 1) - Math.min(b.keywords.length, 1));
  nodes.forEach((node, index) => {
    node.row = index * width;
  });
  const firstEnd = nodes.findIndex(node => node.keywords.length > 0);
  const firstEndRow = firstEnd === -1 ? Number.POSITIVE_INFINITY : firstEnd * width;
  const table = fillTable(nodes, root, width);

  return text => {
    const found = new Set<string>(root.keywords);
    const seen = new Uint8Array(nodes.length);
    const classOf = classes.of;
    let row = root.row;
    for (let index = 0; index < text.length; index++) {
      row = table[row + (classOf[text.charCodeAt(index)] ?? 0)] ?? 0;
      if (row < firstEndRow) continue;
      const node = row / width;
      if (seen[node] === 1) continue;
      seen[node] = 1;
      for (const keyword of nodes[node]?.keywords ?? []) found.add(keyword);
    }
    return found;
  };
}

/** A small number for each character that keywords use, the same for both cases; 0 for all others. */
function classesOf(keywords: readonly string[]): { readonly of: Uint16Array; readonly count: number } {
  const characters = [...new Set(keywords.join('').split(''))];
  const of = new Uint16Array(codeUnits);
  characters.forEach((character, index) => {
    of[character.charCodeAt(0)] = index + 1;
    const upper = character.toUpperCase();
    if (upper.length === 1) of[upper.charCodeAt(0)] = index + 1;
  });
  return { of, count: characters.length + 1 };
}

function buildTrie(keywords: readonly string[], classOf: Uint16Array) {
  const createNode = (): Node => ({ next: new Map(), suffix: undefined, keywords: [], row: 0 });
  const root = createNode();
  const nodes = [root];
  for (const keyword of keywords) {
    let node = root;
    for (let index = 0; index < keyword.length; index++) {
      const symbol = classOf[keyword.charCodeAt(index)] ?? 0;
      let next = node.next.get(symbol);
      if (next === undefined) {
        next = createNode();
        node.next.set(symbol, next);
        nodes.push(next);
      }
      node = next;
    }
    node.keywords = [...node.keywords, keyword];
  }
  linkSuffixes(root);
  return { nodes, root };
}

/** Breadth first, so that a node's suffix, being shorter, is linked before it. */
function linkSuffixes(root: Node): void {
  const queue = [root];
  for (const node of queue) {
    for (const [symbol, child] of node.next) {
      let candidate = node.suffix;
      while (candidate !== undefined && !candidate.next.has(symbol)) candidate = candidate.suffix;
      child.suffix = candidate?.next.get(symbol) ?? root;
      child.keywords = [...child.keywords, ...child.suffix.keywords];
      queue.push(child);
    }
  }
}

function fillTable(nodes: readonly Node[], root: Node, width: number): Uint32Array {
  const table = new Uint32Array(nodes.length * width);
  const queue = [root];
  for (const node of queue) {
    for (let symbol = 0; symbol < width; symbol++) {
      const child = node.next.get(symbol);
      if (child !== undefined) queue.push(child);
      const fallback = node.suffix === undefined ? root.row : (table[node.suffix.row + symbol] ?? 0);
      table[node.row + symbol] = child?.row ?? fallback;
    }
  }
  return table;
}
