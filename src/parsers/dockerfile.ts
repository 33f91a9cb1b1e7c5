import type { Span } from '../contracts/detector.ts';

/** One instruction; `text` is everything after its name, continuation lines and here-documents included. */
export type Instruction = Span & {
  /** Upper case. */
  readonly name: string;
  readonly text: string;
  /** Offset of `text` in the file; positions in it are positions in the file. */
  readonly textStart: number;
};

/** What follows one FROM. */
export type Stage = {
  readonly from: Instruction;
  /** Image, with `$` references left in. */
  readonly image: string;
  readonly alias: string | undefined;
  readonly instructions: readonly Instruction[];
};

const instructionPattern = /[ \t]*(?<name>[A-Za-z]+)(?=[ \t\r\n]|$)/y;
const hereDocument = /<<-?\s*(["']?)([A-Za-z_]\w*)\1/g;

/**
 * Splits a Dockerfile into instructions (Dockerfile reference): comments, continuation lines with the escape
 * character of the parser directive, here-documents. Lines that are none of it are left out.
 */
export function parseDockerfile(text: string): readonly Instruction[] {
  const escape = /^\s*#\s*escape\s*=\s*`/im.test(text.slice(0, 200)) ? '`' : '\\';
  const instructions: Instruction[] = [];
  for (let start = 0; start < text.length; ) {
    instructionPattern.lastIndex = start;
    const match = instructionPattern.exec(text);
    const end = match === null ? lineEnd(text, start) : instructionEnd(text, start, escape);
    if (match !== null) {
      const nameStart = start + match[0].length - (match.groups?.['name'] ?? '').length;
      const rest = text.slice(instructionPattern.lastIndex, end);
      const textStart = instructionPattern.lastIndex + (rest.length - rest.trimStart().length);
      const body = text.slice(textStart, end).trimEnd();
      instructions.push({
        name: (match.groups?.['name'] ?? '').toUpperCase(),
        text: body,
        textStart,
        start: nameStart,
        end: Math.max(textStart + body.length, nameStart),
      });
    }
    start = end + 1;
  }
  return instructions;
}

/** The stages of a Dockerfile; instructions before the first FROM belong to none. */
export function stagesOf(instructions: readonly Instruction[]): readonly Stage[] {
  const stages: (Stage & { readonly instructions: Instruction[] })[] = [];
  for (const instruction of instructions) {
    if (instruction.name !== 'FROM') {
      stages.at(-1)?.instructions.push(instruction);
      continue;
    }
    const match = /^(?:--\S+\s+)*(?<image>\S+)(?:\s+as\s+(?<alias>\S+))?/i.exec(instruction.text);
    stages.push({
      from: instruction,
      image: match?.groups?.['image'] ?? '',
      alias: match?.groups?.['alias']?.toLowerCase(),
      instructions: [],
    });
  }
  return stages;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

/** Where an instruction ends: after its last continuation line, or after its here-documents. */
function instructionEnd(text: string, start: number, escape: string): number {
  let end = lineEnd(text, start);
  let line = text.slice(start, end);
  while (
    end < text.length &&
    (line.trimEnd().endsWith(escape) || (line !== text.slice(start, end) && isSkipped(line)))
  ) {
    const next = end + 1;
    end = lineEnd(text, next);
    line = text.slice(next, end);
  }
  for (const [, , marker = ''] of text.slice(start, end).matchAll(hereDocument)) {
    for (let closed = false; !closed && end < text.length; ) {
      const next = end + 1;
      end = lineEnd(text, next);
      closed = text.slice(next, end).trim() === marker;
    }
  }
  return end;
}

/** Comments and empty lines inside a continued instruction. */
function isSkipped(line: string): boolean {
  return /^\s*(?:#|$)/.test(line);
}
