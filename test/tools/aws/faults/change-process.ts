import { z } from 'zod';
import { createAwsConnector } from '../../../../src/clients/aws/aws-connector.ts';
import { createAwsToolAccess } from '../../../../src/clients/aws/tool-access.ts';
import { createRunEngine } from '../../../../src/runs/engine/run-engine.ts';
import { openDatabase } from '../../../../src/storage/open-database.ts';
import { createRunStore } from '../../../../src/storage/run-store.ts';
import { awsTools } from '../../../../src/tools/aws/index.ts';
import { bindAwsTools } from '../../../../src/tools/aws-calls/bind-aws-tools.ts';
import { invokeTool } from '../../../../src/tools/invoke-tool.ts';
import { quick } from '../../../runs/engine/backend.ts';
import { runRequest } from '../../../runs/engine/run-requests.ts';

/** A process that carries out one approved change in a durable run, and prints what it came to as a line of JSON. */
const { dataDir, endpoint, tool, input } = z
  .object({ dataDir: z.string(), endpoint: z.string(), tool: z.string(), input: z.unknown() })
  .parse(JSON.parse(process.argv[2] ?? ''));

const connector = createAwsConnector({
  endpointUrl: endpoint,
  now: () => new Date(),
  credentials: () => Promise.resolve({ accessKeyId: 'own', secretAccessKey: 'secret' }),
});
const access = createAwsToolAccess(connector, {
  region: 'eu-central-1',
  reader: undefined,
  actor: 'own',
  limits: { protectedTags: [], managedTag: undefined, maxResources: 20, maxPercent: 100 },
});
const bound = bindAwsTools(awsTools, access).find(({ name }) => name === tool);
if (bound === undefined) throw new Error(`no tool ${tool}`);
const database = await openDatabase({ dataDir }, quick.logger);
const engine = createRunEngine({ ...quick, runs: createRunStore(database) });
await engine.start(async journal => {
  const result = await invokeTool(
    {
      tool: bound,
      input,
      access: { caller: 'test', tools: [tool], maxRisk: 'destructive' },
      context: {
        runId: 'run',
        actor: 'mona',
        entry: 'app',
        installationId: undefined,
        repository: undefined,
        pullRequest: undefined,
        issue: undefined,
        environment: undefined,
        region: undefined,
      },
      signal: journal.signal,
      step: 'step',
    },
    {
      guards: [],
      approvals: { take: () => Promise.resolve({ by: 'hubot' }) },
      journal,
      audit: () => Promise.resolve(),
      redact: text => text,
      now: () => new Date(),
    },
  );
  process.stdout.write(`${JSON.stringify(result)}\n`);
});
await engine.enqueue([runRequest('run')]);
process.on('SIGTERM', () => {
  void engine.stop({ timeoutMs: 5_000 }).then(() => database.close());
});
