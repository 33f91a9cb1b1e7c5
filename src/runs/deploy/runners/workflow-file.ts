import { createLineIndex } from '../../../analysis/line-index.ts';
import {
  type ConfigNode,
  entryOf,
  itemsOf,
  stringOf,
  valueAt,
  walkConfig,
} from '../../../parsers/config-node.ts';
import { SyntaxProblem } from '../../../parsers/syntax-problem.ts';
import { parseYaml } from '../../../parsers/yaml.ts';

/** An input that a workflow takes when it is dispatched. */
export type WorkflowInput = {
  readonly name: string;
  readonly type: 'string' | 'boolean' | 'number' | 'choice' | 'environment';
  readonly required: boolean;
  readonly hasDefault: boolean;
  /** Of a `choice`. */
  readonly options: readonly string[];
  /** 1-based line of the input's name. */
  readonly line: number;
};

/** What a workflow file says about being dispatched. */
export type WorkflowFile =
  | {
      readonly kind: 'dispatchable';
      readonly inputs: ReadonlyMap<string, WorkflowInput>;
      /** Line of `workflow_dispatch`. */
      readonly line: number;
      /** Whether `run-name:` shows the named input, so that a run can be told from its title. */
      readonly titleShows: (input: string) => boolean;
    }
  | { readonly kind: 'not-dispatchable'; readonly line: number }
  | { readonly kind: 'not-a-workflow'; readonly line: number; readonly reason: string };

const inputTypes = ['string', 'boolean', 'number', 'choice', 'environment'] as const;

/** Reads the triggers of a workflow: "Workflow syntax for GitHub Actions", `on.workflow_dispatch.inputs`. */
export function readWorkflowFile(text: string): WorkflowFile {
  const lines = createLineIndex(text);
  const lineOf = (offset: number): number => lines.position(offset).line;
  let root: ConfigNode | undefined;
  try {
    root = parseYaml(text)[0];
  } catch (error) {
    if (!(error instanceof SyntaxProblem)) throw error;
    return { kind: 'not-a-workflow', line: lineOf(error.offset), reason: 'is not valid YAML' };
  }
  const on = entryOf(root, 'on');
  if (on === undefined) return { kind: 'not-a-workflow', line: 1, reason: 'has no `on:`' };
  const onLine = lineOf(on.keySpan.start);
  const trigger = triggerOf(on.value);
  if (trigger === undefined) return { kind: 'not-dispatchable', line: onLine };
  const inputs = valueAt(trigger.settings, 'inputs');
  const declared = inputs?.kind === 'map' ? inputs.entries : [];
  const title = stringOf(valueAt(root, 'run-name')) ?? '';
  return {
    kind: 'dispatchable',
    line: trigger.start === undefined ? onLine : lineOf(trigger.start),
    inputs: new Map(
      declared.map(({ key, keySpan, value }) => [key, inputOf(key, value, lineOf(keySpan.start))]),
    ),
    titleShows: input =>
      [...title.matchAll(/\$\{\{(?<expression>.*?)\}\}/gs)].some(match =>
        new RegExp(`\\binputs\\.${input}\\b`).test(match.groups?.['expression'] ?? ''),
      ),
  };
}

/** `on: workflow_dispatch`, `on: [push, workflow_dispatch]` or `on: { workflow_dispatch: … }`. */
function triggerOf(
  on: ConfigNode,
): { readonly start: number | undefined; readonly settings: ConfigNode | undefined } | undefined {
  const entry = entryOf(on, 'workflow_dispatch');
  if (entry !== undefined) return { start: entry.keySpan.start, settings: entry.value };
  const listed = itemsOf(on).find(item => stringOf(item) === 'workflow_dispatch');
  return listed === undefined ? undefined : { start: listed.start, settings: undefined };
}

function inputOf(name: string, node: ConfigNode, line: number): WorkflowInput {
  const required = valueAt(node, 'required');
  const standard = valueAt(node, 'default');
  const options = valueAt(node, 'options');
  return {
    name,
    line,
    type: inputTypes.find(type => type === stringOf(valueAt(node, 'type'))) ?? 'string',
    required: required?.kind === 'scalar' && required.value === true,
    hasDefault: standard?.kind === 'scalar' && standard.value !== null && standard.value !== '',
    options: options === undefined ? [] : [...walkConfig(options)].flatMap(scalarText),
  };
}

function scalarText(node: ConfigNode): readonly string[] {
  return node.kind === 'scalar' && node.value !== null ? [String(node.value)] : [];
}
