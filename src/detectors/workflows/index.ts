import type { Detector } from '../../contracts/detector.ts';
import { anonymousDefinition } from './anonymous-definition.ts';
import { artipacked } from './artipacked.ts';
import { excessivePermissions } from './excessive-permissions.ts';
import { hardcodedContainerCredentials } from './hardcoded-container-credentials.ts';
import { insecureCommands } from './insecure-commands.ts';
import { overprovisionedSecrets } from './overprovisioned-secrets.ts';
import { secretsInherit } from './secrets-inherit.ts';
import { selfHostedRunner } from './self-hosted-runner.ts';
import { undocumentedPermissions } from './undocumented-permissions.ts';
import { unpinnedUses } from './unpinned-uses.ts';
import { unredactedSecrets } from './unredacted-secrets.ts';
import { unsoundCondition } from './unsound-condition.ts';
import { unsoundContains } from './unsound-contains.ts';

/**
 * The rules of this family; a test proves that this and the folder agree. Names and thresholds follow zizmor
 * where it has the audit: what it shows to everybody is `low` or above, what it keeps for its pedantic and
 * auditor personas is `info`.
 */
export const workflowDetectors: readonly Detector[] = [
  anonymousDefinition,
  artipacked,
  excessivePermissions,
  hardcodedContainerCredentials,
  insecureCommands,
  overprovisionedSecrets,
  secretsInherit,
  selfHostedRunner,
  undocumentedPermissions,
  unpinnedUses,
  unredactedSecrets,
  unsoundCondition,
  unsoundContains,
];
