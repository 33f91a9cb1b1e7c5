import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import type { AwsToolAccess } from '../clients/aws/tool-access.ts';
import type { AwsConfig } from '../contracts/aws.ts';
import { createOwnAws } from '../runtime/own-aws.ts';
import { UsageError } from './cli-error.ts';
import type { Terminal } from './terminal.ts';
import { workTreeConfig } from './terminal-tools.ts';

/** Options of commands that look at an account. */
export type EstateOptions = {
  readonly region?: readonly string[];
  readonly format?: string;
  readonly json?: boolean;
};

/** What such a command looks at, and as whom. */
export type TerminalEstate = {
  readonly config: AwsConfig;
  readonly access: AwsToolAccess;
  readonly actor: string;
  readonly runId: string;
  /** Empty: every region that is enabled. */
  readonly regions: readonly string[];
  readonly homeRegion: string;
};

/** The regions of `--region`, else `aws.regions`, else the one of the environment, else every one that is enabled. */
export async function readEstate(
  { region: named = [] }: EstateOptions,
  terminal: Terminal,
): Promise<TerminalEstate> {
  const wrong = named.find(region => !/^[a-z]{2}(-[a-z]+)+-\d$/.test(region));
  if (wrong !== undefined) {
    throw new UsageError(`--region must be a region such as eu-central-1, not "${wrong}".`);
  }
  const { aws: config } = await workTreeConfig(terminal.folder);
  const { access, region } = createOwnAws(terminal.environment, config);
  const ofEnvironment = region === undefined ? [] : [region];
  const regions = [named, config.regions, ofEnvironment].find(given => given.length > 0) ?? [];
  return {
    config,
    access,
    actor: terminal.environment['GITHUB_ACTOR'] ?? userInfo().username,
    runId: `terminal-${randomUUID()}`,
    regions,
    homeRegion: region ?? regions[0] ?? 'us-east-1',
  };
}
