import type { Span } from '../../contracts/detector.ts';
import { about, defineDependencyRule, shown } from './define-dependency-rule.ts';
import { linesOf, spanIn } from './files/text-lines.ts';

const insecure = /^(?:git\+)?(?:http|git|ftp|svn):\/\/(?!(?:localhost|127\.0\.0\.1|\[::1\])[:/])/i;

/** Options that change where everything comes from, in requirements files and Gemfiles. */
const insecureOption =
  /^\s*(?:(?:-i|--index-url|--extra-index-url|-f|--find-links)[ =]+http:\/\/(?!localhost|127\.)|--trusted-host[ =]|source\s+["']http:\/\/)/;

/** The parts of a build file whose addresses are those of registries. */
const registryBlock =
  /<(?<name>repository|pluginRepository|mirror)>[^]{0,2000}?<\/\k<name>>|^\[\[(?:source|tool\.(?:poetry\.source|uv\.index|pdm\.source))\]\]\n(?:[^[\n]*\n){0,10}|\brepositories\s*\{[^]{0,3000}?\n\}/gm;
const insecureAddress = /(?:<url>\s*|["'(])(?<address>http:\/\/(?!localhost|127\.)[^\s"'<)]+)/g;

export const dependencyInsecureTransport = defineDependencyRule({
  id: 'dependency-insecure-transport',
  title: 'Package fetched without encryption',
  severity: 'high',
  confidence: 'high',
  cwe: ['CWE-319', 'CWE-494'],
  owasp: ['A08', 'A02'],
  what: 'Reports packages and package indexes that are fetched over http, git, ftp or svn, and hosts whose certificates are not checked (`--trusted-host`).',
  why: 'Anybody on the way can exchange the code that is installed.',
  fix: 'Use https with a certificate that is checked.',
  references: [
    'https://pip.pypa.io/en/stable/cli/pip/#cmdoption-trusted-host',
    'https://bundler.io/guides/gemfile.html',
  ],
  check: ({ dependencies }, { text }) => [
    ...dependencies.flatMap(dependency => {
      const { source } = dependency;
      const url = source.kind === 'path' ? undefined : source.url;
      return url !== undefined && insecure.test(url)
        ? [about(dependency, { message: `\`${shown(dependency.name)}\` is fetched without encryption.` })]
        : [];
    }),
    ...insecureOptions(text).map(span => ({
      ...span,
      message: 'Packages are fetched from a host that is not authenticated.',
    })),
  ],
  examples: {
    bad: [
      {
        path: 'package.json',
        text: '{\n  "dependencies": {\n    "example": "http://packages.example.com/example-1.0.0.tgz"\n  }\n}\n',
      },
      { path: 'requirements.txt', text: '--index-url http://packages.example.com/simple\nexample==1.0.0\n' },
    ],
    good: [
      {
        path: 'requirements.txt',
        text: '--index-url https://packages.example.com/simple\nexample==1.0.0\n',
      },
    ],
  },
});

function insecureOptions(text: string): readonly Span[] {
  if (!/http:\/\/|--trusted-host/.test(text)) return [];
  const options = [...linesOf(text)].flatMap(line =>
    insecureOption.test(line.text) ? [spanIn(line, line.text.trim())] : [],
  );
  return [...options, ...insecureRegistries(text)];
}

function insecureRegistries(text: string): readonly Span[] {
  return [...text.matchAll(registryBlock)].flatMap(block =>
    [...block[0].matchAll(insecureAddress)].map(match => {
      const { address = '' } = match.groups ?? {};
      const start = block.index + match.index + match[0].length - address.length;
      return { start, end: start + address.length };
    }),
  );
}
