import type { Detector } from '../../contracts/detector.ts';
import { agentDangerousInstructions } from './agent-dangerous-instructions.ts';
import { agentEndpointRedirect } from './agent-endpoint-redirect.ts';
import { agentHookCommand } from './agent-hook-command.ts';
import { agentInstructionsChanged } from './agent-instructions-changed.ts';
import { agentPermissionsBypass } from './agent-permissions-bypass.ts';
import { devcontainerHostCommand } from './devcontainer-host-command.ts';
import { editorTaskOnOpen } from './editor-task-on-open.ts';
import { editorWorkspaceProgram } from './editor-workspace-program.ts';
import { gitHookRemoteCode } from './git-hook-remote-code.ts';
import { hiddenInstructions } from './hidden-instructions.ts';
import { hiddenUnicode } from './hidden-unicode.ts';
import { lifecycleScriptRemoteCode } from './lifecycle-script-remote-code.ts';
import { mcpInlineCredential } from './mcp-inline-credential.ts';
import { mcpShellCommand } from './mcp-shell-command.ts';
import { mcpUnpinnedPackage } from './mcp-unpinned-package.ts';
import { mcpUntrustedHost } from './mcp-untrusted-host.ts';
import { toolConfigurationProgram } from './tool-configuration-program.ts';

/** The rules of this family; a test proves that this and the folder agree. */
export const agentDetectors: readonly Detector[] = [
  agentDangerousInstructions,
  agentEndpointRedirect,
  agentHookCommand,
  agentInstructionsChanged,
  agentPermissionsBypass,
  devcontainerHostCommand,
  editorTaskOnOpen,
  editorWorkspaceProgram,
  gitHookRemoteCode,
  hiddenInstructions,
  hiddenUnicode,
  lifecycleScriptRemoteCode,
  mcpInlineCredential,
  mcpShellCommand,
  mcpUnpinnedPackage,
  mcpUntrustedHost,
  toolConfigurationProgram,
];
