import type {
  DeployConfig,
  DeployLimits,
  EnvironmentConfig,
  GatesConfig,
  ParameterConfig,
} from '../../contracts/deploy.ts';
import { defaultGates, freezeOf, gatesOver } from './effective-gates.ts';
import { effectiveRunner, effectiveVerification } from './effective-runner.ts';
import type { WrittenDeploy, WrittenEnvironment } from './schema.ts';
import { tightenGates } from './tighten-gates.ts';

/** Told about every setting that is kept as the organisation has it. */
type Refuse = (setting: string, kept: string) => void;

/** What a written environment is when both files may have it: the repository's settings over the organisation's. */
type Written = { readonly organisation?: WrittenEnvironment; readonly repository?: WrittenEnvironment };

/**
 * The effective `deploy:`. Environments of the organisation exist in every repository and may be filled in further
 * there; gates, order, freeze windows, limits and `production` of the organisation are floors, everything else (the
 * runner, the address, parameters) is the repository's where it says so.
 */
export function mergeDeploy(
  organisation: WrittenDeploy = {},
  repository: WrittenDeploy = {},
  refuse: Refuse,
): DeployConfig {
  const names = new Set([
    ...Object.keys(repository.environments ?? {}),
    ...Object.keys(organisation.environments ?? {}),
  ]);
  return {
    environments: [...names].map(name =>
      environmentOf(name, { organisation, repository }, (setting, kept) =>
        refuse(`deploy.environments.${name}.${setting}`, kept),
      ),
    ),
    freeze: [...(organisation.freeze ?? []), ...(repository.freeze ?? [])].map(freezeOf),
    on: (repository.on ?? organisation.on ?? []).map(({ event, environment, branches, labels }) => ({
      event,
      environment,
      branches: branches ?? [],
      labels: labels ?? [],
    })),
  };
}

type Files = { readonly organisation: WrittenDeploy; readonly repository: WrittenDeploy };

function environmentOf(name: string, files: Files, refuse: Refuse): EnvironmentConfig {
  const written: Written = {
    ...pick('organisation', files.organisation.environments?.[name]),
    ...pick('repository', files.repository.environments?.[name]),
  };
  const theirs = written.organisation;
  const ours = written.repository;
  const both = { ...theirs, ...ours };
  const production = isProduction(name, written, refuse);
  return {
    name,
    production,
    url: both.url ?? null,
    after: [...new Set([...(theirs?.after ?? []), ...(ours?.after ?? [])])],
    // Each file's schema asks for it.
    runner: effectiveRunner(both.runner ?? { type: 'event' }),
    gates: gatesOf(production, files, written, refuse),
    lock: {
      sticky: both.lock?.sticky ?? false,
      whenHeld: both.lock?.['when-held'] ?? 'queue',
      expiresAfterMinutes: both.lock?.['expires-after-minutes'] ?? 240,
    },
    parameters: Object.fromEntries(
      Object.entries(both.parameters ?? {}).map(([key, parameter]) => [key, parameterOf(parameter)]),
    ),
    verify: (both.verify ?? []).map(effectiveVerification),
    onFailure: both['on-failure'] ?? 'nothing',
    limits: limitsOf(theirs?.limits, ours?.limits),
  };
}

function pick<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { readonly [K in Key]?: Value } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [K in Key]?: Value };
}

function isProduction(name: string, { organisation, repository }: Written, refuse: Refuse): boolean {
  const byName = ['production', 'prod', 'live'].includes(name);
  const floor = organisation?.production ?? (organisation !== undefined && byName);
  const wanted = repository?.production ?? organisation?.production ?? byName;
  if (floor && !wanted) refuse('production', 'true');
  return floor || wanted;
}

/** What the organisation says about gates, of this environment or of all, binds; its defaults alone do not. */
function gatesOf(production: boolean, files: Files, written: Written, refuse: Refuse): GatesConfig {
  const base = gatesOver(
    gatesOver(defaultGates(production), files.organisation.gates),
    written.organisation?.gates,
  );
  const wanted = gatesOver(gatesOver(base, files.repository.gates), written.repository?.gates);
  const binds = files.organisation.gates !== undefined || written.organisation?.gates !== undefined;
  return binds ? tightenGates(base, wanted, (setting, kept) => refuse(`gates.${setting}`, kept)) : wanted;
}

function parameterOf(written: NonNullable<WrittenEnvironment['parameters']>[string]): ParameterConfig {
  return {
    type: written.type ?? 'text',
    description: written.description,
    required: written.required ?? false,
    default: written.default,
    choices: written.choices ?? [],
    pattern: written.pattern,
    minimum: written.minimum,
    maximum: written.maximum,
  };
}

function limitsOf(
  organisation: WrittenEnvironment['limits'] = {},
  repository: WrittenEnvironment['limits'] = {},
): DeployLimits {
  const least = (values: readonly (number | undefined)[]): number | null => {
    const given = values.filter(value => value !== undefined);
    return given.length === 0 ? null : Math.min(...given);
  };
  return {
    concurrent: least([organisation.concurrent, repository.concurrent]),
    perHour: least([organisation['per-hour'], repository['per-hour']]),
  };
}
