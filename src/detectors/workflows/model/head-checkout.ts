import type { Span } from '../../../contracts/detector.ts';
import { actionNameOf } from './action-reference.ts';
import { environmentNamesOf, environmentValueOf } from './environment.ts';
import { mentions } from './shell-taint.ts';
import { type StepScope, stepsBeside } from './taint.ts';
import { inputOf, spanOfEntry, textOf } from './yaml-access.ts';

const headOfEvent =
  /github\.head_ref|github\.event\.(?:pull_request\.(?:head\b|merge_commit_sha)|workflow_run\.(?:head_|pull_requests)|number|pull_request\.number|issue\.number)|refs\/pull\/|outputs\.(?:[\w-]*head[-_]?(?:sha|ref|branch|repo)|[\w-]*pr[-_](?:sha|ref|branch|head))\b/i;

/** Heads that stay what they are: a hash of the event, not a name that the author can move meanwhile. */
const fixedHead =
  /github\.event\.(?:pull_request\.(?:head\.sha|merge_commit_sha)|workflow_run\.head_(?:sha|commit\.id))/i;

/** Code of a pull request that a step fetches. */
export type HeadCheckout = {
  readonly span: Span;
  /** Whether it is named by something that can move between a person's look at it and the run. */
  readonly movable: boolean;
};

/** Where a step fetches code of the pull request that started the run. */
export function headCheckout(scope: StepScope): HeadCheckout | undefined {
  const { step } = scope;
  if (step.uses !== undefined && actionNameOf(step.uses.reference) === 'actions/checkout') {
    const inputs = ['ref', 'repository'].map(key =>
      resolved(normalised(textOf(inputOf(step.inputs, key)?.value) ?? ''), scope),
    );
    if (!inputs.some(value => headOfEvent.test(value))) return undefined;
    return { span: spanOfEntry(step.uses.entry), movable: !fixedHead.test(inputs[0] ?? '') };
  }
  const script = step.run?.script.text ?? '';
  const fetches =
    /\bgh\s+pr\s+checkout\b/.test(script) ||
    /\bgit\s+(?:-\S+\s+\S+\s+)?(?:fetch|pull|clone)\b[^\n]{0,200}(?:pull\/|head)/i.test(script);
  const fetchesByName = [
    ...script.matchAll(/\bgit\s+(?:-\S+\s+\S+\s+)?(?:clone|fetch|pull)\b[^\n]{0,300}/g),
  ].some(([line]) => mentions(line, headVariables(scope)));
  return (fetches || fetchesByName) && step.run !== undefined
    ? { span: spanOfEntry(step.run.entry), movable: true }
    : undefined;
}

/** `github['event']['number']` as `github.event.number`. */
function normalised(text: string): string {
  return text.replace(/\[\s*['"]([\w-]+)['"]\s*\]/g, '.$1');
}

/** What a step says that asks GitHub for the head of a pull request. */
const asksForHead =
  /headRef(?:Oid|Name)|\bhead\.(?:sha|ref)\b|pulls?\.get\b|\/pulls\/|head_?(?:sha|ref)\b|refs\/pull\//i;

/** With the values of variables, and of outputs that come from a step that asks for the head, put in their place. */
function resolved(text: string, scope: StepScope): string {
  return text
    .replace(/\benv\.([A-Za-z_]\w*)/g, (whole, name: string) =>
      normalised(environmentValueOf(name, scope)?.text ?? whole),
    )
    .replace(/\bsteps\.([\w-]+)\.outputs\.[\w-]+/g, (whole, id: string) =>
      stepsBeside(scope).some(step => step.id === id && asksForHead.test(wordsOf(step)))
        ? 'refs/pull/'
        : whole,
    );
}

/** A step's script and inputs. */
function wordsOf(step: StepScope['step']): string {
  const inputs = step.inputs?.entries.map(({ value }) => textOf(value) ?? '') ?? [];
  return [step.run?.script.text ?? '', ...inputs].join('\n');
}

/** The variables of a step that name the head of the pull request. */
function headVariables(scope: StepScope): ReadonlySet<string> {
  return new Set(
    environmentNamesOf(scope).filter(name =>
      headOfEvent.test(normalised(environmentValueOf(name, scope)?.text ?? '')),
    ),
  );
}
