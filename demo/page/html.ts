/** Markup that is safe to send; only `html` and the Markdown renderer make it. */
export type Html = { readonly markup: string };

type Interpolated = string | number | Html | undefined | readonly Html[];

/** A template whose interpolated texts are escaped, in content and in double-quoted attributes. */
export function html(parts: TemplateStringsArray, ...values: readonly Interpolated[]): Html {
  return { markup: parts.map((part, index) => part + markupOf(values[index])).join('') };
}

/** Escapes text for content and for double-quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);
}

function markupOf(value: Interpolated): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return escapeHtml(value);
  if (typeof value === 'number') return String(value);
  return 'markup' in value ? value.markup : value.map(({ markup }) => markup).join('');
}
