import type { Span } from '../../../contracts/detector.ts';
import { actionNameOf } from './action-reference.ts';
import type { Step } from './document.ts';
import { inputOf, spanOfEntry, textOf } from './yaml-access.ts';

const headOfEvent =
  /github\.head_ref|github\.event\.(?:pull_request\.(?:head\b|merge_commit_sha)|workflow_run\.(?:head_|pull_requests)|number|pull_request\.number|issue\.number)|refs\/pull\//;

/** Where a step fetches code of the pull request that started the run. */
export function headCheckout(step: Step): Span | undefined {
  if (step.uses !== undefined && actionNameOf(step.uses.reference) === 'actions/checkout') {
    const inputs = ['ref', 'repository'].map(key => textOf(inputOf(step.inputs, key)?.value) ?? '');
    return inputs.some(value => headOfEvent.test(value)) ? spanOfEntry(step.uses.entry) : undefined;
  }
  const script = step.run?.script.text ?? '';
  const fetches =
    /\bgh\s+pr\s+checkout\b/.test(script) ||
    /\bgit\s+(?:fetch|pull)\b[^\n]{0,200}(?:pull\/|head)/.test(script);
  return fetches && step.run !== undefined ? spanOfEntry(step.run.entry) : undefined;
}
