import { describe, expect, it } from 'vitest';
import { createRepository, runCli, writeFiles } from './run-cli.ts';

describe('--sarif-in', () => {
  it('reports another scanner’s findings with its own', () => {
    const folder = createRepository({ 'a.ts': '// x\n' });
    const location = { physicalLocation: { artifactLocation: { uri: 'a.ts' }, region: { startLine: 1 } } };
    const results = [{ ruleId: 'r1', level: 'error', message: { text: 'Bad.' }, locations: [location] }];
    const log = { version: '2.1.0', runs: [{ tool: { driver: { name: 'Other' } }, results }] };
    writeFiles(folder, { '.git/other.sarif': JSON.stringify(log), '.git/broken.sarif': '{' });
    const run = runCli(folder, ['scan', '--json', '--sarif-in', '.git/other.sarif']);
    expect(run.stdout).toContain('"source": "sarif"');
    expect(runCli(folder, ['scan', '--sarif-in', '.git/broken.sarif'])).toMatchObject({ exitCode: 64 });
  });
});
