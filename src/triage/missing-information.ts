import { type IssueTemplate, type Section, sectionsOf } from './issue-template.ts';

/** What a form shows where nothing was answered. */
const noResponse = /^_no response_$/i;

/** Least share of a template's headings that makes an issue one of it. */
const leastShare = 0.5;

/**
 * The sections that an issue should have and has not, or has empty or as the template left them: those that its
 * template requires and those that the configuration names. The template is the one most of whose headings the issue
 * has; an issue that follows none is only held to the configured sections.
 */
export function missingInformation(options: {
  readonly body: string;
  readonly templates: readonly IssueTemplate[];
  /** From the configuration. */
  readonly sections: readonly string[];
}): readonly string[] {
  const { body, templates, sections } = options;
  const written = sectionsOf(body);
  const template = templateOf(written, templates);
  const required = (template?.sections ?? []).filter(section => section.required);
  const missing = [
    ...required
      .filter(({ heading, placeholder }) => !isAnswered(written, heading, placeholder))
      .map(({ heading }) => heading),
    ...sections.filter(heading => !isAnswered(written, heading, '') && !hasLine(body, heading)),
  ];
  return [...new Map(missing.map(heading => [key(heading), heading])).values()].slice(0, 10);
}

function templateOf(
  written: readonly Section[],
  templates: readonly IssueTemplate[],
): IssueTemplate | undefined {
  const headings = new Set(written.map(({ heading }) => key(heading)));
  const shares = templates.map(template => ({
    template,
    share:
      template.sections.filter(({ heading }) => headings.has(key(heading))).length / template.sections.length,
  }));
  const [best] = shares.toSorted((a, b) => b.share - a.share);
  return best !== undefined && best.share >= leastShare ? best.template : undefined;
}

function isAnswered(written: readonly Section[], heading: string, placeholder: string): boolean {
  const section = written.find(candidate => key(candidate.heading) === key(heading));
  if (section === undefined) return false;
  const text = plain(section.text);
  return text !== '' && !noResponse.test(text) && text !== plain(placeholder);
}

/** `Version: 1.2` on a line of its own answers as well as a section does. */
function hasLine(body: string, heading: string): boolean {
  const wanted = key(heading);
  return body.split(/\r\n|\n|\r/).some(line => {
    const at = line.indexOf(':');
    return at > 0 && key(line.slice(0, at)) === wanted && plain(line.slice(at + 1)) !== '';
  });
}

/** Letters and digits: emphasis, numbering marks and colons do not tell headings apart. */
function key(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Without HTML comments, which is how templates explain themselves, and without blanks that do not matter. */
function plain(text: string): string {
  return text
    .replace(/<!--[^]*?(?:-->|$)/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
