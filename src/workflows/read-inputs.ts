import type { WorkflowInput } from '../contracts/workflow.ts';
import { didYouMean } from '../did-you-mean.ts';

/** A workflow's inputs by name; optional ones that were not given and have no default are null. */
export type InputValues = Readonly<Record<string, string | number | boolean | null>>;

/**
 * Reads `key=value` texts into the types that a workflow's inputs have.
 *
 * @returns sentences about everything that is wrong, if anything is.
 */
export function readInputs(
  declared: readonly WorkflowInput[],
  given: Readonly<Record<string, string>>,
):
  | { readonly kind: 'inputs'; readonly values: InputValues }
  | { readonly kind: 'problems'; readonly problems: readonly string[] } {
  const names = declared.map(({ name }) => name);
  const problems = Object.keys(given)
    .filter(name => !names.includes(name))
    .map(name => `There is no input "${name.slice(0, 40)}".${didYouMean(name, names)}`);
  const values = declared.map((input): readonly [string, string | number | boolean | null] => {
    const text = Object.hasOwn(given, input.name) ? given[input.name] : undefined;
    if (text === undefined) {
      if (input.required)
        problems.push(`The input "${input.name}" is required: ${input.name}=<${input.type}>.`);
      return [input.name, input.standard ?? null];
    }
    const value = typed(text, input);
    if (value === undefined) problems.push(`The input "${input.name}" must be a ${input.type}.`);
    else if (input.choices !== undefined && !input.choices.some(choice => choice === value))
      problems.push(`The input "${input.name}" must be one of ${input.choices.join(', ')}.`);
    return [input.name, value ?? null];
  });
  return problems.length > 0
    ? { kind: 'problems', problems }
    : { kind: 'inputs', values: Object.fromEntries(values) };
}

function typed(text: string, { type }: WorkflowInput): string | number | boolean | undefined {
  switch (type) {
    case 'text':
      return text;
    case 'number':
      return /^-?\d+(?:\.\d+)?$/.test(text.trim()) ? Number(text) : undefined;
    case 'boolean':
      return { true: true, false: false }[text.trim().toLowerCase()];
  }
}
