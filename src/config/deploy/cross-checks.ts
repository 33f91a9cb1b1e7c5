import { closest } from '../../did-you-mean.ts';
import { quoted } from '../config-problem.ts';
import { patternProblem } from './pattern.ts';
import type { WrittenDeploy, WrittenEnvironment } from './schema.ts';

/** Something that only shows when settings are read together; `path` is below `deploy`. */
type DeployProblem = {
  readonly path: readonly (string | number)[];
  /** Follows the setting's name and a colon. */
  readonly message: string;
  readonly suggestion?: string | undefined;
};

type Environments = Readonly<Record<string, WrittenEnvironment>>;

/** What is wrong between the settings of `deploy:`. Pure. */
export function deployProblems(deploy: WrittenDeploy): readonly DeployProblem[] {
  const environments = deploy.environments ?? {};
  return [
    ...Object.entries(environments).flatMap(([name, environment]) =>
      [
        ...orderProblems(environments, name),
        ...parameterProblems(environment),
        ...parameterUseProblems(environment),
      ].map(problem => ({ ...problem, path: ['environments', name, ...problem.path] })),
    ),
    ...(deploy.on ?? []).flatMap((trigger, index) =>
      unknownEnvironment(environments, trigger.environment, ['on', index, 'environment']),
    ),
  ];
}

function unknownEnvironment(
  environments: Environments,
  name: string,
  path: DeployProblem['path'],
): readonly DeployProblem[] {
  const known = Object.keys(environments);
  if (known.includes(name)) return [];
  return [
    {
      path,
      message: `there is no environment ${quoted(name)}; there ${known.length === 1 ? 'is' : 'are'} ${known.join(', ')}`,
      suggestion: closest(name, known),
    },
  ];
}

function orderProblems(environments: Environments, name: string): readonly DeployProblem[] {
  const after = environments[name]?.after ?? [];
  const unknown = after.flatMap((earlier, index) =>
    unknownEnvironment(environments, earlier, ['after', index]),
  );
  if (unknown.length > 0) return unknown;
  return comesAfter(environments, name, name, new Set())
    ? [{ path: ['after'], message: `${quoted(name)} would have to come before itself` }]
    : [];
}

function comesAfter(environments: Environments, name: string, wanted: string, seen: Set<string>): boolean {
  if (seen.has(name)) return false;
  seen.add(name);
  const after = environments[name]?.after ?? [];
  return after.includes(wanted) || after.some(earlier => comesAfter(environments, earlier, wanted, seen));
}

function parameterProblems(environment: WrittenEnvironment): readonly DeployProblem[] {
  return Object.entries(environment.parameters ?? {}).flatMap(([name, parameter]) => {
    const { type = 'text', choices, pattern, default: standard } = parameter;
    const at = (setting: string, message: string): DeployProblem => ({
      path: ['parameters', name, setting],
      message,
    });
    const found: DeployProblem[] = [];
    if (type === 'choice' && choices === undefined) found.push(at('choices', 'a choice needs its choices'));
    if (type !== 'choice' && choices !== undefined)
      found.push(at('choices', 'only a `type: choice` has choices'));
    if (pattern !== undefined && type !== 'text')
      found.push(at('pattern', 'only a `type: text` has a pattern'));
    const problem = pattern === undefined ? undefined : patternProblem(pattern);
    if (problem !== undefined) found.push(at('pattern', problem));
    const fits = { text: 'string', choice: 'string', number: 'number', boolean: 'boolean' }[type];
    if (standard !== undefined && typeof standard !== fits) found.push(at('default', `must be a ${fits}`));
    else if (type === 'choice' && standard !== undefined && choices?.includes(String(standard)) === false)
      found.push({
        ...at('default', `must be one of ${choices.join(', ')}`),
        suggestion: closest(String(standard), choices),
      });
    return found;
  });
}

/** `$param.<name>` must be declared. */
function parameterUseProblems(environment: WrittenEnvironment): readonly DeployProblem[] {
  const declared = Object.keys(environment.parameters ?? {});
  const { runner, verify = [] } = environment;
  const sources = [
    ...valuesOf(runner).map(([path, value]) => [['runner', ...path], value] as const),
    ...verify.flatMap((entry, index) =>
      valuesOf(entry).map(([path, value]) => [['verify', index, ...path], value] as const),
    ),
  ];
  return sources.flatMap(([path, value]) => {
    const name =
      typeof value === 'string' ? /^\$param\.(?<name>.+)$/.exec(value)?.groups?.['name'] : undefined;
    return name === undefined || declared.includes(name)
      ? []
      : [
          {
            path,
            message: `the parameter ${quoted(name)} is not declared under parameters`,
            suggestion: closest(name, declared),
          },
        ];
  });
}

type Valued = { readonly inputs?: object; readonly parameters?: object; readonly tag?: unknown };

function valuesOf(entry: object): readonly (readonly [readonly string[], unknown])[] {
  const { inputs = {}, parameters = {}, tag }: Valued = entry;
  return [
    ...Object.entries(inputs).map(([name, value]) => [['inputs', name], value as unknown] as const),
    ...Object.entries(parameters).map(([name, value]) => [['parameters', name], value as unknown] as const),
    [['tag'], tag],
  ];
}
