import type { RepositoryClient } from '../../clients/github/repository-client.ts';
import type { RunContext } from '../../contracts/engine.ts';
import { answerMarker, renderCommandAnswer } from '../../results/answer.ts';
import type { AgentCommandRun } from './agent-command-run.ts';

/** Where the journal keeps the number of the run's comment. */
const commentStep = 'agent-comment';

/**
 * Writes the run's one comment: created the first time, edited when the run goes on after an approval. `stage` tells
 * the times apart.
 */
export async function publishAnswer(
  context: RunContext,
  answer: {
    readonly run: AgentCommandRun;
    readonly client: RepositoryClient;
    readonly stage: string;
    readonly text: string;
  },
): Promise<void> {
  const { run, client, stage, text } = answer;
  const topic = `run ${context.request.id}` as const;
  const body = renderCommandAnswer(run.command.raw, text, topic);
  const existing = async (): Promise<number | undefined> => {
    const known = context.recall<number>(commentStep);
    if (known !== undefined) return known;
    const { ownComments } = await client.conversation(run.issue);
    return ownComments.find(comment => comment.body.startsWith(answerMarker(topic)))?.id;
  };
  const id = await context.effect(`agent-answer ${stage}`.trimEnd(), {
    perform: async () => {
      const known = await existing();
      if (known === undefined) return (await client.createComment(run.issue, body)).id;
      await client.updateComment(known, body);
      return known;
    },
    // Looking for the comment before writing makes the effect its own reconciliation.
    reconcile: async () => undefined,
  });
  await context.step(commentStep, async () => id);
}
