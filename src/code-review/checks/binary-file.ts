import type { CodeCheck, CodeProblem } from '../../contracts/code-review.ts';
import { isTestPath } from '../path-roles.ts';

const programs = /\.(?:exe|dll|so|dylib|jar|war|class|pyc|pyd|node|wasm|o|a|lib|bin|apk|ipa|msi|deb|rpm)$/i;
const archives = /\.(?:zip|tar|tgz|gz|bz2|xz|7z|rar|dmg|iso)$/i;

/** Programs and archives that the change brings: what is in them cannot be read. Pictures and fonts are no such thing. */
export const binaryFile: CodeCheck = ({ files }) =>
  files.flatMap(({ path, binary, status }): CodeProblem[] => {
    const isProgram = programs.test(path);
    if (!binary || status === 'removed' || isTestPath(path) || !(isProgram || archives.test(path))) return [];
    const isWrapper = /(?:^|\/)(?:gradle|maven)-wrapper\.jar$/.test(path);
    return [
      {
        kind: 'binary-file',
        path,
        line: 1,
        quote: '',
        severity: isProgram && !isWrapper ? 'medium' : 'low',
        message: isProgram
          ? 'A program as a binary file: nobody can review what it does.'
          : 'An archive: nobody can review what is in it.',
        fix: isWrapper
          ? 'Compare its checksum with the one that the project publishes.'
          : 'Build it from source, or fetch it with its checksum where it is needed.',
      },
    ];
  });
