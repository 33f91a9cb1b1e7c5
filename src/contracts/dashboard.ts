/** The hidden first line of the dashboard issue. Anybody can write one: its author is asked for, too. Version 1. */
export const dashboardMarker = '<!-- devops:dashboard:v1 -->';

/** What a check-box of the dashboard does. */
export type BoxAction =
  | { readonly kind: 'refresh' }
  | { readonly kind: 'unlock' /** Null: the lock over all. */; readonly environment: string | null }
  | { readonly kind: 'dismiss'; readonly pullRequest: number; readonly fingerprint: string }
  /** The failed jobs of a workflow run, by GitHub's id. */
  | { readonly kind: 'rerun'; readonly workflowRun: number };

/** Most boxes that one edit may press; more are not looked at. */
const maxPressed = 10;

/** The action as it stands hidden in the line of its box. */
function boxKey(action: BoxAction): string {
  switch (action.kind) {
    case 'refresh':
      return 'refresh';
    case 'unlock':
      return action.environment === null ? 'unlock-all' : `unlock:${action.environment}`;
    case 'dismiss':
      return `dismiss:${action.pullRequest}:${action.fingerprint}`;
    case 'rerun':
      return `rerun:${action.workflowRun}`;
  }
}

/** The action of a key; undefined for everything that `boxKey` does not write. */
function readBoxKey(key: string): BoxAction | undefined {
  if (key === 'refresh') return { kind: 'refresh' };
  if (key === 'unlock-all') return { kind: 'unlock', environment: null };
  const parts =
    /^unlock:(?<environment>[a-z0-9][a-z0-9._-]{0,62})$|^dismiss:(?<pull>[1-9]\d{0,8}):(?<fingerprint>[0-9a-f]{6,64})$|^rerun:(?<run>[1-9]\d{0,14})$/.exec(
      key,
    )?.groups;
  if (parts === undefined) return undefined;
  const { environment, pull, fingerprint, run } = parts;
  if (environment !== undefined) return { kind: 'unlock', environment };
  if (run !== undefined) return { kind: 'rerun', workflowRun: Number(run) };
  return { kind: 'dismiss', pullRequest: Number(pull), fingerprint: fingerprint ?? '' };
}

/**
 * A box as it stands behind its mark: what it says, and its key. The two belong together: who checks a box has read
 * what it says, so that a key which somebody moved behind other words must do nothing.
 */
export function boxText(action: BoxAction, label: string): string {
  return `${label} <!-- devops:box ${boxKey(action)} -->`;
}

const box = /^[^\n]{0,600}<!-- devops:box (?<key>[a-z0-9:._-]{1,100}) -->$/;

/** The action of a box; undefined for everything that `boxText` does not write. */
export function readBox(text: string): BoxAction | undefined {
  const key = box.exec(text)?.groups?.['key'];
  return key === undefined ? undefined : readBoxKey(key);
}

/** The boxes of a text, and whether each is checked; one that is there twice counts once, as first met. */
function boxesIn(body: string): ReadonlyMap<string, boolean> {
  const boxes = new Map<string, boolean>();
  for (const line of body.split(/\r\n|\n|\r/)) {
    const { mark, text } =
      /^ {0,3}[-*+] \[(?<mark>[ xX])\] (?<text>[^\n]{1,800}?)[ \t]*$/.exec(line)?.groups ?? {};
    if (text !== undefined && box.test(text) && !boxes.has(text)) boxes.set(text, mark !== ' ');
  }
  return boxes;
}

/** The boxes that an edit checked: they were there, open, with the same words. One that it brought along is none. */
export function pressedBoxes(before: string, after: string): readonly string[] {
  const earlier = boxesIn(before);
  return [...boxesIn(after)]
    .filter(([text, checked]) => checked && earlier.get(text) === false && readBox(text) !== undefined)
    .map(([text]) => text)
    .slice(0, maxPressed);
}
