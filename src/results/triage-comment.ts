import type { LikelyDuplicate } from '../contracts/triage.ts';
import { renderAnswer } from './answer.ts';
import { codeSpan, inlineText } from './untrusted-text.ts';

/** What triage says; each part may be empty. Owners and mentions come from files of the default branch. */
export type TriageNotesView = {
  readonly security: boolean;
  readonly secret: boolean;
  readonly missing: readonly string[];
  readonly duplicates: readonly LikelyDuplicate[];
  readonly owners: readonly { readonly path: string; readonly owners: readonly string[] }[];
  readonly notifiesOwners: boolean;
  readonly mention: readonly string[];
};

/** Where private reports go, and the repository's pages. */
export type TriageLinks = {
  readonly serverUrl: string;
  readonly owner: string;
  readonly name: string;
  /** From the configuration. */
  readonly contact: string | undefined;
  readonly policyUrl: string | undefined;
};

/** The one comment; undefined when there is nothing to say. Nothing sensitive of the issue is quoted. */
export function renderTriageComment(notes: TriageNotesView, links: TriageLinks): string | undefined {
  const sections = [
    ...(notes.security ? [securitySection(links)] : []),
    ...(notes.secret ? [secretSection] : []),
    ...(notes.missing.length > 0 ? [missingSection(notes.missing)] : []),
    ...(notes.duplicates.length > 0 ? [duplicatesSection(notes.duplicates)] : []),
    ...ownersSection(notes),
  ];
  if (sections.length === 0) return undefined;
  return renderAnswer(
    'triage',
    `${sections.join('\n\n')}\n\n<sub>Written by triage and kept up to date when the issue is edited; people decide.</sub>`,
  );
}

function securitySection({ serverUrl, owner, name, contact, policyUrl }: TriageLinks): string {
  const where =
    contact !== undefined
      ? `Please send it to ${contactText(contact)}.`
      : policyUrl !== undefined
        ? `Please follow the [security policy](${policyUrl}), which says where reports go.`
        : `Please open the repository's [security page](${serverUrl}/${owner}/${name}/security): where “Report a vulnerability” is shown, use that, else ask the maintainers for a private channel without giving details.`;
  return `### 🔒 This reads like the report of a vulnerability
Thank you. Reports are handled in private, so that users are safe until there is a fix. ${where}

Please do not add details here. Everybody can read this issue and its history: take details out of the text, and a maintainer will close or delete it.`;
}

/** An address of ours to be linked, or words of the configuration. */
function contactText(contact: string): string {
  if (/^https:\/\/[^\s<>()[\]"'`]+$/.test(contact)) return `<${contact}>`;
  if (/^[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+$/.test(contact)) return `<${contact}>`;
  return inlineText(contact, 300);
}

const secretSection = `### ⚠️ A credential stands in this issue
Something in the title or text looks like a credential. Deleting it does not help: it was sent to everybody who watches this repository, and it stays in the edit history. **Revoke it where it was issued**, then take it out of the text.`;

function missingSection(missing: readonly string[]): string {
  const list = missing.map(heading => `- ${inlineText(heading, 120)}`).join('\n');
  return `### Please add
${list}

Edit the issue and put it under a heading of that name. This is asked once, and goes when it is there.`;
}

function duplicatesSection(duplicates: readonly LikelyDuplicate[]): string {
  const list = duplicates.map(({ number, title, open, similarity, sharedTerms, by }) => {
    const how = by === 'words' ? 'by its words' : 'by its meaning';
    const shared =
      sharedTerms.length === 0
        ? ''
        : `; both speak of ${sharedTerms.map(term => codeSpan(term, 40)).join(', ')}`;
    const percent = Math.round(similarity * 100);
    return `- #${number} ${inlineText(title, 160)}${open ? '' : ' (closed)'}: ${percent} % alike ${how}${shared}`;
  });
  return `### Perhaps the same as\n${list.join('\n')}`;
}

function ownersSection({ owners, notifiesOwners, mention }: TriageNotesView): readonly string[] {
  const lines = owners.map(({ path, owners: names }) => {
    const who = names.map(name => (notifiesOwners ? name : codeSpan(name, 100))).join(', ');
    return `- ${codeSpan(path, 200)}: ${who}`;
  });
  const called = mention.length === 0 ? [] : [`For ${mention.join(', ')}.`];
  if (lines.length === 0) return called;
  return [`### Owners of what is mentioned\n${lines.join('\n')}`, ...called];
}
