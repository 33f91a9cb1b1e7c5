/** The repository a result belongs to, from the signed event. */
export type RepositoryLinks = {
  /** Without a trailing slash: `https://github.com`, or the GitHub Enterprise Server's. */
  readonly serverUrl: string;
  readonly owner: string;
  readonly name: string;
};

/** The address of lines of a file at a fixed commit, safe inside a Markdown link. */
export function permalink(
  links: RepositoryLinks,
  place: { readonly sha: string; readonly path: string; readonly line: number; readonly endLine: number },
): string {
  const path = encodePath(place.path);
  // GitHub shows a rendered page without line anchors for Markdown unless asked for the source.
  const source = /\.(md|mdx|markdown|rst|adoc|ipynb|svg|geojson|csv|tsv)$/i.test(place.path)
    ? '?plain=1'
    : '';
  const lines = place.endLine > place.line ? `#L${place.line}-L${place.endLine}` : `#L${place.line}`;
  return `${repositoryUrl(links)}/blob/${encodeSegment(place.sha)}/${path}${source}${lines}`;
}

/** A repository path as the path of a URL: every segment percent-encoded, slashes kept. */
export function encodePath(path: string): string {
  return path.split('/').map(encodeSegment).join('/');
}

/** The address of a commit. */
export function commitUrl(links: RepositoryLinks, sha: string): string {
  return `${repositoryUrl(links)}/commit/${encodeSegment(sha)}`;
}

function repositoryUrl(links: RepositoryLinks): string {
  return `${links.serverUrl.replace(/\/+$/, '')}/${encodeSegment(links.owner)}/${encodeSegment(links.name)}`;
}

function encodeSegment(segment: string): string {
  return encodeURIComponent(segment.toWellFormed()).replace(
    /[!'()*~_]/g,
    character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
