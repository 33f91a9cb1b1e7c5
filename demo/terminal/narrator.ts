import { escapeText } from '../../src/cli/escape-text.ts';
import type { Paint } from '../../src/cli/paint.ts';
import type { Act } from '../story/acts.ts';
import type { Check, Conversation, TimelineItem } from '../story/conversation.ts';
import type { Behind } from '../story/stage.ts';
import { markdownToLines } from './markdown.ts';

/** Where the story is printed. */
export type Narrator = {
  readonly write: (text: string) => void;
  readonly paint: Paint;
  /** Columns. */
  readonly width: number;
};

type Comment = Extract<TimelineItem, { kind: 'comment' }>;

/** The pull request as it was opened. */
export function tellOpening(narrator: Narrator, conversation: Conversation): void {
  const { paint } = narrator;
  const { title, number, author, headRef, baseRef, files } = conversation;
  line(narrator, `${paint.bold(title)} ${paint.faint(`#${number}`)}`);
  line(
    narrator,
    paint.faint(`${author} wants to merge ${headRef} into ${baseRef} · ${conversation.repository}`),
  );
  for (const file of files) {
    line(
      narrator,
      `  ${file.path.padEnd(32)} ${paint.green(`+${file.additions}`)} ${paint.red(`−${file.deletions}`)}`,
    );
  }
}

/** One act's heading. */
export function tellAct(narrator: Narrator, number: number, act: Act): void {
  const { paint, width } = narrator;
  const title = `── ${number}. ${act.title} `;
  line(narrator, `\n${paint.bold(`${title}${'─'.repeat(Math.max(2, width - title.length))}`)}`);
  line(narrator, paint.faint(act.point));
}

/** What is new on the pull request since `before`. */
export function tellChanges(narrator: Narrator, before: Conversation, after: Conversation): void {
  for (const item of after.timeline.toSorted((a, b) => lastChange(a).localeCompare(lastChange(b)))) {
    const known = before.timeline.find(other => isSame(other, item));
    if (item.kind === 'comment') tellComment(narrator, item, known?.kind === 'comment' ? known : undefined);
    else if (known === undefined) tellEvent(narrator, item);
  }
  for (const item of before.timeline)
    if (item.kind === 'comment' && !after.timeline.some(other => isSame(other, item)))
      line(narrator, `\n  ● ${escapeText(item.author)} deleted its comment`);
  if (after.check !== undefined && JSON.stringify(after.check) !== JSON.stringify(before.check)) {
    line(narrator, '');
    tellCheck(narrator, after.check);
  }
}

/** What an act took, for those who want to look behind it. */
export function tellBehind(narrator: Narrator, behind: Behind, violations: number): void {
  const { paint } = narrator;
  const webhooks = behind.deliveries.map(
    ({ event, status, durationMs }) => `${event} → ${status} in ${durationMs.toFixed(0)} ms`,
  );
  const parts = [
    ...webhooks,
    `done in ${(behind.durationMs / 1_000).toFixed(2)} s`,
    `${behind.requests} requests to GitHub`,
    `${violations} OpenAPI violations`,
  ];
  line(narrator, `\n${paint.faint(`behind it: ${parts.join(' · ')}`)}`);
}

function lastChange(item: TimelineItem): string {
  return item.kind === 'comment' ? (item.editedAt ?? item.at) : item.at;
}

function isSame(a: TimelineItem, b: TimelineItem): boolean {
  return a.kind === 'comment' && b.kind === 'comment' ? a.id === b.id : a.kind === b.kind && a.at === b.at;
}

/** The end: what was shown, and how to see more of it. */
export function tellEnd(
  narrator: Narrator,
  total: { readonly acts: number; readonly requests: number },
): void {
  const { paint } = narrator;
  line(
    narrator,
    `\n${paint.green('✓')} ${paint.bold(`All ${total.acts} acts went as told.`)} ${total.requests} requests, each checked against GitHub’s OpenAPI description: 0 violations.`,
  );
}

/** How to see the conversation as a page. */
export function tellOpen(narrator: Narrator): void {
  line(narrator, 'See it in the browser, as GitHub would show it: npm run demo -- --open');
}

function tellComment(narrator: Narrator, comment: Comment, known: Comment | undefined): void {
  const { paint, width } = narrator;
  if (known === undefined || known.body !== comment.body) {
    const what = known === undefined ? 'commented' : 'edited its comment';
    line(narrator, `\n╭ ${paint.bold(escapeText(comment.author))} ${paint.faint(what)}`);
    for (const text of markdownToLines(comment.body, { paint, width: width - 2 }))
      line(narrator, `│ ${text}`.trimEnd());
    line(narrator, '╰');
  }
  for (const { user, content } of comment.reactions.slice(known?.reactions.length ?? 0)) {
    line(
      narrator,
      `  ${reactionMarks[content] ?? content} ${paint.faint(`${user} reacted to ${comment.author}`)}`,
    );
  }
}

/** GitHub's names of reactions. */
export const reactionMarks: Readonly<Record<string, string>> = { '-1': '👎', '+1': '👍', eyes: '👀' };

function tellEvent(narrator: Narrator, item: Exclude<TimelineItem, Comment>): void {
  const { paint } = narrator;
  if (item.kind === 'push') {
    const commit = `${item.commit.sha.slice(0, 7)} ${item.commit.message}`;
    return line(narrator, `\n  ● ${item.author} pushed ${paint.yellow(commit)}`);
  }
  line(narrator, `\n  ● ${item.author} added it to the merge queue, as ${item.check.headSha.slice(0, 7)}`);
  tellCheck(narrator, item.check);
}

function tellCheck(narrator: Narrator, check: Check): void {
  const { paint } = narrator;
  const marks: Readonly<Record<string, string>> = { success: paint.green('✓'), neutral: paint.faint('■') };
  const mark = marks[check.conclusion] ?? paint.red('✗');
  line(narrator, `${mark} ${paint.bold(check.name)} ${check.conclusion}: ${escapeText(check.title)}`);
  for (const { path, start_line: start, annotation_level: level, title = '' } of check.annotations) {
    line(
      narrator,
      `    ${level.padEnd(8)} ${paint.yellow(escapeText(`${path}:${start}`))}  ${escapeText(title)}`,
    );
  }
}

function line(narrator: Narrator, text: string): void {
  narrator.write(`${text}\n`);
}

/** Where the page is served. */
export function tellPage(narrator: Narrator, url: string): void {
  line(
    narrator,
    `\nThe conversation as GitHub would show it: ${narrator.paint.bold(url)}\nCtrl+C ends the demo.`,
  );
}
