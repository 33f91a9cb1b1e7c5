import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deploy, rollback } from '../../src/commands/index.ts';
import { parseCommands } from '../../src/commands/parse.ts';

const sha = 'abcdef1234567890abcdef1234567890abcdef12';

/** Words as people, and those who wish them ill, write them. */
const word = fc.oneof(
  fc.constantFrom('staging', 'production', '--dry-run', '--dry-run=no', '--ref', `--ref=${sha}`, sha, 'main'),
  fc.constantFrom(
    'region=eu',
    'region=',
    'region=$(id)',
    '__proto__=1',
    'constructor=1',
    'a=b=c',
    '=x',
    '--',
  ),
  fc.constantFrom(
    '"region=eu west"',
    "'--dry-run'",
    '—dry-run',
    '-dry-run',
    '--DRY-RUN',
    'st\u0430ging',
    'sta\u200bging',
  ),
  fc.string({ minLength: 1, maxLength: 12 }).map(text => text.replaceAll(/\s/g, '')),
);

/** What a comment of one line asks to deploy; undefined when it is refused or no command. */
function asked(line: string) {
  const [command] = parseCommands(line);
  if (command === undefined || command.name !== 'deploy') return undefined;
  const read = deploy.read(command);
  return read.kind === 'ok' ? read.value : undefined;
}

describe('the grammar of /devops deploy', () => {
  it('never takes a dry run for a deployment, wherever the option stands', () => {
    let understood = 0;
    fc.assert(
      fc.property(fc.array(word, { maxLength: 5 }), fc.nat(5), (words, place) => {
        const before = words.slice(0, place);
        // After `--` everything is an argument, and is then refused as one.
        const line = ['/devops deploy', ...before, '--dry-run', ...words.slice(place)].join(' ');
        const value = asked(line);
        if (value === undefined) return;
        understood += 1;
        expect(value.dryRun).toBe(true);
      }),
      { numRuns: 3_000 },
    );
    expect(understood).toBeGreaterThan(20);
  });

  it('gives only names, values and commits of their form, and never throws', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 6 }), words => {
        const value = asked(['/devops deploy', ...words].join(' '));
        if (value === undefined) return;
        expect(value.environment).toMatch(/^[a-z0-9][a-z0-9._-]{0,62}$/);
        expect(value.ref ?? sha).toMatch(/^[0-9a-f]{7,64}$/);
        for (const [name, text] of Object.entries(value.parameters)) {
          expect(name).toMatch(/^[a-z][a-z0-9_-]{0,39}$/);
          expect(text.length).toBeLessThanOrEqual(200);
        }
        expect(Object.getPrototypeOf(value.parameters)).toBe(Object.prototype);
      }),
      { numRuns: 3_000 },
    );
  });

  it('reads what was meant', () => {
    const environment = fc.stringMatching(/^[a-z][a-z0-9]{0,10}$/);
    const parameter = fc.tuple(
      fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/),
      fc.stringMatching(/^[A-Za-z0-9._/-]{1,20}$/),
    );
    fc.assert(
      fc.property(
        environment,
        fc.uniqueArray(parameter, { selector: ([name]) => name, maxLength: 4 }),
        fc.boolean(),
        (name, parameters, dryRun) => {
          const words = [
            name,
            ...parameters.map(([key, value]) => `${key}=${value}`),
            ...(dryRun ? ['--dry-run'] : []),
            '--ref',
            sha,
          ];
          expect(asked(`/devops deploy ${words.join(' ')}`)).toEqual({
            environment: name,
            dryRun,
            ref: sha,
            parameters: Object.fromEntries(parameters),
          });
        },
      ),
    );
  });

  it('of a comment finds nothing that GitHub shows as quoted or as code', () => {
    const hidden = fc.constantFrom(
      (line: string) => `> ${line}`,
      (line: string) => `    ${line}`,
      (line: string) => `\t${line}`,
      (line: string) => `\`${line}\``,
      (line: string) => `- ${line}`,
      (line: string) => `\`\`\`\n${line}\n\`\`\``,
      (line: string) => `~~~~ sh\n~~~\n${line}\n~~~~`,
      (line: string) => `<!-- ${line}\n${line} -->`,
    );
    fc.assert(
      fc.property(
        fc.array(hidden, { minLength: 1, maxLength: 5 }),
        fc.constantFrom('\n', '\r\n'),
        (wraps, ending) => {
          const body = wraps
            .map(wrap => wrap('/devops deploy staging'))
            .join('\n\n')
            .replaceAll('\n', ending);
          expect(parseCommands(body)).toEqual([]);
        },
      ),
    );
  });

  it('of a rollback takes nothing but an environment and a commit', () => {
    const read = (line: string) => {
      const [command] = parseCommands(line);
      return command === undefined ? undefined : rollback.read(command);
    };
    expect(read('/devops rollback staging')).toMatchObject({ kind: 'ok', value: { environment: 'staging' } });
    expect(read(`/devops rollback staging --to ${sha}`)).toMatchObject({ kind: 'ok', value: { to: sha } });
    for (const line of [
      '/devops rollback',
      '/devops rollback staging --to main',
      '/devops rollback staging --force',
      '/devops rollback staging x=1',
    ])
      expect(read(line)).toMatchObject({ kind: 'usage' });
  });
});
