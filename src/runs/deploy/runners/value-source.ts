import type { ParameterValue, RunnerJob, ValueSource } from '../../../contracts/deploy-runner.ts';

/** The facts of a deployment that a `$name` stands for. */
export const valueNames = [
  'sha',
  'short-sha',
  'ref',
  'environment',
  'deployment',
  'run',
  'actor',
  'param.<name>',
] as const;

export type ResolvedValue =
  | { readonly kind: 'value'; readonly value: ParameterValue }
  /** A parameter that was not given and has no default. */
  | { readonly kind: 'absent' }
  | { readonly kind: 'unknown-name' };

type Facts = Pick<RunnerJob, 'sha' | 'ref' | 'environment' | 'key' | 'actor' | 'parameters'> & {
  readonly deploymentId?: number;
};

/** What a configured value stands for in this deployment; `$$` at the start writes a literal dollar sign. */
export function resolveValue(source: ValueSource, job: Facts): ResolvedValue {
  if (typeof source !== 'string' || !source.startsWith('$')) return { kind: 'value', value: source };
  if (source.startsWith('$$')) return { kind: 'value', value: source.slice(1) };
  const name = source.slice(1);
  if (name.startsWith('param.')) {
    const parameter = name.slice('param.'.length);
    const value = Object.hasOwn(job.parameters, parameter) ? job.parameters[parameter] : undefined;
    return value === undefined ? { kind: 'absent' } : { kind: 'value', value };
  }
  const facts: Readonly<Record<string, ParameterValue>> = {
    sha: job.sha,
    'short-sha': job.sha.slice(0, 12),
    ref: job.ref,
    environment: job.environment,
    // Before it exists the deployment has no id; validation needs a value of its type only.
    deployment: job.deploymentId ?? 0,
    run: job.key,
    actor: job.actor,
  };
  const value = Object.hasOwn(facts, name) ? facts[name] : undefined;
  return value === undefined ? { kind: 'unknown-name' } : { kind: 'value', value };
}

/** The parameter that a source takes its value from, if it is one. */
export function parameterOf(source: ValueSource): string | undefined {
  return typeof source === 'string' && source.startsWith('$param.')
    ? source.slice('$param.'.length)
    : undefined;
}
