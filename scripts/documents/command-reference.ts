import type { CommandDefinition } from '../../src/commands/command-definition.ts';

/** The page of the commands that people write in comments. */
export function commandReference(commands: readonly CommandDefinition[]): string {
  const sections = commands.map(
    ({ name, usage, summary, permission, pullRequestOnly }) =>
      `## ${name}\n\n\`${usage}\`\n\n${summary} Needs the **${permission}** role${pullRequestOnly ? '; on pull requests only' : ''}.`,
  );
  return `# Commands

A command stands on a line of its own, at its very start, in a new comment (edited comments are not read):

\`\`\`
/devops review
\`\`\`

Quotes, code blocks, indented lines and HTML comments are not read; a comment may hold up to ten commands. The role is
the one that GitHub's permission API tells for the repository. Somebody without it gets a 👎 and nothing else.

${sections.join('\n\n')}
`;
}
