import { type ConfigNode, valueAt } from './config-node.ts';
import { type HclBlock, parseHcl } from './hcl.ts';

/** A Terraform file with what its expressions can be resolved to without leaving it. */
export type TerraformFile = {
  readonly blocks: readonly HclBlock[];
  /** Follows `local.x` and the default of `var.x`, at most 10 steps; other nodes come back as they are. */
  readonly resolve: (node: ConfigNode) => ConfigNode;
};

const maxSteps = 10;

/** @throws SyntaxProblem when the text is not HCL. */
export function readTerraform(text: string): TerraformFile {
  const { blocks } = parseHcl(text);
  const known = new Map<string, ConfigNode>();
  for (const block of blocks) {
    if (block.type === 'locals') {
      for (const entry of block.body.entries) known.set(`local.${entry.key}`, entry.value);
    }
    const fallback = block.type === 'variable' ? valueAt(block.body, 'default') : undefined;
    if (fallback !== undefined) known.set(`var.${block.labels[0] ?? ''}`, fallback);
  }
  const resolve = (node: ConfigNode): ConfigNode => {
    let current = node;
    for (let step = 0; step < maxSteps && current.kind === 'expression'; step += 1) {
      const next = lookUp(known, current.text);
      if (next === undefined) return current;
      current = next;
    }
    return current;
  };
  return { blocks, resolve };
}

/** `local.x`, or an attribute of it: `local.x.y`. */
function lookUp(known: ReadonlyMap<string, ConfigNode>, text: string): ConfigNode | undefined {
  const [root = '', name = '', ...path] = text.split('.');
  const base = known.get(`${root}.${name}`);
  return path.length === 0 ? base : valueAt(base, ...path);
}
