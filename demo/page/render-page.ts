import type { Check, Conversation, TimelineItem } from '../story/conversation.ts';
import type { Behind } from '../story/stage.ts';
import { reactionMarks } from '../terminal/narrator.ts';
import { avatar } from './avatar.ts';
import { commentMarkdown, type LinkResolver } from './comment-markdown.ts';
import { diffOfFile, lineId } from './diff.ts';
import { type Html, html } from './html.ts';

/** The pull request after one act of the story. */
export type Scene = {
  readonly title: string;
  readonly point: string;
  readonly conversation: Conversation;
  readonly behind: Behind;
};

type Comment = Extract<TimelineItem, { kind: 'comment' }>;

/** What is the same for all parts of a page. */
type View = { readonly scene: Scene; readonly resolve: LinkResolver };

/** The whole page of one scene, `number` counting from 1. `githubUrl` is the stand-in's address in comments. */
export function renderPage(scenes: readonly Scene[], number: number, githubUrl: string): string {
  const scene = scenes[number - 1];
  if (scene === undefined) throw new RangeError(`there is no scene ${number}`);
  const { conversation } = scene;
  const view: View = { scene, resolve: href => resolveLink(href, githubUrl, conversation) };
  const { markup } = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${conversation.title} · Pull request #${conversation.number} · ${conversation.repository}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/style.css">
</head>
<body>
<a class="skip" href="#conversation">Skip to the conversation</a>
<header class="top"><div class="width"><strong>${conversation.repository}</strong><span class="note">Agentic DevOps demo: a real review on a stand-in for GitHub, on this machine</span></div></header>
${storyline(scenes, number)}
<main class="width" id="conversation">
${heading(conversation)}
${conversationSection(view)}
${filesSection(conversation)}
</main>
<footer class="width">Shown like GitHub would show it, from what the App really sent. Stop the demo with Ctrl+C.</footer>
</body>
</html>
`;
  return markup;
}

function storyline(scenes: readonly Scene[], current: number): Html {
  const items = scenes.map(({ title }, index) => {
    const isCurrent = index + 1 === current ? html` aria-current="page"` : undefined;
    return html`<li><a href="/scene/${index + 1}"${isCurrent}><span class="step">${index + 1}</span> ${title}</a></li>`;
  });
  const scene = scenes[current - 1];
  const { behind } = scene ?? {};
  const webhooks = (behind?.deliveries ?? []).map(
    ({ event, status, durationMs }) =>
      html`<code>${event}</code> → ${status} in ${durationMs.toFixed(0)} ms · `,
  );
  return html`<nav class="story" aria-label="Moments of the story"><div class="width"><ol>${items}</ol>
<p>${scene?.point} <span class="behind">${webhooks}${behind?.requests} requests to GitHub · done in ${((behind?.durationMs ?? 0) / 1_000).toFixed(2)} s</span></p></div></nav>`;
}

function heading({ title, number, author, headRef, baseRef, timeline }: Conversation): Html {
  const queued = timeline.some(({ kind }) => kind === 'queued');
  return html`<h1>${title} <span class="number">#${number}</span></h1>
<p class="meta"><span class="state${queued ? ' queued' : ''}">${queued ? 'Queued to merge' : 'Open'}</span> <strong>${author}</strong> wants to merge into <code class="branch">${baseRef}</code> from <code class="branch">${headRef}</code></p>`;
}

function conversationSection({ scene, resolve }: View): Html {
  const { conversation } = scene;
  const opening: Comment = {
    kind: 'comment',
    id: 0,
    author: conversation.author,
    body: conversation.body,
    at: conversation.openedAt,
    editedAt: undefined,
    edits: [],
    reactions: [],
  };
  const items = [opening, ...conversation.timeline].map(item => timelineItem(item, { scene, resolve }));
  return html`<section class="timeline" aria-label="Conversation">${items}${mergeBox(conversation.check)}</section>`;
}

function timelineItem(item: TimelineItem, view: View): Html {
  switch (item.kind) {
    case 'comment':
      return commentBox(item, view);
    case 'push':
      return html`<div class="event"><span class="dot"></span><p>${avatar(item.author, 20)} <strong>${item.author}</strong> pushed a commit ${time(item.at, view)}<br><code>${item.commit.sha.slice(0, 7)}</code> ${item.commit.message}</p></div>`;
    case 'queued':
      return html`<div class="event"><span class="dot"></span><p>${avatar(item.author, 20)} <strong>${item.author}</strong> added this pull request to the merge queue ${time(item.at, view)}<br>${checkMark(item.check)} <strong>${item.check.name}</strong> on <code>${item.check.headSha.slice(0, 7)}</code>: ${item.check.title}</p></div>`;
  }
}

function commentBox(comment: Comment, view: View): Html {
  const isBot = comment.author.endsWith('[bot]');
  const name = comment.author.replace(/\[bot\]$/, '');
  const reactions = comment.reactions.map(
    ({ user, content }) =>
      html`<li title="${user} reacted with ${content}">${reactionMarks[content] ?? content} <span>1</span><span class="hidden"> reaction of ${user}</span></li>`,
  );
  return html`<article class="comment" id="comment-${comment.id}" aria-label="Comment of ${name}">
<div class="portrait">${avatar(comment.author, 40)}</div>
<div class="box${isBot ? ' bot' : ''}">
<div class="box-head"><strong>${name}</strong>${isBot ? html` <span class="label">bot</span>` : undefined} ${comment.id === 0 ? 'opened this' : 'commented'} ${time(comment.at, view)}${editedMark(comment, view)}</div>
<div class="body">${commentMarkdown(comment.body, view.resolve)}</div>
${reactions.length > 0 ? html`<ul class="reactions" aria-label="Reactions">${reactions}</ul>` : undefined}
</div></article>`;
}

/** "edited", which opens what the comment said before. */
function editedMark({ edits }: Comment, view: View): Html | undefined {
  if (edits.length === 0) return undefined;
  const versions = edits
    .toReversed()
    .map(
      ({ body, replacedAt }) =>
        html`<div class="version"><p class="version-head">until ${time(replacedAt, view)} it said</p><div class="body">${commentMarkdown(body, view.resolve)}</div></div>`,
    );
  return html` <details class="edited"><summary>edited ${edits.length === 1 ? 'once' : `${edits.length} times`}</summary>${versions}</details>`;
}

function mergeBox(check: Check | undefined): Html | undefined {
  if (check === undefined) return undefined;
  const passed = check.conclusion === 'success';
  const annotations = check.annotations.map(
    ({ path, start_line: start, end_line: end, title = '', annotation_level: level }) =>
      html`<li class="${level}"><a href="#${encodeURIComponent(lineId(path, end))}"><code>${path}:${start}</code></a> ${title}</li>`,
  );
  return html`<section class="merge ${passed ? 'success' : 'failure'}" aria-label="Checks">
<h2>${mergeHeadings[check.conclusion] ?? 'All checks have failed'}</h2>
<p class="check">${checkMark(check)} <strong>${check.name}</strong> <span>${check.title}</span></p>
${annotations.length > 0 ? html`<details open><summary>${annotations.length} ${annotations.length === 1 ? 'annotation' : 'annotations'}</summary><ul>${annotations}</ul></details>` : undefined}
</section>`;
}

const mergeHeadings: Readonly<Record<string, string>> = {
  success: 'All checks have passed',
  neutral: 'Some checks were not successful',
};

function checkMark({ conclusion }: Check): Html {
  if (conclusion === 'neutral') return html`<span class="mark" role="img" aria-label="neutral">■</span>`;
  return conclusion === 'success'
    ? html`<span class="mark success" role="img" aria-label="passed">✓</span>`
    : html`<span class="mark failure" role="img" aria-label="failed">✕</span>`;
}

function filesSection({ files, check }: Conversation): Html {
  const annotations = check?.annotations ?? [];
  return html`<section aria-label="Files changed"><h2 class="files-title">Files changed <span class="label">${files.length}</span></h2>${files.map(file => diffOfFile(file, annotations))}</section>`;
}

/** Seconds since the pull request was opened: the whole story takes a few. */
function time(at: string, { scene }: View): Html {
  const seconds = (Date.parse(at) - Date.parse(scene.conversation.openedAt)) / 1_000;
  return html`<time datetime="${at}" title="${at}">${seconds < 0.05 ? 'just now' : `${seconds.toFixed(1)} s later`}</time>`;
}

/** Links to lines of the head go to the diff below; other addresses of the stand-in lead nowhere. */
function resolveLink(href: string, githubUrl: string, conversation: Conversation): string | undefined {
  if (!URL.canParse(href)) return undefined;
  const url = new URL(href);
  if (url.origin !== new URL(githubUrl).origin) return url.protocol === 'https:' ? url.href : undefined;
  const prefix = `/${conversation.repository}/blob/${conversation.headSha}/`;
  const line = /^#L(?<first>\d+)/.exec(url.hash)?.groups?.['first'];
  if (!url.pathname.startsWith(prefix) || line === undefined) return undefined;
  return `#${encodeURIComponent(lineId(decodeURIComponent(url.pathname.slice(prefix.length)), Number(line)))}`;
}
