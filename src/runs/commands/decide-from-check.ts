import type { RunContext } from '../../contracts/engine.ts';
import type { RepositoryRef, Task } from '../../contracts/run.ts';
import { renderCommandAnswer } from '../../results/answer.ts';
import type { RunParts } from '../run-parts.ts';
import { answer } from './answer.ts';
import { decide } from './approval-commands.ts';

type Pressed = Extract<Task, { kind: 'decide-from-check' }> & {
  readonly repository: RepositoryRef;
  readonly installationId: number;
};

/** "Approve" or "Reject" of a check run: what the command does. The button says who pressed it, not what they may do. */
export async function decideFromCheck(context: RunContext, pressed: Pressed, parts: RunParts): Promise<void> {
  const { repository, installationId, pullRequest, word, run } = pressed;
  const { repository: client } = await parts.deploy.clientsFor(installationId, repository);
  const role = await context.step('role', () => client.roleOf(context.request.actor.login));
  const line = `/devops ${word} ${run}`;
  await decide(
    {
      context,
      parts,
      client,
      role,
      run: {
        kind: 'command',
        repository,
        installationId,
        issue: pullRequest,
        onPullRequest: true,
        commentId: 0,
        command: { name: word, args: [run], options: {}, raw: line, line: 1 },
      },
      reply: async text => {
        const body = renderCommandAnswer(line, text);
        await answer(context, { client, issue: pullRequest, topic: 'command', body });
        return undefined;
      },
      // There is no comment to put a reaction on; the audit log has the attempt.
      refuse: async () => undefined,
    },
    { id: run, word, reason: '' },
  );
}
