import { parse } from 'yaml';
import { z } from 'zod';

/** A section that a template has. */
export type TemplateSection = {
  readonly heading: string;
  readonly required: boolean;
  /** What stands under the heading before anybody wrote something. */
  readonly placeholder: string;
};

/** One template or form of `.github/ISSUE_TEMPLATE`. */
export type IssueTemplate = { readonly file: string; readonly sections: readonly TemplateSection[] };

/** Most templates of a repository, and longest file that is read, characters. */
const maxTemplates = 30;
const maxLength = 100_000;

const formSchema = z.object({
  body: z.array(
    z.looseObject({
      type: z.string(),
      attributes: z.looseObject({ label: z.string().optional(), value: z.unknown().optional() }).nullish(),
      validations: z.looseObject({ required: z.unknown().optional() }).nullish(),
    }),
  ),
});

/** Reads forms (`.yml`) and templates (`.md`); what is none is left out. */
export function readIssueTemplates(
  files: readonly { readonly name: string; readonly text: string }[],
): readonly IssueTemplate[] {
  return files
    .filter(({ text }) => text.length <= maxLength)
    .slice(0, maxTemplates)
    .flatMap(({ name, text }) => {
      if (/^config\.ya?ml$/i.test(name)) return [];
      if (/\.ya?ml$/i.test(name)) return [{ file: name, sections: formSections(text) }];
      return /\.md$/i.test(name) ? [{ file: name, sections: markdownSections(text) }] : [];
    })
    .filter(({ sections }) => sections.length > 0);
}

/** Elements that GitHub shows in the issue as a heading with the answer under it. */
const answered = ['input', 'textarea', 'dropdown'];

function formSections(text: string): readonly TemplateSection[] {
  const form = formSchema.safeParse(parsed(text));
  if (!form.success) return [];
  return form.data.body.flatMap(({ type, attributes, validations }) => {
    const heading = attributes?.label?.trim() ?? '';
    if (!answered.includes(type) || heading === '') return [];
    const placeholder = typeof attributes?.value === 'string' ? attributes.value : '';
    return [{ heading, required: validations?.required === true, placeholder }];
  });
}

function parsed(text: string): unknown {
  try {
    return parse(text, { maxAliasCount: 20 });
  } catch {
    return undefined;
  }
}

/** Markdown cannot say what is required: a section is, unless its heading or text says that it is optional. */
function markdownSections(text: string): readonly TemplateSection[] {
  const body = text.replace(/^---\r?\n[^]*?\r?\n---\r?\n/, '');
  return sectionsOf(body).map(({ heading, text: placeholder }) => ({
    heading,
    required: !/\boptional\b|\bif applicable\b|additional (?:context|information)|\bscreenshots?\b/i.test(
      `${heading}\n${placeholder}`,
    ),
    placeholder,
  }));
}

/** A heading and what stands under it. */
export type Section = { readonly heading: string; readonly text: string };

/** The sections of a Markdown text: `## Heading`, or `**Heading**` alone on its line. Fenced code has none. */
export function sectionsOf(markdown: string): readonly Section[] {
  const sections: { heading: string; lines: string[] }[] = [];
  let isCode = false;
  for (const line of markdown.split(/\r\n|\n|\r/)) {
    if (/^ {0,3}(?:`{3,}|~{3,})/.test(line)) isCode = !isCode;
    const heading = isCode ? undefined : headingOf(line);
    if (heading !== undefined) sections.push({ heading, lines: [] });
    else sections.at(-1)?.lines.push(line);
  }
  return sections.map(({ heading, lines }) => ({ heading, text: lines.join('\n').trim() }));
}

function headingOf(line: string): string | undefined {
  const match = /^ {0,3}#{1,6}[ \t]+(?<hash>\S.{0,200}?)[ \t#]*$|^\*\*(?<bold>[^*]{1,200})\*\*:?[ \t]*$/.exec(
    line,
  );
  const heading = match?.groups?.['hash'] ?? match?.groups?.['bold'];
  return heading?.trim();
}
