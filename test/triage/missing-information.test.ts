import { describe, expect, it } from 'vitest';
import { readIssueTemplates } from '../../src/triage/issue-template.ts';
import { missingInformation } from '../../src/triage/missing-information.ts';

const form = {
  name: 'bug.yml',
  text: `name: Bug
body:
  - type: markdown
    attributes: { value: Thank you }
  - type: textarea
    attributes: { label: What happened?, value: Tell us }
    validations: { required: true }
  - type: input
    attributes: { label: Version }
    validations: { required: true }
  - type: textarea
    attributes: { label: Anything else }
  - type: checkboxes
    attributes: { label: Terms, options: [{ label: I agree, required: true }] }
`,
};
const markdown = {
  name: 'feature.md',
  text: `---
name: Feature
---
**Is it related to a problem?**
A clear description. Ex. I'm always frustrated when

## Proposed solution
<!-- what you want -->

## Additional context
Add any other context.
`,
};
const templates = readIssueTemplates([
  form,
  markdown,
  { name: 'config.yml', text: 'blank_issues_enabled: false' },
]);

const missing = (body: string, sections: readonly string[] = []) =>
  missingInformation({ body, templates, sections });

describe('what is missing', () => {
  it.each([
    [
      'of a form with everything',
      '### What happened?\n\nIt broke\n\n### Version\n\n1.2\n\n### Anything else\n\n_No response_',
      [],
    ],
    [
      'of a form with an empty answer',
      '### What happened?\n\nIt broke\n\n### Version\n\n_No response_',
      ['Version'],
    ],
    ['of a form left as it was', '### What happened?\n\nTell us\n\n### Version\n\n1', ['What happened?']],
    ['of a form with half of its headings', '### What happened?\nx\n\n### Anything else\ny', ['Version']],
    [
      'of a template left as it was',
      `**Is it related to a problem?**\nA clear description. Ex. I'm always frustrated when\n\n## Proposed solution\n<!-- what you want -->`,
      ['Is it related to a problem?', 'Proposed solution'],
    ],
    ['of a filled template', '**Is it related to a problem?**\nYes, this\n\n## Proposed solution\nThat', []],
    ['of a text that follows none', 'It broke.', []],
    ['of nothing', '', []],
    [
      'under a heading in code',
      '```\n### Version\n1\n```\n### What happened?\nx\n### Anything else\ny',
      ['Version'],
    ],
  ])('%s', (_name, body, expected) => {
    expect(missing(body)).toEqual(expected);
  });

  it.each([
    ['a heading with text', '## Version\n1.2', []],
    ['a line', 'version: 1.2', []],
    ['an emphasised line', '**Version**: 1.2', []],
    ['an empty line', 'Version:', ['Version']],
    ['a comment only', '## Version\n<!-- here -->', ['Version']],
    ['an unclosed comment', '## Version\n<!-- 1.2', ['Version']],
    ['nothing', 'It broke', ['Version']],
  ])('of a configured section: %s', (_name, body, expected) => {
    expect(missing(body, ['Version'])).toEqual(expected);
  });

  it('is not affected by templates that are broken', () => {
    const broken = readIssueTemplates([
      { name: 'a.yml', text: 'body: [' },
      { name: 'b.yml', text: 'body: 7' },
      { name: 'c.yml', text: '&a [*a]' },
      { name: 'd.txt', text: '## Heading' },
    ]);
    expect(broken).toEqual([]);
  });
});
