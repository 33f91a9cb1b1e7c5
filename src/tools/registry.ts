import type { Tool, ToolSpecification } from '../contracts/tool.ts';
import { didYouMean } from '../did-you-mean.ts';
import { AppError } from '../errors.ts';

/** Tools by name. */
export type ToolRegistry = {
  /** In the order of their names. */
  readonly tools: readonly Tool[];
  /** The tool, or a sentence that says there is none and which name was perhaps meant. */
  find(
    name: string,
  ): { readonly kind: 'tool'; readonly tool: Tool } | { readonly kind: 'unknown'; readonly message: string };
};

/**
 * Puts tools of every origin into one name space.
 *
 * @throws AppError when two have the same name: one must not stand in for another.
 */
export function createToolRegistry(tools: readonly Tool[]): ToolRegistry {
  const byName = new Map<string, Tool>();
  for (const tool of tools) {
    if (byName.has(tool.name)) {
      throw new AppError({
        code: 'tool-name-taken',
        publicMessage: `Two tools are named ${tool.name}; rename the one that is configured.`,
      });
    }
    byName.set(tool.name, tool);
  }
  const sorted = tools.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return {
    tools: sorted,
    find(name) {
      const tool = byName.get(name);
      return tool === undefined
        ? { kind: 'unknown', message: unknownTool(name, sorted) }
        : { kind: 'tool', tool };
    },
  };
}

/** `There is no tool "x"; …` with a guess. */
export function unknownTool(name: string, tools: readonly Pick<ToolSpecification, 'name'>[]): string {
  const guess = didYouMean(
    name,
    tools.map(tool => tool.name),
  );
  return `There is no tool "${name}"; \`devops tools list\` shows them.${guess}`;
}
