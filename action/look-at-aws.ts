import { randomUUID } from 'node:crypto';
import { AppError } from '../src/errors.ts';
import { createOwnAws } from '../src/runtime/own-aws.ts';
import { type AwsAgent, awsAgents } from './aws-agents.ts';
import type { AwsJob, AwsLook, FailOn, JobAccount } from './aws-look.ts';
import { cancellation } from './cancellation.ts';
import { endingOf, reportAws } from './report-aws.ts';
import { tellFailure } from './tell-failure.ts';

/** Looks at the account of the job's credentials, which it only reads, and tells. Returns the exit code. */
export async function lookAtAws(job: AwsJob, agent: AwsAgent): Promise<number> {
  const title = awsAgents[agent];
  try {
    assertReportable(job, agent);
    const { look, failOn } = await Promise.race([lookAs(job, agent), cancellation(job.signal)]);
    return await reportAws(job, title, { look, failOn: job.inputs['fail-on'] ?? failOn });
  } catch (error) {
    const reason = tellFailure(error, job.runner, title);
    job.runner.summarise(`### ${title}: not done\n\n${reason}\n`);
    job.runner.setOutput('outcome', job.signal.aborted ? 'cancelled' : 'failed');
    return 1;
  }
}

async function lookAs(
  job: AwsJob,
  agent: AwsAgent,
): Promise<{ readonly look: AwsLook; readonly failOn: FailOn }> {
  const account = await connect(job);
  const { failOn } = account;
  if (agent === 'audit') {
    const { auditAccount } = await import('./aws-audit.ts');
    return { look: await auditAccount(job, account), failOn };
  }
  const { accountCost, accountHealth } = await import('./aws-estate.ts');
  const perform = agent === 'health' ? accountHealth : accountCost;
  return { look: await perform(job, account), failOn };
}

/** As the default branch configures it: regions and thresholds are never those of a change under review. */
async function connect({ client, environment, loadPolicy, runner }: AwsJob): Promise<JobAccount> {
  const { text } = await client.policy();
  const { config, warnings } = await loadPolicy({ installationId: 0, owner: environment.owner, text });
  for (const warning of warnings) runner.annotate('warning', warning);
  const { access, region } = createOwnAws(environment.aws, config.aws);
  const { failOn } = config.review;
  return {
    config: config.aws,
    failOn,
    access,
    region,
    actor: 'github-actions',
    runId: `job-${randomUUID()}`,
  };
}

/** Before anything is asked: an audit takes a while. @throws AppError `bad-input` */
function assertReportable({ inputs }: AwsJob, agent: AwsAgent): void {
  for (const path of inputs['report-file']) {
    const ending = endingOf(path);
    const isOfAudit = ending === '.html' || ending === '.ocsf.json';
    if (ending !== undefined && (agent === 'audit' || !isOfAudit)) continue;
    const known = agent === 'audit' ? '.json, .md, .html or .ocsf.json' : '.json or .md';
    throw new AppError({
      code: 'bad-input',
      publicMessage: `input \`report-file\`: a report of \`${agent}\` ends with ${known}.`,
    });
  }
}
