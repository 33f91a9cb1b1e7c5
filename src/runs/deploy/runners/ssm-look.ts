import type { AwsPurpose } from '../../../clients/aws/aws-connector.ts';
import type { AwsPermission } from '../../../clients/aws/session-policy.ts';
import type { SsmClient } from '../../../clients/aws/ssm-client.ts';
import type { HttpProber } from '../../../clients/http/http-prober.ts';
import type { AwsAccess, RunnerJob, SsmSettings } from '../../../contracts/deploy-runner.ts';
import { ssmPermissions } from './ssm-permissions.ts';
import type { SsmState } from './ssm-state.ts';

/** Instances that AWS takes in one command by id (`SendCommand`, API reference). */
const maxInstancesPerCommand = 50;

/** What the Systems Manager runner is composed with. */
export type SsmRunnerParts = {
  readonly ssmFor: (access: AwsAccess, purpose: AwsPurpose) => SsmClient;
  readonly probe: HttpProber;
  /** Masks secrets in what a command wrote. */
  readonly redact: (text: string) => string;
  readonly now: () => Date;
};

/** Everything that one look needs. */
export type SsmLook = {
  readonly settings: SsmSettings;
  readonly job: RunnerJob;
  readonly state: SsmState;
  readonly parts: SsmRunnerParts;
};

/** A client whose session may do exactly one part of the work. */
export function ssmClientFor(
  {
    settings,
    job,
    parts,
  }: Pick<SsmLook, 'settings' | 'parts'> & { readonly job: Pick<RunnerJob, 'actor' | 'key'> },
  part: keyof ReturnType<typeof ssmPermissions>,
): SsmClient {
  const permissions: readonly AwsPermission[] = ssmPermissions(settings)[part];
  return parts.ssmFor(settings.aws, { actor: job.actor, runId: job.key, permissions });
}

/** By this a part of a wave is known again; AWS takes 100 characters. */
export function commentOf(
  { key }: Pick<RunnerJob, 'key'>,
  { wave }: Pick<SsmState, 'wave'>,
  part: number,
): string {
  return `devops ${key} wave ${wave + 1} part ${part + 1}`;
}

/** The wave's instances, as many together as one command takes. */
export function partsOf({ waves, wave }: Pick<SsmState, 'waves' | 'wave'>): readonly (readonly string[])[] {
  const instanceIds = waves[wave] ?? [];
  const count = Math.ceil(instanceIds.length / maxInstancesPerCommand);
  return Array.from({ length: count }, (_, part) =>
    instanceIds.slice(part * maxInstancesPerCommand, (part + 1) * maxInstancesPerCommand),
  );
}

/** The first few names, and how many more. */
export function listed(names: readonly string[]): string {
  const shown = names
    .slice(0, 5)
    .map(name => `\`${name}\``)
    .join(', ');
  return names.length > 5 ? `${shown} and ${names.length - 5} more` : shown;
}
