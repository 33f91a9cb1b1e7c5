import type { ParameterConfig, ParameterValues } from '../../contracts/deploy.ts';
import type { ParameterValue } from '../../contracts/deploy-runner.ts';
import { didYouMean } from '../../did-you-mean.ts';

/** The values to deploy with, or what is wrong with what was given. */
export type ReadParameters =
  | { readonly kind: 'ok'; readonly values: ParameterValues }
  | { readonly kind: 'wrong'; readonly message: string };

/** What a text may be when its declaration has no pattern: nothing that means anything to a shell. */
const plainText = /^(?!-)[A-Za-z0-9._:/@+-]+$/;

/** Checks given parameters against their declarations and fills in defaults. Names and values come from a comment. */
export function readParameters(
  declared: Readonly<Record<string, ParameterConfig>>,
  given: Readonly<Record<string, string>>,
): ReadParameters {
  const names = Object.keys(declared);
  const unknown = Object.keys(given).find(name => !names.includes(name));
  if (unknown !== undefined) {
    const known = names.length === 0 ? 'It has none.' : `It has ${names.map(code).join(', ')}.`;
    const message = `The environment has no parameter ${code(unknown)}.${didYouMean(unknown, names)} ${known}`;
    return { kind: 'wrong', message };
  }
  const values: Record<string, ParameterValue> = {};
  for (const [name, declaration] of Object.entries(declared)) {
    const text = Object.hasOwn(given, name) ? given[name] : undefined;
    if (text === undefined) {
      if (declaration.default !== undefined) values[name] = declaration.default;
      else if (declaration.required)
        return { kind: 'wrong', message: `The parameter ${code(name)} is missing: ${takes(declaration)}.` };
      continue;
    }
    const value = readValue(declaration, text);
    if (value === undefined)
      return { kind: 'wrong', message: `The parameter ${code(name)} takes ${takes(declaration)}.` };
    values[name] = value;
  }
  return { kind: 'ok', values };
}

function readValue(declaration: ParameterConfig, text: string): ParameterValue | undefined {
  switch (declaration.type) {
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : undefined;
    case 'number': {
      const { minimum = -Infinity, maximum = Infinity } = declaration;
      const value = /^-?\d{1,15}(\.\d{1,10})?$/.test(text) ? Number(text) : Number.NaN;
      return value >= minimum && value <= maximum ? value : undefined;
    }
    case 'choice':
      return declaration.choices.includes(text) ? text : undefined;
    case 'text': {
      const { pattern } = declaration;
      const form = pattern === undefined ? plainText : new RegExp(`^(?:${pattern})$`, 'u');
      return form.test(text) ? text : undefined;
    }
  }
}

function takes({ type, choices, pattern, minimum, maximum }: ParameterConfig): string {
  if (type === 'boolean') return '`true` or `false`';
  if (type === 'choice') return `one of ${choices.map(code).join(', ')}`;
  if (type === 'text')
    return pattern === undefined
      ? 'letters, digits and `._:/@+-`, no leading dash'
      : `text like ${code(pattern)}`;
  const bounds = [
    ...(minimum === undefined ? [] : [`from ${minimum}`]),
    ...(maximum === undefined ? [] : [`up to ${maximum}`]),
  ];
  return ['a number', ...bounds].join(' ');
}

function code(text: string): string {
  return `\`${text.replaceAll('`', "'")}\``;
}
