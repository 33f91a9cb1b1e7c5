/** Files whose text agents take as instructions, by the documentation of the tools that read them. */
const instructionFiles =
  /(?:^|\/)(?:agents(?:\.override|\.local)?\.md|claude(?:\.local)?\.md|gemini\.md|conventions\.md|copilot-instructions\.md|\.cursorrules|\.windsurfrules|\.clinerules|\.roorules|\.goosehints|\.rules|llms(?:-full)?\.txt|skill\.md)$/i;
const instructionFolders =
  /(?:^|\/)(?:\.cursor\/(?:rules|commands)|\.windsurf\/(?:rules|workflows)|\.clinerules|\.roo\/rules[\w-]*|\.continue\/(?:rules|prompts)|\.amazonq\/rules|\.kiro\/(?:steering|specs)|\.junie|\.claude\/(?:agents|commands|skills|rules|output-styles)|\.codex\/(?:prompts|skills)|\.gemini\/commands|\.opencode\/(?:agents?|commands?)|\.github\/(?:instructions|prompts|chatmodes|agents|skills|devops\/agents|aw))\/.+\.(?:md|mdc|mdx|txt|toml|ya?ml)$/i;

/** Whether agents read the file as instructions. */
export function isInstructionFile(path: string): boolean {
  return instructionFiles.test(path) || instructionFolders.test(path);
}

/** Whether the file declares MCP servers. */
export function isMcpConfiguration(path: string): boolean {
  return /(?:^|\/)(?:\.?mcp(?:[-_.]\w+)?\.json|\.(?:cursor|vscode|roo|kiro\/settings|amazonq)\/mcp\.json|claude_desktop_config\.json|cline_mcp_settings\.json|\.(?:gemini|claude)\/settings(?:\.local)?\.json|\.mcp\/[^/]+\.json|opencode\.jsonc?|\.zed\/settings\.json)$/i.test(
    path,
  );
}

/** Whether the file holds the permissions and hooks of an agent. */
export function isAgentSettings(path: string): boolean {
  return /(?:^|\/)(?:\.claude\/settings(?:\.local)?\.json|\.claude\/hooks\/hooks\.json|hooks\/hooks\.json|\.gemini\/settings\.json|\.cursor\/(?:hooks|cli|permissions)\.json|\.vscode\/settings\.json|[^/]+\.code-workspace|opencode\.jsonc?|\.codex\/(?:config\.toml|hooks\.json)|\.github\/hooks\/[^/]+\.json)$/i.test(
    path,
  );
}

/** Whether git, or a tool that stands in for it, runs the file or its commands on a developer’s machine. */
export function isGitHook(path: string): boolean {
  return /(?:^|\/)(?:\.husky\/(?!_\/)[\w-]+|\.?git-?hooks\/[\w.-]+|\.?lefthook(?:-local)?\.ya?ml|\.pre-commit-config\.yaml|\.envrc|\.simple-git-hooks\.\w+|\.lintstagedrc(?:\.\w+)?)$/i.test(
    path,
  );
}

/** Documentation that people and models read. */
export function isDocumentation(path: string): boolean {
  return /\.(?:md|mdx|markdown|html?|rst|adoc)$/i.test(path);
}
