import { type AnswerTopic, answerMarker } from '../../results/answer.ts';
import { type RunParts, repositoryKey } from '../run-parts.ts';
import type { ScheduleTarget } from './schedule-parts.ts';

/** Writes the one comment of a topic on the dashboard issue, or edits the one that is there. */
export async function writeOnDashboard(
  { repository, installationId }: ScheduleTarget,
  comment: { readonly issue: number; readonly topic: AnswerTopic; readonly body: string },
  parts: RunParts,
): Promise<boolean> {
  const { issue, topic, body } = comment;
  return await parts.oneAtATime(`${repositoryKey(repository)}/dashboard ${topic}`, async () => {
    const client = await parts.issues.clientFor(installationId, repository);
    const { issue: read } = await client.issueSnapshot(issue);
    const existing = read?.ownComments.find(own => own.body.startsWith(answerMarker(topic)));
    if (existing === undefined) await client.createComment(issue, body);
    else if (existing.body !== body) await client.updateComment(existing.id, body);
    return true;
  });
}
