import { visibleText } from './untrusted-text.ts';

/** What an answer to a command is about; there is one comment per topic, edited in place. */
export type AnswerTopic =
  | 'help'
  | 'status'
  | 'command'
  | 'ci'
  | 'flaky'
  | 'health'
  | 'cost'
  | 'triage'
  | 'stale'
  | 'schedules'
  | 'code-review'
  | 'describe'
  | 'changelog'
  | 'audit-aws'
  | `run ${string}`
  | `agent ${string}`
  | `schedule ${string}`;

/** The hidden first line of an answer, by which it is found again. Version 1. */
export function answerMarker(topic: AnswerTopic): string {
  return `<!-- devops:answer:v1 ${topic} -->`;
}

/** An answer to somebody's command. `text` is ours; untrusted parts must be neutralised already. */
export function renderAnswer(topic: AnswerTopic, text: string): string {
  return `${answerMarker(topic)}\n${text.trim()}\n`;
}

/** An answer that quotes the line that was typed, so that one knows what is answered. */
export function renderCommandAnswer(raw: string, text: string, topic: AnswerTopic = 'command'): string {
  const line = visibleText(raw).replaceAll('`', "'").slice(0, 200);
  return renderAnswer(topic, `\`${line}\`\n\n${text}`);
}
