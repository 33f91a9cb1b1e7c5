/** The first line of every review comment: how the publisher finds its own comment again. Version 1. */
const pattern = /^<!-- devops:review:v1 head=([0-9a-f]{7,64}) state=(current|clean) -->/;

/** What the marker says about the comment under it. */
export type ReviewMarker = {
  readonly headSha: string;
  /** `clean`: nothing open. */
  readonly state: 'current' | 'clean';
};

/** The marker's line, without line ending. A SHA that is not hexadecimal is written as zeros. */
export function reviewMarker(marker: ReviewMarker): string {
  const headSha = /^[0-9a-f]{7,64}$/.test(marker.headSha) ? marker.headSha : '0'.repeat(40);
  return `<!-- devops:review:v1 head=${headSha} state=${marker.state} -->`;
}

/**
 * Reads the marker of a comment's first line; undefined when there is none. Anybody can write one: the caller
 * also checks that the comment's author is the App.
 */
export function findMarker(body: string): ReviewMarker | undefined {
  const match = pattern.exec(body);
  const [, headSha, state] = match ?? [];
  if (headSha === undefined || state === undefined) return undefined;
  return { headSha, state: state === 'clean' ? state : 'current' };
}
