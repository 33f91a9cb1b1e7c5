import type { Workflow } from './document.ts';
import { asItems, textOf, valueAt } from './yaml-access.ts';

/**
 * Events that anybody with an account can cause and whose runs hold the base repository's rights: a token that
 * can write, secrets, the default branch's cache (docs.github.com, "Events that trigger workflows").
 */
const strangerEvents = [
  'discussion',
  'discussion_comment',
  'gollum',
  'issue_comment',
  'issues',
  'pull_request_review',
  'pull_request_review_comment',
  'pull_request_target',
  'watch',
  'fork',
  'workflow_run',
] as const;

/** Activity types that need at least the triage role. */
const insideTypes = new Set([
  'assigned',
  'demilestoned',
  'labeled',
  'locked',
  'milestoned',
  'pinned',
  'transferred',
  'unassigned',
  'unlabeled',
  'unlocked',
  'unpinned',
]);

/** The workflow's events that strangers can cause. */
export function strangerEventsOf(workflow: Workflow): readonly string[] {
  return strangerEvents.filter(event => {
    const trigger = workflow.triggers.get(event);
    if (trigger === undefined) return false;
    const types = asItems(valueAt(trigger.settings, 'types')).flatMap(node => textOf(node) ?? []);
    return types.length === 0 || types.some(type => !insideTypes.has(type));
  });
}

const gate =
  /author_association|head\.repo\.fork|head\.repo\.full_name|head_repository|github\.repository_owner\s*==\s*github\.(?:actor|triggering_actor)|user\.login\s*==|(?:sender\.login|github\.(?:actor|triggering_actor))\s*==|collaborator|\.permission/i;

/** Whether a condition lets only insiders through, as far as its text tells. */
export function isGated(condition: string | undefined): boolean {
  return condition !== undefined && gate.test(condition);
}
