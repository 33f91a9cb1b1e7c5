import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCommands } from '../../src/commands/parse.ts';

const names = (body: string): readonly string[] => parseCommands(body).map(command => command.name);

describe('parseCommands', () => {
  it.each([
    ['a command', '/devops review', ['review']],
    ['a bare call for help', '/devops', ['help']],
    ['several commands', 'Hello\n/devops review\ntext\n/devops status', ['review', 'status']],
    ['CRLF endings', 'Hi\r\n/devops review\r\n', ['review']],
    ['capital letters in the name', '/devops Review', ['review']],
    ['an indented line', ' /devops review', []],
    ['indented code', '    /devops review', []],
    ['a quote', '> /devops review', []],
    ['a word in a sentence', 'please /devops review', []],
    ['another command', '/devopsreview', []],
    ['fenced code', '```\n/devops review\n```', []],
    [
      'a tilde fence with a backtick fence inside',
      '~~~\n```\n/devops review\n~~~\n/devops status',
      ['status'],
    ],
    ['a longer fence around a shorter', '````\n```\n/devops review\n````', []],
    ['an unclosed fence', '```sh\n/devops review', []],
    ['a fence that is no fence', '```not ` a fence\n/devops review', ['review']],
    ['an HTML comment', '<!--\n/devops review\n-->', []],
    ['after an HTML comment', '<!-- x -->\n/devops review', ['review']],
    ['inline code', '`/devops review`', []],
  ])('reads %s', (_name, body, expected) => {
    expect(names(body)).toEqual(expected);
  });

  it('splits words, options and quotes', () => {
    expect(
      parseCommands(`/devops dismiss 1a2b3c "not a secret" --scope=all --force --to 'a b' -- --x`)[0],
    ).toEqual({
      name: 'dismiss',
      args: ['1a2b3c', 'not a secret', '--x'],
      options: { scope: 'all', force: true, to: 'a b' },
      raw: `/devops dismiss 1a2b3c "not a secret" --scope=all --force --to 'a b' -- --x`,
      line: 1,
    });
  });

  it('takes an unclosed quote as a character', () => {
    expect(parseCommands("/devops dismiss 1a2b3c it's fine")[0]?.args).toEqual(['1a2b3c', "it's", 'fine']);
  });

  it('takes at most ten commands and no overlong line', () => {
    expect(names('/devops status\n'.repeat(12))).toHaveLength(10);
    expect(names(`/devops dismiss ${'a'.repeat(2000)}`)).toEqual([]);
  });

  it('finds nothing in quoted, fenced or indented text, whatever else it holds', () => {
    const line = fc.string().map(text => text.replace(/[\r\n`~]/g, ' '));
    fc.assert(
      fc.property(fc.array(line), fc.constantFrom('> ', '    ', '\t'), (lines, prefix) => {
        const body = [...lines, '/devops review'].map(text => `${prefix}${text}`).join('\n');
        expect(parseCommands(body)).toEqual([]);
        expect(parseCommands(`\`\`\`\n${lines.join('\n')}\n/devops review\n\`\`\``)).toEqual([]);
      }),
    );
  });

  it('never throws and keeps what it returns within the text', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('/devops ', '"', "'", '--', '=', 'a', ' ', '\n', '```', '<!--', '-->'),
        }),
        body => {
          for (const command of parseCommands(body)) expect(body).toContain(command.raw);
        },
      ),
    );
  });
});
