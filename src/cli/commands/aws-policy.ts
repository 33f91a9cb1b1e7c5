import { controls } from '../../controls/index.ts';
import { permissionsOf } from '../../runs/audit/reads/index.ts';
import { healthActions } from '../../runs/health/actions.ts';
import { savingsActions } from '../../runs/savings/actions.ts';
import { awsTools } from '../../tools/aws/index.ts';
import { awsRoles, rolePolicies } from '../../tools/aws-calls/role-policies.ts';
import { unknownTool } from '../../tools/registry.ts';
import { choose } from '../choice.ts';
import { exitCodes, UsageError } from '../cli-error.ts';
import { type RoleTrust, renderCloudFormation, renderTerraform, trustPolicy } from '../formats/aws-role.ts';
import type { Terminal } from '../terminal.ts';
import { workTreeConfig } from '../terminal-tools.ts';

/** Options of `devops aws policy`. */
export type AwsPolicyOptions = {
  readonly format?: string;
  readonly tools?: readonly string[];
  readonly repository?: string;
  readonly serverRole?: string;
  readonly account?: string;
  readonly environment?: string;
};

/** `devops aws policy reader|actor`: exactly what the tools need, as IAM policies or as a whole role. */
export async function printAwsPolicy(
  roleName: string,
  options: AwsPolicyOptions,
  terminal: Terminal,
): Promise<number> {
  const role = choose('The role', roleName, awsRoles);
  const format = choose('--format', options.format ?? 'json', ['json', 'terraform', 'cloudformation']);
  const tools = chosenTools(options.tools);
  const { aws } = await workTreeConfig(terminal.folder);
  // Whoever names tools wants these alone; else the role serves the audit, health and cost too.
  const policies = rolePolicies(
    role,
    options.tools === undefined ? [...tools, audit, health, cost] : tools,
    aws.limits,
  );
  const trust = trustOf(options);
  if (format === 'json') {
    const json = { role, ...(trust.length > 0 && { trust: trustPolicy(trust) }), policies };
    terminal.write(`${JSON.stringify(json, null, 2)}\n`);
    return exitCodes.passed;
  }
  if (trust.length === 0) {
    throw new UsageError(
      `A role needs who may assume it: add --repository owner/name with --server-role <ARN> for the App, or with --account <number> and --environment <name> for jobs of GitHub Actions.`,
    );
  }
  const template = { role, trust, policies };
  terminal.write(format === 'terraform' ? renderTerraform(template) : renderCloudFormation(template));
  return exitCodes.passed;
}

/** The audit is no tool, but reads as one. */
const audit = {
  name: 'devops audit aws',
  risk: 'read' as const,
  permissions: { iam: [...new Set(controls.flatMap(permissionsOf))] },
};

/** So do health and cost. */
const health = {
  name: 'devops health',
  risk: 'read' as const,
  permissions: { iam: healthActions },
};
const cost = { name: 'devops cost', risk: 'read' as const, permissions: { iam: savingsActions } };

/** @throws UsageError for a name that no AWS tool has. */
function chosenTools(names: readonly string[] | undefined) {
  if (names === undefined) return awsTools;
  return names.map(name => {
    const tool = awsTools.find(candidate => candidate.name === name);
    if (tool === undefined) throw new UsageError(unknownTool(name, awsTools));
    return tool;
  });
}

/** @throws UsageError where something is no ARN, number or name of a repository. */
function trustOf({ repository, serverRole, account, environment }: AwsPolicyOptions): readonly RoleTrust[] {
  if (repository === undefined) return [];
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository))
    throw new UsageError(`--repository must be owner/name, not "${repository}".`);
  return [
    ...(serverRole === undefined ? [] : [serverTrust(repository, serverRole)]),
    ...(account === undefined && environment === undefined
      ? []
      : [jobTrust(repository, { account, environment })]),
  ];
}

function serverTrust(repository: string, roleArn: string): RoleTrust {
  if (!/^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/.test(roleArn))
    throw new UsageError(`--server-role must be the ARN of a role, not "${roleArn}".`);
  return { kind: 'server', roleArn, repository: repository.toLowerCase() };
}

function jobTrust(
  repository: string,
  {
    account,
    environment,
  }: { readonly account: string | undefined; readonly environment: string | undefined },
): RoleTrust {
  if (account === undefined || environment === undefined)
    throw new UsageError('Jobs of GitHub Actions need both --account <number> and --environment <name>.');
  if (!/^\d{12}$/.test(account)) throw new UsageError(`--account must have twelve digits, not "${account}".`);
  if (!/^[\w .-]+$/.test(environment))
    throw new UsageError(`--environment must be the name of an environment, not "${environment}".`);
  return { kind: 'github', accountId: account, repository, environment };
}
