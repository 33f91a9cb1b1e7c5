import type { AwsToolAccess } from '../clients/aws/tool-access.ts';
import type { GitHubAccess } from '../clients/github/tool-access.ts';
import type { HostReader } from '../clients/host.ts';
import type { Tool, ToolSpecification } from '../contracts/tool.ts';
import { awsTools } from './aws/index.ts';
import { bindAwsTools } from './aws-calls/bind-aws-tools.ts';
import { bindTool } from './bind-tool.ts';
import { githubTools } from './github/index.ts';
import { bindGitHubTools } from './github-calls/github-clients.ts';
import { hostTools } from './host/index.ts';
import { hostedTools } from './hosted/index.ts';

/** What the built-in tools reach the outside with. */
export type ToolOrigins = {
  readonly github: GitHubAccess;
  readonly host: HostReader;
  readonly aws: AwsToolAccess;
};

/** Every built-in tool as data: for listings, the reference and policies. */
export const toolSpecifications: readonly ToolSpecification[] = [
  ...[...githubTools, ...hostTools, ...awsTools].toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  ...hostedTools,
];

/** Every built-in tool, ready to be called through `invokeTool`. */
export function createBuiltInTools(origins: ToolOrigins): readonly Tool[] {
  return [
    ...bindGitHubTools(githubTools, origins.github),
    ...bindAwsTools(awsTools, origins.aws),
    ...hostTools.map(tool =>
      bindTool(tool, () => Promise.resolve({ kind: 'clients', clients: origins.host })),
    ),
    ...hostedTools,
  ];
}
