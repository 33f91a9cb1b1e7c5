import type { Programs } from './programs.ts';

/** Go's own expressions take linear time (pkg.go.dev/regexp); those of regexp2 backtrack. */
export const goRedosPrograms: readonly Programs[] = [
  {
    rule: 'redos',
    language: 'go',
    imports: ['github.com/dlclark/regexp2', 'time'],
    ng: [
      'regexp2.MustCompile(`^(\\w+\\s?)*$`, regexp2.None).MatchString(r.FormValue("name"))',
      're := regexp2.MustCompile(`^(a+)+$`, regexp2.IgnoreCase)\nok, err := re.MatchString(r.URL.Query().Get("q"))\nuse(ok, err)',
      're, err := regexp2.Compile(`(x+x+)+y`, 0)\nif err != nil {\n\treturn\n}\nre.FindStringMatch(r.FormValue("q"))',
      're := regexp2.MustCompile(`^([a-z]+)*$`, 0)\nre.MatchRunes([]rune(r.FormValue("q")))',
      'name := r.Header.Get("X-Name")\nregexp2.MustCompile(`(\\d+)+;`, 0).Replace(name, "", -1, -1)',
    ],
    ok: [
      'regexp2.MustCompile(`^[\\w\\s]*$`, regexp2.None).MatchString(r.FormValue("name"))',
      'regexp.MustCompile(`^(a+)+$`).MatchString(r.FormValue("name"))',
      'ok, err := regexp.MatchString(`^(\\w+\\s?)*$`, r.FormValue("name"))\nuse(ok, err)',
      're := regexp2.MustCompile(`^(a+)+$`, 0)\nre.MatchTimeout = time.Second\nre.MatchString(r.FormValue("name"))',
      'regexp2.MustCompile(`^(a+)+$`, 0).MatchString("aaaa")',
      're := regexp2.MustCompile(`^(a+)+$`, regexp2.RE2|regexp2.None)\nre.MatchString(version)',
    ],
  },
];
