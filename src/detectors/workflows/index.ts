import type { Detector } from '../../contracts/detector.ts';
import { adhocPackages } from './adhoc-packages.ts';
import { aiAgentUntrustedInput } from './ai-agent-untrusted-input.ts';
import { anonymousDefinition } from './anonymous-definition.ts';
import { archivedUses } from './archived-uses.ts';
import { argumentInjection } from './argument-injection.ts';
import { artifactPoisoning } from './artifact-poisoning.ts';
import { artipacked } from './artipacked.ts';
import { botConditions } from './bot-conditions.ts';
import { cachePoisoning } from './cache-poisoning.ts';
import { concurrencyLimits } from './concurrency-limits.ts';
import { dangerousTriggers } from './dangerous-triggers.ts';
import { dependabotCooldown } from './dependabot-cooldown.ts';
import { dependabotExecution } from './dependabot-execution.ts';
import { excessivePermissions } from './excessive-permissions.ts';
import { githubApp } from './github-app.ts';
import { githubEnv } from './github-env.ts';
import { hardcodedContainerCredentials } from './hardcoded-container-credentials.ts';
import { insecureCommands } from './insecure-commands.ts';
import { misfeature } from './misfeature.ts';
import { modelOutputInjection } from './model-output-injection.ts';
import { obfuscation } from './obfuscation.ts';
import { outputClobbering } from './output-clobbering.ts';
import { overprovisionedSecrets } from './overprovisioned-secrets.ts';
import { secretsInherit } from './secrets-inherit.ts';
import { secretsOutsideEnv } from './secrets-outside-env.ts';
import { selfHostedRunner } from './self-hosted-runner.ts';
import { selfRepository } from './self-repository.ts';
import { sharedCacheRelease } from './shared-cache-release.ts';
import { superfluousActions } from './superfluous-actions.ts';
import { templateInjection } from './template-injection.ts';
import { typosquatUses } from './typosquat-uses.ts';
import { undocumentedPermissions } from './undocumented-permissions.ts';
import { unpinnedImages } from './unpinned-images.ts';
import { unpinnedTools } from './unpinned-tools.ts';
import { unpinnedUses } from './unpinned-uses.ts';
import { unredactedSecrets } from './unredacted-secrets.ts';
import { unsoundCondition } from './unsound-condition.ts';
import { unsoundContains } from './unsound-contains.ts';
import { unsoundTernary } from './unsound-ternary.ts';
import { untrustedCheckout } from './untrusted-checkout.ts';
import { unverifiedScript } from './unverified-script.ts';
import { useTrustedPublishing } from './use-trusted-publishing.ts';

/**
 * The rules of this family; a test proves that this and the folder agree. Names and thresholds follow zizmor
 * where it has the audit: what it shows to everybody is `low` or above, what it keeps for its pedantic and
 * auditor personas is `info`.
 */
export const workflowDetectors: readonly Detector[] = [
  adhocPackages,
  aiAgentUntrustedInput,
  anonymousDefinition,
  archivedUses,
  argumentInjection,
  artifactPoisoning,
  artipacked,
  botConditions,
  cachePoisoning,
  concurrencyLimits,
  dangerousTriggers,
  dependabotCooldown,
  dependabotExecution,
  excessivePermissions,
  githubApp,
  githubEnv,
  hardcodedContainerCredentials,
  insecureCommands,
  misfeature,
  modelOutputInjection,
  obfuscation,
  outputClobbering,
  overprovisionedSecrets,
  secretsInherit,
  secretsOutsideEnv,
  selfHostedRunner,
  selfRepository,
  sharedCacheRelease,
  superfluousActions,
  templateInjection,
  typosquatUses,
  undocumentedPermissions,
  unpinnedImages,
  unpinnedTools,
  unpinnedUses,
  unredactedSecrets,
  unsoundCondition,
  unsoundContains,
  unsoundTernary,
  untrustedCheckout,
  unverifiedScript,
  useTrustedPublishing,
];
