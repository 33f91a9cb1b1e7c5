import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { marked, type Token } from 'marked';
import { describe, expect, it } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { commandDefinitions } from '../src/commands/index.ts';

/** Every page that people write; the pages of rules are generated from them and have tests of their own. */
const pages = [
  'README.md',
  'SECURITY.md',
  '.github/CONTRIBUTING.md',
  ...globSync('docs/**/*.md').filter(path => !path.startsWith('docs/detectors/')),
];
/** Files of the user's repositories, which the documents name like our own. */
const filesOfUsers = [
  '.github/devops.yml',
  '.github/devops/',
  '.github/workflows/',
  'devops.yml',
  'default.md',
];
/** What the build makes. */
const builtFolders = ['action/dist'];
const ownFolder = /^(?:src|test|docs|action|bench|demo|scripts|deploy|\.ci|\.github)\/[\w./*<>-]*$/;
const ownRootFile = /^[\w.-]+\.(?:yml|json|jsonc|md)$/;

describe.each(pages)('%s', page => {
  const text = readFileSync(page, 'utf8');
  const { codeSpans, codeBlocks, links } = partsOf(text);
  const commandLines = [...codeSpans, ...codeBlocks.flatMap(block => block.split('\n'))];

  it('links to what exists', () => {
    const broken = links
      .filter(link => !/^(?:https?:|mailto:|#)/.test(link))
      .filter(link => !existsSync(join(dirname(page), link.split('#')[0] ?? '')));
    expect(broken).toEqual([]);
  });

  it('names paths that exist', () => {
    const missing = codeSpans
      .filter(span => ownFolder.test(span) || ownRootFile.test(span))
      .filter(span => ![...filesOfUsers, ...builtFolders].some(path => span.startsWith(path)))
      .filter(span => globSync(span.replaceAll(/<[^>]+>/g, '*')).length === 0);
    expect(missing).toEqual([]);
  });

  it('names npm scripts that exist', () => {
    const named = [...text.matchAll(/npm (?:run (?<script>[\w:-]+)|(?<short>test|start)\b)/g)].map(
      ({ groups }) => groups?.['script'] ?? groups?.['short'] ?? '',
    );
    expect(named.filter(name => !Object.hasOwn(packageJson.scripts, name))).toEqual([]);
  });

  it('names commands and options of the terminal that exist', () => {
    const named = commandLines.flatMap(
      line => /^(?:npx )?devops (?<words>[a-z].*)/.exec(line)?.groups?.['words'] ?? [],
    );
    expect(named.filter(words => !terminalKnows(words))).toEqual([]);
  });

  it('names commands of comments that exist', () => {
    const named = commandLines.flatMap(
      line => /^\/devops (?<name>[a-z-]+)/.exec(line)?.groups?.['name'] ?? [],
    );
    const known = new Set(commandDefinitions.map(({ name }) => name));
    expect(named.filter(name => !known.has(name))).toEqual([]);
  });
});

it('gives the two commands that a fresh machine needs, and CI calls the second', () => {
  const commands = readFileSync('README.md', 'utf8').matchAll(/^npm ci && npm (?:run )?(?<script>\w+) +#/gm);
  expect([...commands].map(({ groups }) => groups?.['script'])).toEqual(['demo', 'test']);
  expect(readFileSync('.ci/run', 'utf8').trimEnd().split('\n').at(-1)).toBe('npm ci && npm test');
});

type Parts = {
  readonly codeSpans: readonly string[];
  readonly codeBlocks: readonly string[];
  readonly links: readonly string[];
};

function partsOf(text: string): Parts {
  const parts = { codeSpans: [] as string[], codeBlocks: [] as string[], links: [] as string[] };
  void marked.walkTokens(marked.lexer(text), (token: Token) => {
    if (token.type === 'codespan') parts.codeSpans.push(token['text']);
    if (token.type === 'code') parts.codeBlocks.push(token['text']);
    if (token.type === 'link' || token.type === 'image') parts.links.push(token['href']);
  });
  return parts;
}

/** Follows the words down the built program's `--help`, as far as they are commands; then every option must be there. */
function terminalKnows(line: string): boolean {
  const words = line.split('#')[0]?.trim().split(/ +/) ?? [];
  const path: string[] = [];
  for (const word of words) {
    if (!helpOf(path).includes('\nCommands:')) break;
    if (!new RegExp(`^  ${word}\\b`, 'm').test(helpOf(path))) return false;
    path.push(word);
  }
  return words.filter(word => word.startsWith('--')).every(option => helpOf(path).includes(option));
}

const helpTexts = new Map<string, string>();

function helpOf(path: readonly string[]): string {
  const key = path.join(' ');
  const known = helpTexts.get(key);
  if (known !== undefined) return known;
  const help = execFileSync(process.execPath, ['dist/cli.js', ...path, '--help'], { encoding: 'utf8' });
  helpTexts.set(key, help);
  return help;
}
