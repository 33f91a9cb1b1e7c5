import type { z } from 'zod';
import type { SettingProblem } from '../config/read-yaml.ts';
import { closest } from '../did-you-mean.ts';
import { type Expression, ExpressionError, referencesIn } from './expression/expression.ts';
import { parseExpression } from './expression/parse-expression.ts';
import { parseTemplate } from './template.ts';

/** What expressions at some place of a workflow may refer to. */
export type Visible = {
  readonly inputs: readonly string[];
  /** Steps that have ended before, each with the shape of its output where that is known. */
  readonly steps: ReadonlyMap<string, z.core.JSONSchema.BaseSchema | undefined>;
};

/** Facts about the run that every expression may use. */
export const contextNames = [
  'actor',
  'repository',
  'pull-request',
  'issue',
  'environment',
  'region',
] as const;
const stepNames = ['output', 'status', 'reason'] as const;

/** Problems of a condition. */
export function conditionProblems(
  source: string,
  path: readonly PropertyKey[],
  visible: Visible,
): readonly SettingProblem[] {
  if (source.includes('${{'))
    return [
      { path, atKey: false, message: 'A condition is an expression already; write it without "${{ }}".' },
    ];
  return checked(path, () => [parseExpression(source)], visible);
}

/** Problems of a text that may hold `${{ … }}`. */
export function templateProblems(
  text: string,
  path: readonly PropertyKey[],
  visible: Visible,
): readonly SettingProblem[] {
  return checked(
    path,
    () => parseTemplate(text).flatMap(part => (typeof part === 'string' ? [] : [part.expression])),
    visible,
  );
}

function checked(
  path: readonly PropertyKey[],
  parse: () => readonly Expression[],
  visible: Visible,
): readonly SettingProblem[] {
  try {
    return parse()
      .flatMap(referencesIn)
      .flatMap(reference => {
        const problem = referenceProblem(reference.path, visible);
        return problem === undefined ? [] : [{ path, atKey: false, ...problem }];
      });
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    const message = `At character ${error.at + 1} of the expression: ${error.message.replace(/\.?$/, '.')}`;
    return [{ path, atKey: false, message }];
  }
}

type Problem = { readonly message: string; readonly suggestion?: string | undefined };

function referenceProblem(path: readonly (string | number)[], visible: Visible): Problem | undefined {
  const [root, name, part, ...rest] = path;
  const roots = ['inputs', 'steps', 'context'];
  if (!roots.includes(String(root)))
    return unknown(`"${root}" is nothing an expression knows; begin with ${roots.join(', ')}`, root, roots);
  if (name === undefined)
    return root === 'inputs' ? undefined : { message: `"${root}" needs a name after it: ${root}.<name>.` };
  if (root === 'inputs') {
    return visible.inputs.includes(String(name))
      ? undefined
      : unknown(`There is no input "${name}"`, name, visible.inputs);
  }
  if (root === 'context') {
    return contextNames.some(known => known === name)
      ? undefined
      : unknown(`The context has no "${name}"; it has ${contextNames.join(', ')}`, name, contextNames);
  }
  if (!visible.steps.has(String(name)))
    return unknown(`There is no step "${name}" before this one`, name, [...visible.steps.keys()]);
  if (part === undefined || !stepNames.some(known => known === part))
    return unknown(`A step has ${stepNames.join(', ')}, not "${part ?? ''}"`, part ?? '', stepNames);
  return part === 'output'
    ? shapeProblem(visible.steps.get(String(name)), rest, `steps.${name}.output`)
    : undefined;
}

/** Follows a path through the shape that an agent's answer is promised to have. */
function shapeProblem(
  shape: z.core.JSONSchema.BaseSchema | undefined,
  path: readonly (string | number)[],
  at: string,
): Problem | undefined {
  const [segment, ...rest] = path;
  if (segment === undefined || shape === undefined) return undefined;
  if (typeof segment === 'number') return shapeProblem(schemaOf(shape.items), rest, `${at}[${segment}]`);
  if (shape.properties === undefined) return undefined;
  const names = Object.keys(shape.properties);
  if (!names.includes(segment))
    return unknown(`${at} has no "${segment}"; it has ${names.join(', ')}`, segment, names);
  return shapeProblem(schemaOf(shape.properties[segment]), rest, `${at}.${segment}`);
}

function schemaOf(schema: unknown): z.core.JSONSchema.BaseSchema | undefined {
  const isSchema = typeof schema === 'object' && schema !== null && !Array.isArray(schema);
  return isSchema ? (schema as z.core.JSONSchema.BaseSchema) : undefined;
}

function unknown(sentence: string, word: string | number | undefined, known: readonly string[]): Problem {
  return { message: `${sentence}.`, suggestion: closest(String(word), known) };
}
