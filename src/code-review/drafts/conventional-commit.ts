/** A commit's subject by the Conventional Commits 1.0.0 specification; other subjects have no type. */
export type CommitSubject = {
  readonly type: string | undefined;
  readonly scope: string | undefined;
  readonly breaking: boolean;
  readonly text: string;
};

/** Longest subject that is kept, characters. */
const maxSubject = 200;

/** Reads the first line of a message; "!" and a `BREAKING CHANGE` footer both break. */
export function readCommit(message: string): CommitSubject {
  const [first = ''] = message.split('\n');
  const match = /^(?<type>[a-z]{2,12})(?:\((?<scope>[^)]{1,60})\))?(?<bang>!)?:\s+(?<text>.+)$/i.exec(
    first.trim(),
  );
  const breaking = /^BREAKING[ -]CHANGE:/m.test(message);
  if (match?.groups === undefined)
    return { type: undefined, scope: undefined, breaking, text: first.trim().slice(0, maxSubject) };
  const { type = '', scope, bang, text = '' } = match.groups;
  return {
    type: type.toLowerCase(),
    scope,
    breaking: breaking || bang !== undefined,
    text: text.trim().slice(0, maxSubject),
  };
}

/** Whether a commit says something about the change: merges and fixups do not. */
export function isTelling(message: string): boolean {
  return !/^(?:Merge (?:branch|pull request|remote-tracking)|fixup!|squash!|amend!|wip\b)/i.test(message);
}
