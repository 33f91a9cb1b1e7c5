import { AppError } from '../../errors.ts';
import type { CodeClient } from './code-client.ts';
import type { DeployClient } from './deploy-client.ts';
import type { IssueClient } from './issue-client.ts';
import type { RepositoryClient } from './repository-client.ts';

/** The calls that put text where others can read it. */
const publishing: readonly (
  | keyof RepositoryClient
  | keyof DeployClient
  | keyof IssueClient
  | keyof CodeClient
)[] = [
  'createComment',
  'updateComment',
  'createCheckRun',
  'completeCheckRun',
  'uploadSarif',
  'createDeployment',
  'setStatus',
  'createCheck',
  'answerProtectionRule',
  'updateCheck',
  'createIssue',
  'updateIssue',
  'createReview',
  'updateReviewComment',
  'updatePullRequest',
];

/** Looks for this process's secrets in a text; names those it holds. */
export type SecretCheck = (
  text: string,
) => { readonly kind: 'allow' } | { readonly kind: 'blocked'; readonly names: readonly string[] };

/**
 * The same client, which refuses to send a text that holds a secret of this process: blocked, not masked,
 * because something upstream is broken then. Every way out of the product passes here.
 */
export function withSecretCheck<Client extends RepositoryClient | DeployClient | IssueClient | CodeClient>(
  client: Client,
  check: SecretCheck,
): Client {
  return new Proxy(client, {
    get(target, name, receiver) {
      const method: unknown = Reflect.get(target, name, receiver);
      if (typeof method !== 'function' || !publishing.some(publisher => publisher === name)) return method;
      return async (...args: readonly unknown[]): Promise<unknown> => {
        const decision = check(JSON.stringify(args));
        if (decision.kind === 'blocked') {
          throw new AppError({
            code: 'secret-in-output',
            publicMessage: `A text was not published because it holds a secret of the server (${decision.names.join(', ')}).`,
          });
        }
        return (await Reflect.apply(method, target, args)) as unknown;
      };
    },
  });
}
