import type { CiConfig } from '../../contracts/ci.ts';
import type { RunContext } from '../../contracts/engine.ts';
import type { RepositoryRef } from '../../contracts/run.ts';
import type { RunParts } from '../run-parts.ts';

/** `ci:` of the default branch's configuration, read once per run; `model` is `off` where none is configured. */
export async function ciSettings(
  context: RunContext,
  target: { readonly repository: RepositoryRef; readonly installationId: number },
  parts: RunParts,
): Promise<CiConfig> {
  const { repository, installationId } = target;
  return await context.step('ci-settings', async () => {
    const { text } = await (await parts.clientFor(installationId, repository)).policy();
    const { config } = await parts.loadPolicy({ installationId, owner: repository.owner, text });
    const hasModel = config.model.name !== undefined || parts.reviewer !== undefined;
    return hasModel ? config.ci : { ...config.ci, model: 'off' as const };
  });
}
