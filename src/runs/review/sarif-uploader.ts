import type { RepositoryClient } from '../../clients/github/repository-client.ts';

/** How long a repository without code scanning is not asked again, milliseconds. */
const retryOffAfterMs = 60 * 60 * 1000;

/** Uploads SARIF of a commit; `off` when the repository has no code scanning. */
export type SarifUploader = (
  client: Pick<RepositoryClient, 'uploadSarif'>,
  upload: {
    readonly repository: string;
    readonly sarif: string;
    readonly commitSha: string;
    readonly ref: string;
  },
) => Promise<'uploaded' | 'off'>;

/** An uploader that remembers where code scanning is off, because finding out costs a call per review. */
export function createSarifUploader(now: () => Date): SarifUploader {
  const offSince = new Map<string, number>();
  return async (client, { repository, ...upload }) => {
    const since = offSince.get(repository);
    if (since !== undefined && now().getTime() - since < retryOffAfterMs) return 'off';
    const answer = await client.uploadSarif(upload);
    if (answer === 'off') offSince.set(repository, now().getTime());
    else offSince.delete(repository);
    return answer;
  };
}
