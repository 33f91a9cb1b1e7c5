import { connectModel } from '../src/clients/connect-model.ts';
import { toolSpecifications } from '../src/tools/index.ts';
import { agentOf, benchOf, context, toolOf } from '../test/agents/runtime/bench-run.ts';

/** A process with many runs that wait for a slow model; started by `agents.ts`, tells its memory line by line. */
const { baseUrl, apiKey, runs } = JSON.parse(process.argv[2] ?? '{}') as {
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly runs: number;
};

const tell = (words: object): void => console.log(JSON.stringify(words));
const rssMb = (): number => process.memoryUsage().rss / 1024 / 1024;

const beforeMb = rssMb();
const loadedAt = performance.now();
await import('@openai/agents');
const sdkLoadMs = performance.now() - loadedAt;
const loadedMb = rssMb();

const tools = toolSpecifications
  .filter(({ risk }) => risk === 'read')
  .map(specification => ({ ...toolOf(specification.name), ...specification }));
const { run } = benchOf({
  agents: [agentOf({ tools: tools.map(({ name }) => name), limits: { ...agentOf().limits, seconds: 600 } })],
  tools,
  models: { fake: () => connectModel({ kind: 'openai-compatible', model: 'fake', apiKey, baseUrl }) },
});
const timer = setInterval(() => tell({ rssMb: rssMb() }), 100);
const material = [{ label: 'log', text: 'a line of a log\n'.repeat(2000) }];
const results = await Promise.all(
  Array.from({ length: runs }, (_, index) =>
    run({ context: { ...context, runId: `run-${index}` }, material }),
  ),
);
clearInterval(timer);
const completed = results.filter(({ outcome }) => outcome === 'completed').length;
tell({ done: { completed, tools: tools.length, beforeMb, loadedMb, sdkLoadMs } });
