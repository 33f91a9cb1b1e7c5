import type { DeployState } from '../contracts/deploy.ts';
import type { GateResult } from '../contracts/gate.ts';
import type { DeployAdvice, DeployView } from './deploy-view.ts';
import { commitUrl } from './permalink.ts';
import { codeBlock, codeSpan, inlineText, truncate } from './untrusted-text.ts';

/** Longest comment, UTF-16 code units; GitHub refuses more than 65,536 characters. */
const maxLength = 65_000;
const maxError = 4_000;

/** The hidden first line of an environment's comment, by which it is found again. Version 1. */
export function deployMarker(environment: string): string {
  return `<!-- devops:deploy:v1 environment=${environment.replace(/[^a-z0-9._-]/g, '')} -->`;
}

const headlines: Readonly<Record<DeployState, (environment: string) => string>> = {
  checking: environment => `⏳ Checking a deployment to ${environment}`,
  'waiting-for-lock': environment => `⏸️ In line for ${environment}`,
  'waiting-for-approval': environment => `✋ Deployment to ${environment} waits for approval`,
  queued: environment => `⏳ Deploying to ${environment}`,
  'in-progress': environment => `🚀 Deploying to ${environment}`,
  verifying: environment => `🔎 Verifying the deployment to ${environment}`,
  success: environment => `✅ Deployed to ${environment}`,
  failure: environment => `❌ Deployment to ${environment} failed`,
  error: environment => `❌ Deployment to ${environment} did not happen`,
  cancelled: environment => `⏹️ Deployment to ${environment} was cancelled`,
  refused: environment => `🚫 Not deployed to ${environment}`,
  superseded: environment => `⏭️ Deployment to ${environment} was superseded`,
};

/** The one line about a deployment, without Markdown. */
export function deployHeadline({ state, environment }: Pick<DeployView, 'state' | 'environment'>): string {
  return headlines[state](environment);
}

/** The one comment about an environment on a pull request: always the present state, Markdown. */
export function renderDeployComment(view: DeployView): string {
  const parts = [
    `${deployMarker(view.environment)}\n### ${deployHeadline(view)}`,
    facts(view),
    [view.message, view.next].filter(part => part !== undefined && part !== '').join(' '),
    firstError(view),
    view.advice.map(adviceSection).join('\n\n'),
    gatesTable(view.gates),
    warnings(view.warnings),
    footer(view),
  ];
  return `${truncate(parts.filter(part => part !== '').join('\n\n'), maxLength)}\n`;
}

function facts(view: DeployView): string {
  const { links, sha, actor, parameters } = view;
  const commit = `[\`${sha.slice(0, 7)}\`](${commitUrl(links, sha)})`;
  const values = Object.entries(parameters).map(([name, value]) => codeSpan(`${name}=${String(value)}`, 120));
  return [
    commit,
    `by ${codeSpan(actor, 60)}`,
    ...values,
    ...(view.environmentUrl === undefined ? [] : [link('open it', view.environmentUrl)]),
    ...(view.logUrl === undefined ? [] : [link('log', view.logUrl)]),
    ...(view.durationMs === undefined ? [] : [duration(view.durationMs)]),
  ].join(' · ');
}

/** A link whose address comes from outside: nothing but http(s), and nothing that ends the Markdown link. */
function link(text: string, url: string): string {
  const address = URL.canParse(url) ? new URL(url) : undefined;
  if (address === undefined || !/^https?:$/.test(address.protocol)) return codeSpan(url, 200);
  return `[${text}](<${address.href.replace(/[<>]/g, encodeURIComponent)}>)`;
}

function duration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? `${minutes} min ${seconds % 60} s`
    : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

function firstError({ firstError: error }: DeployView): string {
  return error === undefined
    ? ''
    : `First error, ${inlineText(error.where, 200)}:\n\n${codeBlock(error.text, 'text', maxError)}`;
}

/** A quotation: whose words these are must not be in doubt. */
function adviceSection({ title, text, items, command }: DeployAdvice): string {
  const lines = [
    `🤖 **${inlineText(title, 60)}** ${inlineText(text, 600)}`,
    ...items.slice(0, 5).map(item => `- ${inlineText(item, 300)}`),
    ...(command === undefined ? [] : [`- It proposes ${codeSpan(command, 220)}`]),
    '',
    '<sub>Written by a model; it decided nothing.</sub>',
  ];
  return lines.map(line => `> ${line}`).join('\n');
}

const marks: Readonly<Record<GateResult['verdict'], string>> = {
  pass: '✓',
  off: '–',
  warn: '⚠️',
  refuse: '✗',
  wait: '⏳',
  'needs-approval': '✋',
  unread: '·',
};

/** The gates that were decided, folded when all is well. */
export function gatesTable(gates: readonly GateResult[]): string {
  const shown = gates.filter(({ verdict }) => verdict !== 'off' && verdict !== 'unread');
  if (shown.length === 0) return '';
  const passed = shown.filter(({ verdict }) => verdict === 'pass').length;
  const rows = shown.map(gate => {
    const next = 'next' in gate ? ` ${gate.next}` : '';
    return `| ${marks[gate.verdict]} | ${gate.gate.replaceAll('-', ' ')} | ${cell(gate.message + next)} |`;
  });
  const table = `| | Gate | |\n| --- | --- | --- |\n${rows.join('\n')}`;
  const open = passed < shown.length ? ' open' : '';
  return `<details${open}><summary>Gates: ${passed} of ${shown.length} passed</summary>\n\n${table}\n\n</details>`;
}

function cell(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').replaceAll('|', '\\|');
}

function warnings(sentences: readonly string[]): string {
  return sentences.map(sentence => `> ⚠️ ${inlineText(sentence, 500)}`).join('\n');
}

function footer({ runId, commands }: DeployView): string {
  const reply =
    commands.length === 0 ? '' : ` · next: ${commands.map(command => `\`${command}\``).join(' · ')}`;
  return `<sub>run \`${runId}\`${reply}</sub>`;
}
