import { z } from 'zod';
import { severities } from '../src/contracts/severity.ts';
import { AppError } from '../src/errors.ts';

/** One input or output as users meet it; `action.yml` must say the same, which a test checks. */
type InputDefinition = { readonly description: string; readonly default: string };

/** Every input of the Action. */
export const inputs = {
  agent: {
    description:
      'What to run: `security` reviews the change (or, on `schedule`, the whole tree); `code` reviews what changed for what breaks callers, data and tests; `diagnose` says why CI failed; `triage`, on `issues`, triages the issue; `audit`, `health` and `cost` look at the AWS account of the job’s credentials; any other name is an agent of this release or of the default branch.',
    default: 'security',
  },
  workflow: {
    description: 'A workflow of this release or of the default branch to run instead of `agent`.',
    default: '',
  },
  input: {
    description: 'What the agent shall do; for a workflow its inputs, one key=value a line.',
    default: '',
  },
  log: {
    description:
      'For `diagnose`: captured output of this job’s own steps, whose log GitHub gives only when the job has ended; also JUnit XML. Relative to the workspace, one a line.',
    default: '',
  },
  regions: {
    description:
      'For `audit`, `health` and `cost`: regions to look at. Default: `aws.regions` of .github/devops.yml, else every enabled one; `health` and `cost` take the region of the credentials before that.',
    default: '',
  },
  controls: {
    description: 'For `audit`: ids of the controls to look at, for example 2.1.4 5.3; empty means all.',
    default: '',
  },
  baseline: {
    description:
      'For `audit`: report of an earlier audit (.json of `report-file`), to tell what changed. Relative to the workspace; it may be missing.',
    default: '',
  },
  'report-file': {
    description:
      'For `audit`, `health` and `cost`: where the whole report is written, relative to the workspace, one a line; the ending says how: .json, .md, and for `audit` .html and .ocsf.json.',
    default: '',
  },
  'github-token': {
    description: 'Token for reading the change and writing comments.',
    default: '${{ github.token }}',
  },
  'fail-on': {
    description:
      'Fail from this severity on: critical, high, medium, low, info or never. Default: what .github/devops.yml says, else high.',
    default: '',
  },
  'fail-on-incomplete': {
    description: 'Fail when something could not be looked at (true or false).',
    default: 'true',
  },
  comment: {
    description:
      'Comment on the pull request: auto (when the token may), true (fail when it may not) or false.',
    default: 'auto',
  },
  'sarif-file': {
    description: 'Where the SARIF file is written, relative to the workspace.',
    default: 'devops.sarif',
  },
  'sarif-in': {
    description:
      'SARIF files of other scanners to report along, relative to the workspace, one a line; empty means none.',
    default: '',
  },
  'upload-sarif': {
    description:
      'Upload the findings to code scanning: auto (when the token may and it is on), true (fail when not) or false.',
    default: 'false',
  },
  'verify-secrets': {
    description:
      'Ask the providers of found secrets whether they are still accepted (true or false). Each is sent to its provider and nobody else; never for pull requests of forks.',
    default: 'false',
  },
  model: { description: 'Model to ask, for example gpt-5.6-luna; empty asks none.', default: '' },
  'model-api-key': { description: 'Key of the model’s provider, from a secret.', default: '' },
  'model-base-url': { description: 'OpenAI-compatible address; empty means OpenAI.', default: '' },
} as const satisfies Readonly<Record<string, InputDefinition>>;

/** Every output of the Action. */
export const outputs = {
  outcome: {
    description:
      'passed, findings, incomplete, refused, failed or cancelled; of an agent or a workflow completed, incomplete, refused, failed, cancelled or awaiting-approval.',
  },
  result: {
    description:
      'The answer of the agent, the outputs of the workflow, the diagnosis of `diagnose`, or the counts of `audit`, `health` and `cost`, as JSON.',
  },
  category: {
    description: 'For `diagnose`: what kind of failure the first one is, for example test or network.',
  },
  findings: {
    description:
      'How many findings are reported; of `audit` controls that fail, of `health` resources in warning or critical, of `cost` savings.',
  },
  critical: { description: 'How many of them are critical.' },
  high: { description: 'How many of them are high.' },
  fixed: {
    description: 'How many of the last review’s findings are gone; 0 where no earlier comment is known.',
  },
  'not-analysed': { description: 'How many parts were not looked at.' },
  'sarif-file': {
    description: 'Path of the SARIF file, relative to the workspace; empty when none was written.',
  },
  'cost-usd': {
    description: 'What the model cost in US dollars; empty when none was asked or its price is unknown.',
  },
} as const;

const switchSchema = z.enum(['true', 'false']).transform(value => value === 'true');

const inputsSchema = z.object({
  agent: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'must be the name of an agent'),
  workflow: z
    .union([z.literal(''), z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'must be the name of a workflow')])
    .transform(emptyAsUndefined),
  input: z.string().transform(emptyAsUndefined),
  log: z.string().transform(linesOf),
  regions: z
    .string()
    .transform(wordsOf)
    .pipe(z.array(z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'must be regions such as eu-central-1'))),
  controls: z.string().transform(wordsOf),
  baseline: z.string().transform(emptyAsUndefined),
  'report-file': z.string().transform(linesOf),
  'github-token': z.string().min(1, 'is empty; pass `github-token: ${{ github.token }}` or leave it out'),
  'fail-on': z.enum([...severities, 'never', '']).transform(value => (value === '' ? undefined : value)),
  'fail-on-incomplete': switchSchema,
  comment: z.enum(['auto', 'true', 'false']),
  'sarif-file': z.string().min(1),
  'sarif-in': z.string().transform(linesOf),
  'upload-sarif': z.enum(['auto', 'true', 'false']),
  'verify-secrets': switchSchema,
  model: z.string().transform(emptyAsUndefined),
  'model-api-key': z.string().transform(emptyAsUndefined),
  'model-base-url': z.union([z.literal(''), z.url({ protocol: /^https?$/ })]).transform(emptyAsUndefined),
});

/** An output's name. */
export type OutputName = keyof typeof outputs;

/** The inputs of one run, checked. */
export type ActionInputs = z.infer<typeof inputsSchema>;

/**
 * Reads `INPUT_*`, the only place that does.
 *
 * @throws AppError `bad-input` naming every input that is wrong and what it takes.
 */
export function readInputs(environment: Readonly<Record<string, string | undefined>>): ActionInputs {
  const given = Object.entries(inputs).map(([name, definition]) => {
    const value = environment[`INPUT_${name.toUpperCase()}`]?.trim();
    return [name, value === undefined || value === '' ? withoutExpression(definition.default) : value];
  });
  const parsed = inputsSchema.safeParse(Object.fromEntries(given));
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(issue => `input \`${issue.path.join('.')}\`: ${issue.message}`);
  throw new AppError({ code: 'bad-input', publicMessage: problems.join('\n') });
}

/** Expressions are resolved by the runner; outside of one there is nothing to put in. */
function withoutExpression(value: string): string {
  return value.startsWith('${{') ? '' : value;
}

function linesOf(value: string): readonly string[] {
  return value
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '');
}

/** Separated by spaces, commas or lines. */
function wordsOf(value: string): string[] {
  return value.split(/[\s,]+/).filter(word => word !== '');
}

function emptyAsUndefined(value: string): string | undefined {
  return value === '' ? undefined : value;
}
