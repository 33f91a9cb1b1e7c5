import type { AgentOutputItem } from '@openai/agents';

/** The words of a model's answer, without its calls and its reasoning. */
export function answerText(output: readonly AgentOutputItem[]): string {
  return output
    .flatMap(item => ('role' in item && item.role === 'assistant' ? item.content : []))
    .map(part => (part.type === 'output_text' ? part.text : ''))
    .join('');
}
