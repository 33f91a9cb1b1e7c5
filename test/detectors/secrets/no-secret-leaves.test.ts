import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { secretDetectors } from '../../../src/detectors/secrets/index.ts';
import { createSnippet } from '../../../src/detectors/secrets/provider-scan.ts';
import { analyseText } from '../analyse-text.ts';

/** Pieces of this length must not be seen; shorter ones occur by chance. */
const pieceLength = 8;

/** What the spans of a rule's findings cover, and what that says once decoded or put together. */
function secretsOf(detect: (typeof secretDetectors)[number]['detect'], text: string): readonly string[] {
  return detect(createSnippet(text)).flatMap(found =>
    (found.secrets ?? []).flatMap(({ start, end }) => {
      const secret = text.slice(start, end);
      const decoded = Buffer.from(secret, 'base64').toString('latin1');
      return [secret, decoded, secret.replace(/["'`]\W{0,20}["'`]|\\\n/g, '')];
    }),
  );
}

function piecesOf(secret: string): readonly string[] {
  return Array.from({ length: Math.max(0, secret.length - pieceLength + 1) }, (_, index) =>
    secret.slice(index, index + pieceLength),
  );
}

describe.each(secretDetectors.map(({ meta, detect }) => ({ id: meta.id, meta, detect })))(
  'what $id reports',
  ({ meta, detect }) => {
    it.each(meta.examples.bad)('holds no part of the secret of example $#', async ({ path, text }) => {
      const published = JSON.stringify({ id: meta.id, title: meta.title, fix: meta.fix, path });
      const report = JSON.stringify(await analyseText(path, text));
      const secrets = secretsOf(detect, text);
      expect(secrets.length).toBeGreaterThan(0);
      const seen = secrets
        .flatMap(piecesOf)
        .filter(piece => report.includes(piece) && !published.includes(piece) && /\w{4}/.test(piece));
      expect(seen).toEqual([]);
    });
  },
);
