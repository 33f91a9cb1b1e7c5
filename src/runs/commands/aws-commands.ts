import { healthExplainer } from '../../agents/estate/agents.ts';
import type { CommandDefinition } from '../../commands/command-definition.ts';
import { cost, health } from '../../commands/index.ts';
import type { RegionArguments } from '../../commands/region-option.ts';
import type { AwsConfig } from '../../contracts/aws.ts';
import type { HealthReport } from '../../contracts/health.ts';
import { AppError } from '../../errors.ts';
import { renderHealthAdvice } from '../../results/account-advice.ts';
import { renderAnswer } from '../../results/answer.ts';
import { renderHealth } from '../../results/health.ts';
import { renderSavings } from '../../results/savings.ts';
import { withOwnAgents } from '../agents/with-own-agents.ts';
import { checkHealth } from '../health/check-health.ts';
import { explainHealth } from '../health/explain-health.ts';
import { defaultDays, findSavings } from '../savings/find-savings.ts';
import { answer } from './answer.ts';
import type { CommandCall } from './command-run.ts';

/** `/devops health`: one comment, edited in place. */
export async function showHealth(call: CommandCall): Promise<undefined> {
  return await aboutAccount(call, health, 'health', async account => {
    const report = await checkHealth({ ...account, settings: account.config.health });
    return { text: renderHealth(report), toExplain: worstOf(report) };
  });
}

/** What an explanation needs and a journal can hold. */
function worstOf(report: HealthReport): HealthReport {
  const bad = report.resources.filter(({ health: found }) => found !== 'healthy');
  return { ...report, resources: bad.slice(0, 60), gaps: report.gaps.slice(0, 60) };
}

/** `/devops cost`: one comment, edited in place. */
export async function showCost(call: CommandCall): Promise<undefined> {
  return await aboutAccount(call, cost, 'cost', async account => {
    return { text: renderSavings(await findSavings({ ...account, days: defaultDays })) };
  });
}

/** What there is to say; a health report is explained besides where a model is configured. */
type Said = { readonly text: string; readonly toExplain?: HealthReport };

type Account = Omit<Parameters<typeof checkHealth>[0], 'settings'> & { readonly config: AwsConfig };

/** Looks at the account that the repository's configuration names and writes what there is to say. */
async function aboutAccount(
  call: CommandCall,
  definition: CommandDefinition<RegionArguments>,
  topic: 'health' | 'cost',
  look: (account: Account) => Promise<Said>,
): Promise<undefined> {
  const { context, run, parts, client, reply } = call;
  const read = definition.read(run.command);
  if (read.kind === 'usage') return await reply(`${read.message}\n\nUsage: \`${definition.usage}\``);
  const { repository, installationId } = run;
  const { text } = await client.policy();
  const { config } = await parts.loadPolicy({ installationId, owner: repository.owner, text });
  if (config.aws.readerArn === undefined) {
    return await reply(
      'No AWS account is configured for this repository: name the role that reads it in `aws.reader` of `.github/devops.yml`.',
    );
  }
  const { region } = read.value;
  const account: Account = {
    config: config.aws,
    access: parts.awsFor(config.aws, { owner: repository.owner, name: repository.name }),
    actor: context.request.actor.login,
    runId: context.request.id,
    regions: region === undefined ? config.aws.regions : [region],
    homeRegion: region ?? config.aws.region ?? config.aws.regions[0] ?? 'us-east-1',
    now: parts.now(),
  };
  const said = await context.step(topic, async (): Promise<Said> => {
    try {
      return await look(account);
    } catch (error) {
      // A role that cannot be assumed: what to do stands in the message.
      if (error instanceof AppError && !error.retryable) return { text: error.publicMessage };
      throw error;
    }
  });
  const target = { client, issue: run.issue, topic };
  const { text: facts, toExplain } = said;
  await answer(context, { ...target, body: renderAnswer(topic, facts) });
  if (toExplain === undefined) return undefined;
  const advice = await withOwnAgents(call, [healthExplainer], ask => explainHealth(toExplain, ask));
  const explained = renderHealthAdvice(advice);
  if (explained !== '')
    await answer(context, { ...target, body: renderAnswer(topic, `${facts}${explained}`), stage: 'advice' });
  return undefined;
}
