import type { PlacedStep, Workflow } from './document.ts';
import { asItems, entryOf, textOf, valueAt } from './yaml-access.ts';
import type { YamlMap } from './yaml-tree.ts';

/**
 * What stands between a stranger and a step: `closed` lets no pull request of a stranger through, `approved` means
 * that somebody inside looked at it before the run, `open` is everything else.
 */
export type Gate = 'closed' | 'approved' | 'open';

/** Conditions that only pull requests from the repository itself, or other events, meet. */
const closing =
  /head\.repo\.full_name\s*==\s*github\.repository|github\.repository\s*==\s*github\.event\.[\w.]*head[\w.]*full_name|head\.repo\.owner\.login\s*==|head\.repo\.fork\s*==\s*false|!\s*github\.event\.pull_request\.head\.repo\.fork|head_repository\.(?:full_name|owner\.login)\s*==|head_repository\.id\s*==|workflow_run\.event\s*==\s*'(?:push|schedule|workflow_dispatch|release|merge_group)'|workflow_run\.event\s*!=\s*'pull_request|github\.event_name\s*==\s*'(?:push|schedule|workflow_dispatch|release|pull_request|merge_group)'|workflow_run\.head_branch\s*==\s*'(?:main|master)'(?=[^|]*workflow_run\.event|[^|]*head_repository)/;
/** Conditions on who acted. */
const onPeople =
  /author_association|github\.(?:actor|triggering_actor)\s*==|sender\.login\s*==|user\.login\s*==|contains\(\s*fromjson\([^)]*\)\s*,\s*github\.(?:actor|event\.(?:sender|comment\.user)\.login)|permission|collaborator|is[_-]?member|authori[sz]ed|is[_-]?maintainer|steps\.[\w-]*(?:check|perm|auth|gate)[\w-]*\.outputs|needs\.[\w-]*(?:check|perm|auth|gate)[\w-]*\.outputs/;

/** How a step of a workflow is guarded, as far as the text of conditions and settings tells. */
export function gateOf({ step, job }: PlacedStep, workflow: Workflow): Gate {
  const before = job?.steps.slice(0, job.steps.indexOf(step)) ?? [];
  const owners: readonly (YamlMap | undefined)[] = [step.map, job?.map, ...neededJobs(job?.map, workflow)];
  const conditions = owners.map(owner => conditionOf(owner)).filter(text => text !== '');
  if (conditions.some(text => closing.test(text) && !isEitherOr(text))) return 'closed';
  if (conditions.some(text => onPeople.test(text))) return 'approved';
  if (conditions.some(text => isLabelGate(text)) && onlyLabels(workflow)) return 'approved';
  const environment = owners
    .slice(1)
    .some(owner => owner !== undefined && entryOf(owner, 'environment') !== undefined);
  if (environment || before.some(({ map }) => checksPermission(map))) return 'approved';
  return 'open';
}

function conditionOf(owner: YamlMap | undefined): string {
  const text = textOf(owner && entryOf(owner, 'if')?.value) ?? '';
  return text.replace(/\[\s*'([\w-]+)'\s*\]/g, '.$1').toLowerCase();
}

/** `a || b` lets through what either lets through; told apart only where a part without any guard is left. */
function isEitherOr(text: string): boolean {
  return text.split('||').some(part => !closing.test(part) && !onPeople.test(part));
}

/** Jobs that must have succeeded before. */
function neededJobs(map: YamlMap | undefined, workflow: Workflow): readonly YamlMap[] {
  return asItems(valueAt(map, 'needs')).flatMap(
    node => workflow.jobsById.get((textOf(node) ?? '').toLowerCase())?.map ?? [],
  );
}

function isLabelGate(text: string): boolean {
  return /\.labels\.\*\.name|event\.label\.name\s*==/.test(text);
}

/** A label stays on when the author pushes again: only the event of its being put on means that somebody looked. */
function onlyLabels(workflow: Workflow): boolean {
  const types = asItems(valueAt(workflow.triggers.get('pull_request_target')?.settings, 'types'));
  return types.length > 0 && types.every(node => textOf(node) === 'labeled');
}

/** A step that stops the job unless the actor has rights, by action or API. */
function checksPermission(map: YamlMap): boolean {
  const uses = textOf(valueAt(map, 'uses')) ?? '';
  const code = `${textOf(valueAt(map, 'run')) ?? ''}${textOf(valueAt(map, 'with', 'script')) ?? ''}`;
  return (
    /permission|team-?member|check-user|authori[sz]/i.test(uses) ||
    /getCollaboratorPermissionLevel|checkCollaborator|collaborators\/[^\s]*(?:permission)?|author_association/.test(
      code,
    )
  );
}
