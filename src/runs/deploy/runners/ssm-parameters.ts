import type { SsmDocument } from '../../../clients/aws/ssm-client.ts';
import type {
  ParameterValue,
  RunnerJob,
  RunnerProblem,
  SsmSettings,
  ValueSource,
} from '../../../contracts/deploy-runner.ts';
import { runsScripts } from '../../../contracts/ssm-document.ts';
import { didYouMean } from '../../../did-you-mean.ts';
import { parameterOf, resolveValue } from './value-source.ts';

/**
 * Values that a document may get from a deployment. Documents put parameters into their scripts as text, so nothing
 * that a shell would read as more than a word goes in.
 */
const safeValue = /^[A-Za-z0-9][A-Za-z0-9._:/@+=,-]{0,499}$/;

export type DocumentParameters =
  | { readonly kind: 'parameters'; readonly parameters: Readonly<Record<string, readonly string[]>> }
  | { readonly kind: 'problems'; readonly problems: readonly RunnerProblem[] };

/** Fills the document's parameters, or says everything that is wrong. */
export function documentParameters(
  document: SsmDocument,
  settings: SsmSettings,
  job: Omit<RunnerJob, 'deploymentId'> & { readonly deploymentId?: number },
): DocumentParameters {
  const unsuitable = unsuitableDocument(document);
  if (unsuitable !== undefined) return { kind: 'problems', problems: [unsuitable] };
  const sources = sourcesOf(document, settings, job.parameters);
  const problems = [
    ...undeclared(document, settings),
    ...leftOver(document, sources, job.parameters),
    ...commitNotPassed(document, sources),
  ];
  const parameters: Record<string, readonly string[]> = {};
  for (const { name, hasDefault } of document.parameters) {
    const source = sources.get(name);
    const resolved = source === undefined ? ({ kind: 'absent' } as const) : resolveValue(source, job);
    if (resolved.kind === 'value') {
      if (isFromOutside(source) && !isSafe(resolved.value)) problems.push(unsafe(document, name));
      parameters[name] = [String(resolved.value)];
    } else if (!hasDefault || resolved.kind === 'unknown-name') problems.push(missing(document, name));
  }
  return problems.length === 0 ? { kind: 'parameters', parameters } : { kind: 'problems', problems };
}

function unsuitableDocument({ name, type, parameters }: SsmDocument): RunnerProblem | undefined {
  if (type !== 'Command') {
    return {
      code: 'ssm-document-type',
      message: `The document \`${name}\` is of type \`${type}\`; instances can be sent documents of type \`Command\` only.`,
      next: 'Name a Command document in `runner.document`.',
    };
  }
  const script = runsScripts(
    name,
    parameters.map(parameter => parameter.name),
  );
  if (script === undefined) return undefined;
  return {
    code: 'ssm-document-runs-scripts',
    message: `The document \`${name}\` runs whatever it is given${script.parameter === undefined ? '' : ` in \`${script.parameter}\``}.`,
    next: 'Write a document of your own whose steps are fixed and whose parameters are words with an `allowedPattern`.',
  };
}

function sourcesOf(
  document: SsmDocument,
  settings: SsmSettings,
  given: RunnerJob['parameters'],
): ReadonlyMap<string, ValueSource> {
  const sources = new Map<string, ValueSource>();
  for (const { name } of document.parameters) {
    if (Object.hasOwn(settings.parameters, name)) sources.set(name, settings.parameters[name] ?? '');
    else if (Object.hasOwn(given, name)) sources.set(name, `$param.${name}`);
  }
  return sources;
}

function undeclared(document: SsmDocument, settings: SsmSettings): readonly RunnerProblem[] {
  const declared = document.parameters.map(({ name }) => name);
  return Object.keys(settings.parameters)
    .filter(name => !declared.includes(name))
    .map(name => ({
      code: 'ssm-parameter-unknown',
      message: `The configuration passes the parameter \`${name}\`, which the document \`${document.name}\` (version ${document.version}) does not declare.${didYouMean(name, declared)}`,
      next: 'Declare it in the document, or take it out of `runner.parameters`.',
    }));
}

function leftOver(
  document: SsmDocument,
  sources: ReadonlyMap<string, ValueSource>,
  given: RunnerJob['parameters'],
): readonly RunnerProblem[] {
  const taken = new Set([...sources.values()].map(parameterOf));
  return Object.keys(given)
    .filter(name => !taken.has(name))
    .map(name => ({
      code: 'parameter-not-taken',
      message: `The parameter \`${name}\` would be lost: the document \`${document.name}\` declares none of that name.`,
      next: `Declare it in the document, or pass it on with \`runner.parameters\` as \`$param.${name}\`.`,
    }));
}

function commitNotPassed(
  document: SsmDocument,
  sources: ReadonlyMap<string, ValueSource>,
): readonly RunnerProblem[] {
  const values = [...sources.values()];
  if (values.includes('$sha') || values.includes('$short-sha')) return [];
  return [
    {
      code: 'ssm-commit-not-passed',
      message: `Nothing tells the document \`${document.name}\` which commit to deploy.`,
      next: 'Give one of its parameters the value `$sha` in `runner.parameters`.',
    },
  ];
}

/** Literals stand in the configuration on the default branch; everything else came with the deployment. */
function isFromOutside(source: ValueSource | undefined): boolean {
  return typeof source === 'string' && source.startsWith('$') && !source.startsWith('$$');
}

function isSafe(value: ParameterValue): boolean {
  return typeof value !== 'string' || safeValue.test(value);
}

function unsafe(document: SsmDocument, name: string): RunnerProblem {
  return {
    code: 'ssm-value-refused',
    message: `The value for the parameter \`${name}\` of \`${document.name}\` is more than a plain word.`,
    next: 'Use letters, digits and `._:/@+=,-` only, beginning with a letter or digit.',
  };
}

function missing(document: SsmDocument, name: string): RunnerProblem {
  return {
    code: 'ssm-parameter-missing',
    message: `The document \`${document.name}\` requires the parameter \`${name}\`, and nothing fills it in.`,
    next: 'Add it to `runner.parameters`, declare a deployment parameter of that name, or give it a default.',
  };
}
