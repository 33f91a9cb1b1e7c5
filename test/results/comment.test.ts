import { describe, expect, it } from 'vitest';
import {
  maxCommentLength,
  renderCleanComment,
  renderReviewComment,
  renderStaleComment,
} from '../../src/results/comment.ts';
import { findMarker } from '../../src/results/review-marker.ts';
import { exampleFinding, exampleResult, links, manyFindings } from './example-result.ts';

describe('the marker', () => {
  it('is the first line and tells head and state', () => {
    const result = exampleResult({ findings: [exampleFinding()] });
    expect(findMarker(renderReviewComment(result, links))).toEqual({
      headSha: result.headSha,
      state: 'current',
    });
    expect(findMarker(renderCleanComment(exampleResult(), links))?.state).toBe('clean');
    expect(findMarker(renderStaleComment(result, links, 'a'.repeat(40)))?.state).toBe('stale');
  });

  it('is not found in a text that only quotes it', () => {
    expect(findMarker(`> ${renderReviewComment(exampleResult(), links)}`)).toBeUndefined();
  });
});

describe('the length of the comment', () => {
  it.each([1, 30, 100, 300, 3_000])(
    'stays within the limit with %i findings and tells what is left out',
    number => {
      const findings = manyFindings(number, { message: 'word '.repeat(40) });
      const comment = renderReviewComment(exampleResult({ findings }), links);
      const shown = findings.filter(finding =>
        comment.includes(`id \`${finding.fingerprint.slice(0, 8)}`),
      ).length;
      const leftOut = /([\d,]+) findings? left out here/.exec(comment)?.[1] ?? '0';
      expect(comment.length).toBeLessThanOrEqual(maxCommentLength);
      expect(shown + Number(leftOut.replace(',', ''))).toBe(number);
    },
  );
});
