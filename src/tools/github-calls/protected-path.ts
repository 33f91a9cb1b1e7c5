/** Files that decide what runs with a repository's secrets, or what this product may do. */
const rules: readonly { readonly pattern: RegExp; readonly why: string }[] = [
  { pattern: /^\.github\/(?:workflows|actions)\//i, why: 'decides what runs with the repository’s secrets' },
  { pattern: /^\.github\/devops(?:\.ya?ml$|\/)/i, why: 'decides what this product may do' },
  { pattern: /^(?:\.github\/|docs\/)?CODEOWNERS$/i, why: 'decides who must review' },
  { pattern: /(?:^|\/)\.git(?:\/|$)/i, why: 'belongs to git itself' },
  { pattern: /(?:^|\/)\.gitmodules$/i, why: 'decides which foreign code is fetched' },
];

/** Why a path is not changed by a tool, or undefined. */
export function protectedPath(path: string): string | undefined {
  const rule = rules.find(({ pattern }) => pattern.test(path));
  return rule && `${path} is not changed by tools: it ${rule.why}. A person must change it.`;
}
