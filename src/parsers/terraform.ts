import {
  type ConfigEntry,
  type ConfigNode,
  entryOf,
  itemsOf,
  pinConfig,
  stringOf,
  valueAt,
} from './config-node.ts';
import { type HclBlock, parseHcl } from './hcl.ts';
import { SyntaxProblem } from './syntax-problem.ts';

/** A Terraform file with what its expressions can be resolved to without leaving it and its neighbours. */
export type TerraformFile = {
  readonly blocks: readonly HclBlock[];
  /** Blocks of the other files of the same module; their positions are not of this file. */
  readonly neighbours: readonly HclBlock[];
  /**
   * Follows `local.x`, `var.x` (what a caller passes, a `.tfvars` file, the default), conditions on literals and functions
   * that only rearrange, at most 10 steps; other nodes come back as they are. What stands in another file takes the place
   * of the reference to it.
   */
  readonly resolve: (node: ConfigNode) => ConfigNode;
};

/** Another file of the same change or tree, by what it is to the one that is read. */
export type TerraformNeighbour = {
  /** A file of the same module, values for its variables, or a file with a `module` block for it. */
  readonly kind: 'module' | 'values' | 'caller';
  readonly text: string;
  /** For callers: whether a `source` leads to the module of the file that is read. */
  readonly calls?: (source: string) => boolean;
};

type Known = ReadonlyMap<string, ConfigNode>;

const maxSteps = 10;

/** @throws SyntaxProblem when the text is not HCL; neighbours that are not are left out. */
export function readTerraform(text: string, beside: readonly TerraformNeighbour[] = []): TerraformFile {
  const { blocks } = parseHcl(text);
  const neighbours = beside
    .filter(({ kind }) => kind === 'module')
    .flatMap(neighbour => attempt(neighbour.text)?.blocks ?? []);
  const own = knownIn(blocks);
  const foreign = new Map([...knownIn(neighbours), ...valuesFor(beside), ...argumentsFor(beside)]);
  return { blocks, neighbours, resolve: createResolve(own, foreign) };
}

function attempt(text: string): ReturnType<typeof parseHcl> | undefined {
  try {
    return parseHcl(text);
  } catch (error) {
    if (error instanceof SyntaxProblem || error instanceof RangeError) return undefined;
    throw error;
  }
}

function knownIn(blocks: readonly HclBlock[]): Known {
  const known = new Map<string, ConfigNode>();
  for (const block of blocks) {
    if (block.type === 'locals') {
      for (const entry of block.body.entries) known.set(`local.${entry.key}`, entry.value);
    }
    const fallback = block.type === 'variable' ? valueAt(block.body, 'default') : undefined;
    if (fallback !== undefined) known.set(`var.${block.labels[0] ?? ''}`, fallback);
  }
  return known;
}

/** What `terraform.tfvars` and `*.auto.tfvars` say. */
function valuesFor(beside: readonly TerraformNeighbour[]): Known {
  const entries = beside
    .filter(({ kind }) => kind === 'values')
    .flatMap(({ text }) => attempt(text)?.attributes.entries ?? []);
  return new Map(entries.map(({ key, value }) => [`var.${key}`, value]));
}

/** What `module` blocks pass to this module, as far as the calling file itself tells; the first caller decides. */
function argumentsFor(beside: readonly TerraformNeighbour[]): Known {
  const known = new Map<string, ConfigNode>();
  for (const { kind, text, calls } of beside) {
    const blocks = kind === 'caller' ? (attempt(text)?.blocks ?? []) : [];
    const resolve = createResolve(knownIn(blocks), new Map());
    for (const { type, body } of blocks) {
      const source = stringOf(entryOf(body, 'source')?.value);
      if (type !== 'module' || source === undefined || calls?.(source) !== true) continue;
      for (const { key, value } of body.entries) {
        const name = `var.${key}`;
        const resolved = resolve(value);
        // An expression that only the caller's files could tell is not known here.
        if (resolved.kind !== 'expression' && !known.has(name)) known.set(name, resolved);
      }
    }
  }
  return known;
}

function createResolve(own: Known, foreign: Known): (node: ConfigNode) => ConfigNode {
  const resolve = (node: ConfigNode, steps = maxSteps): ConfigNode => {
    if (node.kind !== 'expression' || steps === 0) return node;
    const outside = lookUp(foreign, node.text);
    // A value from elsewhere has no place in this file: it takes the reference's.
    const next = outside === undefined ? lookUp(own, node.text) : pinConfig(outside, node);
    if (next !== undefined) return resolve(next, steps - 1);
    const folded = fold(node, item => resolve(item, steps - 1));
    return folded === undefined ? node : resolve(folded, steps - 1);
  };
  return node => resolve(node);
}

type Expression = Extract<ConfigNode, { readonly kind: 'expression' }>;

/** The value of a condition on a literal, or of a function that only rearranges its arguments. */
function fold(node: Expression, resolve: (node: ConfigNode) => ConfigNode): ConfigNode | undefined {
  const { call, args, start, end } = node;
  switch (call) {
    case undefined: {
      const [condition, yes, no] = args;
      if (args.length !== 3 || condition === undefined || !isConditional(node)) return undefined;
      const value = resolve(condition);
      if (value.kind !== 'scalar' || typeof value.value !== 'boolean') return undefined;
      return value.value ? yes : no;
    }
    case 'sensitive':
    case 'nonsensitive':
    case 'tolist':
    case 'toset':
    case 'tostring':
    case 'tobool':
    case 'tonumber':
    case 'try':
    case 'distinct':
    case 'compact':
    case 'sort':
      return args[0];
    case 'coalesce':
      return args.find(arg => !isNull(resolve(arg)));
    case 'concat':
    case 'flatten':
      return { kind: 'list', items: args.flatMap(arg => itemsOf(resolve(arg))), start, end };
    case 'merge': {
      const maps = args.map(resolve);
      if (!maps.every(map => map.kind === 'map')) return undefined;
      const entries: ConfigEntry[] = maps.flatMap(map => [...map.entries]);
      return { kind: 'map', entries, start, end };
    }
    default:
      return undefined;
  }
}

/** `a ? b : c`: after the first operand comes the question mark. */
function isConditional({ text, args, start }: Expression): boolean {
  const [first, second] = args;
  return (
    first !== undefined &&
    second !== undefined &&
    text
      .slice(first.end - start)
      .trimStart()
      .startsWith('?')
  );
}

function isNull(node: ConfigNode): boolean {
  return node.kind === 'scalar' && (node.value === null || node.value === '');
}

/** `local.x`, or an attribute of it: `local.x.y`. */
function lookUp(known: Known, text: string): ConfigNode | undefined {
  const [root = '', name = '', ...path] = text.split('.');
  const base = known.get(`${root}.${name}`);
  return path.length === 0 ? base : valueAt(base, ...path);
}
