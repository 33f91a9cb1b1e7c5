import type { RepositoryClient } from '../../clients/github/repository-client.ts';
import type { RunContext } from '../../contracts/engine.ts';
import { type AnswerTopic, answerMarker } from '../../results/answer.ts';

/** Writes the pull request's one comment of a topic: edits it when it is there, else creates it. */
export async function answer(
  context: RunContext,
  target: {
    readonly client: RepositoryClient;
    readonly issue: number;
    readonly topic: AnswerTopic;
    readonly body: string;
    /** Tells apart the times that one run writes it. */
    readonly stage?: string;
  },
): Promise<void> {
  const { client, issue, topic, body, stage } = target;
  await context.effect(stage === undefined ? `answer-${topic}` : `answer-${topic} ${stage}`, {
    perform: async () => {
      const { ownComments } = await client.conversation(issue);
      const existing = ownComments.find(comment => comment.body.startsWith(answerMarker(topic)));
      if (existing === undefined) await client.createComment(issue, body);
      else if (existing.body !== body) await client.updateComment(existing.id, body);
      return true;
    },
    // Looking for the marker before writing makes the effect its own reconciliation.
    reconcile: async () => undefined,
  });
}
