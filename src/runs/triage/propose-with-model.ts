import { triage as agent, triageProposalSchema } from '../../agents/triage/agent.ts';
import type { IssueDetails } from '../../clients/github/issue-client.ts';
import type { RunAgent } from '../../contracts/agent.ts';
import type { LabelKind, LabelProposal } from '../../contracts/triage.ts';
import type { LabelChoices } from '../../triage/propose-labels.ts';

/** Longest wait for a model, seconds. */
const maxSeconds = 30;
/** Labels of a kind that a model is shown, and longest text of an issue, characters. */
const maxChoices = 60;
const maxBody = 8_000;

/** How the agent is asked within a run. */
export type AskProposals = Pick<Parameters<RunAgent>[0], 'context'> & {
  readonly runAgent: RunAgent;
  readonly options: Parameters<RunAgent>[1];
  /** US dollars. */
  readonly costUsd: number;
};

/**
 * Asks the model for labels of the open kinds. What comes back counts only where the label is one of the choices of
 * its kind, whatever the issue's text made the model say; without an answer nothing is proposed.
 */
export async function proposeWithModel(
  question: {
    readonly issue: IssueDetails;
    readonly choices: LabelChoices;
    readonly kinds: readonly LabelKind[];
  },
  { runAgent, options, context, costUsd }: AskProposals,
): Promise<readonly LabelProposal[]> {
  const { issue, choices, kinds } = question;
  const result = await runAgent(
    {
      agent: agent.name,
      step: 'labels',
      input: kinds.map(kind => choicesText(kind, choices)).join('\n'),
      material: [
        { label: 'issue title', text: issue.title },
        { label: 'issue text', text: issue.body.slice(0, maxBody) },
      ],
      context,
      limits: { seconds: maxSeconds, turns: 1, costUsd },
      dryRun: true,
    },
    options,
  );
  const answer =
    result.outcome === 'completed' ? triageProposalSchema.safeParse(result.output).data : undefined;
  if (answer === undefined) return [];
  return kinds.flatMap(kind => {
    const proposed = answer[kind];
    if (proposed === null) return [];
    const { label, reason } = proposed;
    if (!choices[kind].some(({ name }) => name === label)) return [];
    // A model that is surer than sure is not believed more.
    const confidence = Math.min(1, Math.max(0, proposed.confidence));
    return [{ kind, label, confidence, reason: reason.slice(0, 200) }];
  });
}

function choicesText(kind: LabelKind, choices: LabelChoices): string {
  const listed = choices[kind].slice(0, maxChoices).map(({ name, description }) => {
    const about = description === null || description === '' ? '' : ` (${description.slice(0, 100)})`;
    return `${JSON.stringify(name)}${about}`;
  });
  return `Labels of the kind ${kind}: ${choices[kind].length === 0 ? 'none' : listed.join(', ')}.`;
}
