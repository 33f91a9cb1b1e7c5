import { type ShellCommand, withoutPrefixes } from './shell-commands.ts';

/** How a tool publishes: its words, and the options that mean it publishes elsewhere or not at all. */
type Publisher = {
  /** Words that follow each other from the command's name on; options in between are skipped. */
  readonly words: readonly string[];
  /** Options that make it a rehearsal. */
  readonly dryRun: readonly string[];
  /** Options that name the registry. */
  readonly registry: readonly string[];
  /** Registries that offer trusted publishing. */
  readonly supported: RegExp;
};

const npm = {
  dryRun: ['--dry-run', '-n'],
  registry: ['--registry'],
  supported: /registry\.npmjs\.org|registry\.yarnpkg\.com/,
};
const pypi = {
  dryRun: ['--dry-run', '-n'],
  registry: ['--repository-url', '--publish-url', '--repository', '--index', '-r', '--repo'],
  supported: /\/\/(?:upload\.|test\.)?pypi\.org\b|^(?:test)?pypi$/,
};
const cargo = { dryRun: ['--dry-run', '-n'], registry: ['--registry', '--index'], supported: /crates[.-]io/ };
const gem = { dryRun: [], registry: ['--host'], supported: /rubygems\.org/ };
const nuget = { dryRun: [], registry: ['--source', '-s', '-source'], supported: /nuget\.org/ };
const pub = { dryRun: ['--dry-run', '-n'], registry: ['--server'], supported: /pub\.dev/ };

const publishers: readonly Publisher[] = [
  { words: ['npm', 'publish'], ...npm },
  { words: ['pnpm', 'publish'], ...npm },
  { words: ['yarn', 'npm', 'publish'], ...npm },
  { words: ['yarn', 'publish'], ...npm },
  { words: ['bun', 'publish'], ...npm },
  { words: ['lerna', 'publish'], ...npm },
  { words: ['twine', 'upload'], ...pypi },
  { words: ['uv', 'publish'], ...pypi },
  { words: ['poetry', 'publish'], ...pypi },
  { words: ['pdm', 'publish'], ...pypi },
  { words: ['hatch', 'publish'], ...pypi },
  { words: ['flit', 'publish'], ...pypi },
  { words: ['maturin', 'publish'], ...pypi },
  { words: ['maturin', 'upload'], ...pypi },
  { words: ['cargo', 'publish'], ...cargo },
  { words: ['gem', 'push'], ...gem },
  { words: ['rake', 'release'], ...gem },
  { words: ['nuget', 'push'], ...nuget },
  { words: ['dotnet', 'nuget', 'push'], ...nuget },
  { words: ['dart', 'pub', 'publish'], ...pub },
  { words: ['flutter', 'pub', 'publish'], ...pub },
];

/** Commands that run the command behind them. */
const wrappers: readonly (readonly string[])[] = [
  ['bundle', 'exec'],
  ['npx'],
  ['bunx'],
  ['pnpm', 'dlx'],
  ['pnpm', 'exec'],
  ['yarn', 'dlx'],
  ['yarn', 'exec'],
  ['npm', 'exec'],
  ['uv', 'run'],
  ['uvx'],
  ['uv', 'tool', 'run'],
  ['pipx', 'run'],
  ['poetry', 'run'],
  ['pdm', 'run'],
  ['hatch', 'run'],
  ['python', '-m'],
  ['python3', '-m'],
  ['py', '-m'],
  ['mise', 'exec'],
  ['xargs'],
];

/** Most words of one command that are looked at. */
const maxWords = 100;

/** Whether a command publishes to a registry which could do with trusted publishing. */
export function publishesToRegistry(command: ShellCommand): boolean {
  const words = unwrap(
    withoutPrefixes(command)
      .slice(0, maxWords)
      .map(word => word.text),
  );
  return publishers.some(publisher => publishes(words, publisher));
}

/** Takes wrappers off, several deep, with the options that stand before the wrapped command. */
function unwrap(words: readonly string[], depth = 0): readonly string[] {
  const wrapper = wrappers.find(prefix => prefix.every((word, index) => nameOf(words[index]) === word));
  if (wrapper === undefined || depth > 3) return words;
  const rest = words.slice(wrapper.length);
  const start = rest.findIndex(
    (word, index) => isKnownName(word) && !(rest[index - 1] ?? '').startsWith('--from'),
  );
  return start === -1 ? rest : unwrap(rest.slice(start), depth + 1);
}

function isKnownName(word: string): boolean {
  const name = nameOf(word);
  return publishers.some(({ words }) => words[0] === name) || wrappers.some(([first]) => first === name);
}

function nameOf(word: string | undefined): string {
  const name = word?.split(/[\\/]/).at(-1)?.toLowerCase() ?? '';
  return name.replace(/\.(?:exe|cmd|ps1)$/, '').replace(/@[\w.^~-]+$/, '');
}

function publishes(words: readonly string[], publisher: Publisher): boolean {
  if (nameOf(words[0]) !== publisher.words[0]) return false;
  // `cargo +nightly publish`, `npm --workspace x publish`: options and toolchains may stand in between.
  const plain = words.slice(1).filter(word => !word.startsWith('-') && !word.startsWith('+'));
  const wanted = publisher.words.slice(1);
  const found = wanted.every((word, index) => plain[index] === word) || followsOptions(words, wanted);
  if (!found || words.some(word => publisher.dryRun.includes(word))) return false;
  const registry = registryOf(words, publisher.registry);
  return registry === undefined || registry.includes('$') || publisher.supported.test(registry.toLowerCase());
}

/** `npm --prefix dir publish`: the value of an option stands before the word. */
function followsOptions(words: readonly string[], wanted: readonly string[]): boolean {
  const [word] = wanted;
  if (wanted.length !== 1 || word === undefined) return false;
  const index = words.indexOf(word);
  return (
    index >= 3 && words.slice(1, index).every((text, at, all) => isOption(text) || isOption(all[at - 1]))
  );
}

function isOption(word: string | undefined): boolean {
  return word?.startsWith('-') === true;
}

function registryOf(words: readonly string[], options: readonly string[]): string | undefined {
  for (const [index, word] of words.entries()) {
    const [name = '', value] = word.split('=', 2);
    if (options.includes(name.toLowerCase())) return value ?? words[index + 1];
  }
  return undefined;
}
