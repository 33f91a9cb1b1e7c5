import type { ActionDefinition, PlacedStep, Workflow } from './document.ts';
import { asScalar, entryOf } from './yaml-access.ts';
import type { YamlEntry, YamlMap, YamlScalar } from './yaml-tree.ts';

/** The value of an environment variable at a step: the step's own, else the job's, else the workflow's. */
export function environmentValueOf(
  name: string,
  scope: PlacedStep & { readonly document: Workflow | ActionDefinition },
): YamlScalar | undefined {
  const owners = [
    scope.step.map,
    scope.job?.map,
    scope.document.kind === 'workflow' ? scope.document.root : undefined,
  ];
  for (const owner of owners) {
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
