import type {
  ParameterValue,
  RunnerJob,
  RunnerProblem,
  ValueSource,
  WorkflowSettings,
} from '../../../contracts/deploy-runner.ts';
import { didYouMean } from '../../../did-you-mean.ts';
import { parameterOf, resolveValue, valueNames } from './value-source.ts';
import type { WorkflowFile, WorkflowInput } from './workflow-file.ts';

/** GitHub's limits for a dispatch: inputs, and characters of all their values. */
const maxInputs = 25;
const maxInputCharacters = 65_535;

/** The input that carries the deployment's key; shown in `run-name:`, it makes the run easy to find. */
export const correlationInput = 'devops_run';

/** Inputs that are filled in by their names when the workflow declares them and the configuration says nothing. */
const standardInputs: Readonly<Record<string, ValueSource>> = {
  sha: '$sha',
  ref: '$ref',
  environment: '$environment',
  deployment_id: '$deployment',
  actor: '$actor',
  [correlationInput]: '$run',
};

/**
 * Whoever opens a pull request names its branch, and git takes `a$(reboot)`. Workflows put inputs into scripts as text,
 * so a name that a shell would read as more than a word is not passed on.
 */
const plainRef = /^[A-Za-z0-9][A-Za-z0-9._/@+-]*$/;

/** The inputs to dispatch with, or everything that is wrong. */
export type DispatchInputs =
  | { readonly kind: 'inputs'; readonly inputs: Readonly<Record<string, string>> }
  | { readonly kind: 'problems'; readonly problems: readonly RunnerProblem[] };

type Dispatchable = Extract<WorkflowFile, { kind: 'dispatchable' }>;

/** Fills the declared inputs; values are checked against the declaration, as GitHub would, but with a clear sentence. */
export function dispatchInputs(options: {
  readonly workflow: Dispatchable;
  /** `.github/workflows/deploy.yml`. */
  readonly path: string;
  readonly settings: WorkflowSettings;
  readonly job: Omit<RunnerJob, 'deploymentId'> & { readonly deploymentId?: number };
}): DispatchInputs {
  const { workflow, path, settings, job } = options;
  const sources = sourcesOf(workflow, settings, job.parameters);
  const problems = [
    ...undeclared(workflow, path, settings),
    ...leftOver(workflow, path, sources, job.parameters),
    ...(settings.ref === 'default-branch' ? commitNotPassed(workflow, path, sources) : []),
  ];
  const inputs: Record<string, string> = {};
  for (const [name, input] of workflow.inputs) {
    const source = sources.get(name);
    const resolved = source === undefined ? ({ kind: 'absent' } as const) : resolveValue(source, job);
    if (resolved.kind === 'unknown-name') problems.push(unknownName(path, name, String(source)));
    else if (resolved.kind === 'value') {
      problems.push(...wrongValue(input, resolved.value, path));
      if (source === '$ref' && !plainRef.test(job.ref)) problems.push(oddRef(input, path));
      inputs[name] = String(resolved.value);
    } else if (input.required && !input.hasDefault) problems.push(missing(input, path));
  }
  problems.push(...tooMuch(inputs, path));
  return problems.length === 0 ? { kind: 'inputs', inputs } : { kind: 'problems', problems };
}

/** By input: what the configuration says, else the parameter of that name, else the standard one. */
function sourcesOf(
  workflow: Dispatchable,
  settings: WorkflowSettings,
  parameters: RunnerJob['parameters'],
): ReadonlyMap<string, ValueSource> {
  const sources = new Map<string, ValueSource>();
  for (const name of workflow.inputs.keys()) {
    if (Object.hasOwn(settings.inputs, name)) sources.set(name, settings.inputs[name] ?? '');
    else if (Object.hasOwn(parameters, name)) sources.set(name, `$param.${name}`);
    else if (Object.hasOwn(standardInputs, name)) sources.set(name, standardInputs[name] ?? '');
  }
  return sources;
}

function undeclared(
  workflow: Dispatchable,
  path: string,
  settings: WorkflowSettings,
): readonly RunnerProblem[] {
  return Object.keys(settings.inputs)
    .filter(name => !workflow.inputs.has(name))
    .map(name => ({
      code: 'workflow-input-unknown',
      message: `The configuration passes the input \`${name}\`, which \`${path}\` does not declare (line ${workflow.line}).${didYouMean(name, workflow.inputs.keys())}`,
      next: `Declare it under \`on.workflow_dispatch.inputs\`, or take it out of \`runner.inputs\`.`,
    }));
}

function leftOver(
  workflow: Dispatchable,
  path: string,
  sources: ReadonlyMap<string, ValueSource>,
  parameters: RunnerJob['parameters'],
): readonly RunnerProblem[] {
  const taken = new Set([...sources.values()].map(parameterOf));
  return Object.keys(parameters)
    .filter(name => !taken.has(name))
    .map(name => ({
      code: 'parameter-not-taken',
      message: `The parameter \`${name}\` would be lost: \`${path}\` declares no input of that name (line ${workflow.line}).`,
      next: `Declare the input \`${name}\`, or pass the parameter on with \`runner.inputs\` as \`$param.${name}\`.`,
    }));
}

/** A workflow of the default branch that is not told the commit would deploy something else. */
function commitNotPassed(
  workflow: Dispatchable,
  path: string,
  sources: ReadonlyMap<string, ValueSource>,
): readonly RunnerProblem[] {
  if ([...sources.values()].includes('$sha')) return [];
  return [
    {
      code: 'workflow-commit-input-missing',
      message: `\`${path}\` takes no input for the commit (line ${workflow.line}), so it would deploy the default branch instead.`,
      next: 'Declare an input `sha` and check out `${{ inputs.sha }}`, or set `runner.ref: head` to run the deployed branch’s own version of the workflow.',
    },
  ];
}

function unknownName(path: string, input: string, source: string): RunnerProblem {
  const names = valueNames.map(name => `$${name}`);
  return {
    code: 'workflow-input-source-unknown',
    message: `The input \`${input}\` of \`${path}\` is to be filled from \`${source}\`, which does not exist.${didYouMean(source, names)}`,
    next: `Use one of ${names.map(name => `\`${name}\``).join(', ')}, or write \`$$\` for a literal dollar sign.`,
  };
}

function oddRef(input: WorkflowInput, path: string): RunnerProblem {
  return {
    code: 'ref-not-plain',
    message: `The branch’s name is more than a plain word, so it is not passed on as the input \`${input.name}\` of \`${path}\` (line ${input.line}).`,
    next: 'Rename the branch to letters, digits and `._/@+-`, or pass `$sha` instead.',
  };
}

function missing(input: WorkflowInput, path: string): RunnerProblem {
  return {
    code: 'workflow-input-missing',
    message: `\`${path}\` requires the input \`${input.name}\` (line ${input.line}), and nothing fills it in.`,
    next: `Declare a parameter \`${input.name}\` for the environment, add it to \`runner.inputs\`, or give the input a default.`,
  };
}

function wrongValue(input: WorkflowInput, value: ParameterValue, path: string): readonly RunnerProblem[] {
  const text = String(value);
  const expected = expectation(input, text);
  if (expected === undefined) return [];
  return [
    {
      code: 'workflow-input-invalid',
      message: `The input \`${input.name}\` of \`${path}\` (line ${input.line}) takes ${expected}.`,
      next: 'Give another value, or change the declaration of the parameter or of the input so that they agree.',
    },
  ];
}

/** What the input takes, when the value is something else. */
function expectation({ type, options }: WorkflowInput, text: string): string | undefined {
  if (type === 'boolean') return /^(?:true|false)$/.test(text) ? undefined : '`true` or `false`';
  if (type === 'number') return /^-?\d+(?:\.\d+)?$/.test(text) ? undefined : 'a number';
  if (type !== 'choice' || options.includes(text)) return undefined;
  return `one of ${options.map(option => `\`${option}\``).join(', ')}`;
}

function tooMuch(inputs: Readonly<Record<string, string>>, path: string): readonly RunnerProblem[] {
  const names = Object.keys(inputs);
  const characters = Object.values(inputs).reduce((sum, value) => sum + value.length, 0);
  if (names.length <= maxInputs && characters <= maxInputCharacters) return [];
  return [
    {
      code: 'workflow-inputs-too-many',
      message: `\`${path}\` would be given ${names.length} inputs of ${characters} characters; GitHub takes ${maxInputs} and ${maxInputCharacters}.`,
      next: 'Pass fewer or shorter inputs.',
    },
  ];
}
