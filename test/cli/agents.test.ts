import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FakeModel, startFakeModel } from '../fakes/model/index.ts';
import { devops } from './run-in-process.ts';

let fake: FakeModel;
beforeAll(async () => {
  fake = await startFakeModel();
});
afterAll(() => fake.close());

const withModel = (): Readonly<Record<string, string>> => ({
  OPENAI_API_KEY: fake.apiKey,
  OPENAI_BASE_URL: fake.baseUrl,
  DEVOPS_MODEL: 'model-of-tests',
});

const healthy = { status: 'healthy', summary: 'The machine is fine.', signals: [], next: [], gaps: [] };

describe('devops agents run', () => {
  it('asks the model, lets it use a tool of this machine, and prints its answer', async () => {
    fake.answer = ({ toolResults }) =>
      toolResults.length === 0
        ? { calls: [{ name: 'host_metrics', arguments: {} }] }
        : JSON.stringify(healthy);
    const { exitCode, stdout, stderr } = await devops(
      ['agents', 'run', 'monitoring', 'How is this machine?'],
      withModel(),
    );
    expect(exitCode).toBe(0);
    expect(stdout).toContain('status: healthy\nsummary: The machine is fine.');
    expect(stderr).toContain('openai/model-of-tests: 2 requests');
    expect(fake.requests.at(-1)?.toolResults[0]).toContain('memory');
  });

  it('prints the whole result as JSON', async () => {
    fake.answer = () => JSON.stringify(healthy);
    const { stdout } = await devops(['agents', 'run', 'monitoring', 'Well?', '--json'], withModel());
    expect(JSON.parse(stdout)).toMatchObject({ outcome: 'completed', output: healthy });
  });

  it('says what is missing when no model is configured', async () => {
    const { exitCode, stderr } = await devops(['agents', 'run', 'monitoring', 'Well?']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('Set DEVOPS_MODEL');
  });

  it('guesses which agent was meant', async () => {
    const { exitCode, stderr } = await devops(['agents', 'run', 'monitorin', 'Well?'], withModel());
    expect(exitCode).toBe(64);
    expect(stderr).toContain('monitoring');
  });
});
