import type { ActionDefinition, Job, Workflow } from './document.ts';
import { entryOf, textOf } from './yaml-access.ts';

/** Whether a job's token can change anything; where nothing is said, the repository's default may. */
export function canWrite(job: Job | undefined, document: Workflow | ActionDefinition): boolean {
  const own = job && entryOf(job.map, 'permissions');
  const permissions = (own ?? entryOf(document.root, 'permissions'))?.value;
  if (permissions === undefined) return true;
  if (permissions.kind === 'map') return permissions.entries.some(entry => textOf(entry.value) === 'write');
  return textOf(permissions) === 'write-all';
}
