import type { ActionDefinition, PlacedStep, Workflow } from './document.ts';
import { asScalar, entryOf } from './yaml-access.ts';
import type { YamlEntry, YamlMap, YamlScalar } from './yaml-tree.ts';

type Scope = PlacedStep & { readonly document: Workflow | ActionDefinition };

/** Where variables of a step are set, the nearest first. */
function ownersOf({ step, job, document }: Scope): readonly (YamlMap | undefined)[] {
  return [step.map, job?.map, document.kind === 'workflow' ? document.root : undefined];
}

/** The names of the environment variables that a step is given. */
export function environmentNamesOf(scope: Scope): readonly string[] {
  return ownersOf(scope).flatMap(owner => {
    const env = owner && entryOf(owner, 'env')?.value;
    return env?.kind === 'map' ? env.entries.map(({ key }) => key) : [];
  });
}

/** The value of an environment variable at a step: the step's own, else the job's, else the workflow's. */
export function environmentValueOf(name: string, scope: Scope): YamlScalar | undefined {
  for (const owner of ownersOf(scope)) {
    const entry = owner && variableOf(owner, name);
    if (entry !== undefined) return asScalar(entry.value);
  }
  return undefined;
}

function variableOf(owner: YamlMap, name: string): YamlEntry | undefined {
  const env = entryOf(owner, 'env')?.value;
  if (env?.kind !== 'map') return undefined;
  return env.entries.find(entry => entry.key.toLowerCase() === name.toLowerCase());
}
