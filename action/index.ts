import process from 'node:process';
import packageJson from '../package.json' with { type: 'json' };
import { awsAgents, isAwsAgent } from './aws-agents.ts';
import { type ActionInputs, readInputs } from './inputs.ts';
import { servePackedChunks } from './packed-chunks.ts';
import { createRunner, type Runner } from './runner.ts';
import { type RunnerEnvironment, readRunnerEnvironment } from './runner-environment.ts';
import { tellFailure } from './tell-failure.ts';

/** The Action: reads the job, reviews what its event names, reports; the exit code says how it went. */
async function main(runner: Runner): Promise<number> {
  const inputs = readInputs(process.env);
  for (const secret of [inputs['github-token'], inputs['model-api-key']]) {
    if (secret !== undefined) runner.mask(secret);
  }
  const environment = readRunnerEnvironment(process.env);
  const controller = new AbortController();
  // The runner asks a cancelled job to stop, and ends it a few seconds later.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => controller.abort());
  runner.info(`Agentic DevOps ${packageJson.version}: ${task(inputs)}, ${subjectName(environment)}`);
  // Loaded after the first line: rules, GitHub client and renderers take most of the start.
  const { run } = await import('./run.ts');
  const exitCode = await run({
    inputs,
    environment,
    runner,
    signal: controller.signal,
    now: () => new Date(),
  });
  // Requests under way would hold a cancelled process until the runner kills it.
  if (controller.signal.aborted) process.exit(exitCode);
  return exitCode;
}

function task({ agent, workflow }: ActionInputs): string {
  if (workflow !== undefined) return 'a workflow';
  if (isAwsAgent(agent)) return awsAgents[agent];
  return agent === 'diagnose' ? 'why CI failed' : agent === 'security' ? 'security review' : 'an agent';
}

function subjectName({ owner, repo, subject, issue, eventName, sha }: RunnerEnvironment): string {
  const name = `${owner}/${repo}`;
  if (subject.kind === 'pull-request') return `${name}#${subject.number}`;
  if (issue !== undefined) return `${name}#${issue.number}`;
  return `${name} at ${sha.slice(0, 7)} (${eventName.replace(/[^a-z_]/g, '')})`;
}

servePackedChunks(new URL('.', import.meta.url));
const runner = createRunner(process.env, text => process.stdout.write(text));
try {
  process.exitCode = await main(runner);
} catch (error) {
  runner.setOutput('outcome', 'failed');
  tellFailure(error, runner);
  process.exitCode = 1;
}
