import { type ConfigEntry, type ConfigNode, maxConfigDepth } from './config-node.ts';
import { SyntaxProblem } from './syntax-problem.ts';
import { parseYaml } from './yaml.ts';

/** Stands for what a template's action writes; of the private use area, so no file has it. */
const unknown = '\u{e000}';
const action = /\{\{(?:[^}"`]|"(?:[^"\\\n]|\\.)*"|`[^`]*`|\}(?!\})){0,500}\}\}/g;

/**
 * Reads a template of YAML (Helm, text/template) as far as its literal text goes: lines of actions alone are left
 * out, an action within a value makes the value unknown, and both branches of a condition are there. Positions are
 * those of the template.
 *
 * @throws SyntaxProblem when what is left is not YAML.
 */
export function parseHelmTemplate(text: string): readonly ConfigNode[] {
  if (text.includes(unknown)) return [];
  const filled = text
    .replace(/^[ \t]*(?:-[ \t]+)?(?:\{\{(?:(?!\}\})[^]){0,2000}\}\}[ \t]*)+$/gm, blank)
    .replace(action, found => (found.includes('\n') ? blank(found) : unknown.repeat(found.length)));
  return parseYaml(filled).map(document => withUnknowns(document, 0));
}

function blank(found: string): string {
  return found.replace(/[^\n\r]/g, ' ');
}

function withUnknowns(node: ConfigNode, depth: number): ConfigNode {
  if (depth > maxConfigDepth) throw new SyntaxProblem('nested too deeply', node.start);
  const { start, end } = node;
  switch (node.kind) {
    case 'scalar':
      return typeof node.value === 'string' && node.value.includes(unknown)
        ? { kind: 'expression', args: [], text: '', start, end }
        : node;
    case 'list':
      return { ...node, items: node.items.map(item => withUnknowns(item, depth + 1)) };
    case 'map':
      return {
        ...node,
        entries: node.entries.map(
          (entry): ConfigEntry => ({ ...entry, value: withUnknowns(entry.value, depth + 1) }),
        ),
      };
    case 'expression':
      return node;
  }
}
