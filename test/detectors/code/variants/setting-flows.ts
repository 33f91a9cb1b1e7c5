/**
 * Ways for a setting to be wrong, or right, where it is used. `BAD` is the wrong value, `GOOD` the right one,
 * `USE(x)` the statement that uses it; `TOP` parts go before the function around. They differ only in what the
 * setting is at the place of use.
 */
export type SettingFlow = {
  readonly name: string;
  readonly vulnerable: boolean;
  readonly top?: string;
  readonly body: string;
};

const ng = (name: string, body: string, top = ''): SettingFlow => ({ name, vulnerable: true, body, top });
const ok = (name: string, body: string, top = ''): SettingFlow => ({ name, vulnerable: false, body, top });

const javascript: readonly SettingFlow[] = [
  ng('direct', 'USE(BAD)'),
  ng('through a variable', 'const value = BAD;\nUSE(value)'),
  ng('through a constant of the module', 'USE(VALUE)', 'const VALUE = BAD;'),
  ng('reassigned', 'let value = GOOD;\nvalue = BAD;\nUSE(value)'),
  ng('through a record', 'const settings = { a: GOOD, b: BAD };\nUSE(settings.b)'),
  ng('through a list', 'const list = [GOOD, BAD];\nUSE(list[1])'),
  ng('through destructuring', 'const { value } = { value: BAD };\nUSE(value)'),
  ng('through a helper', 'USE(choose())', 'function choose() {\n  return BAD;\n}'),
  ng('into a helper', 'run(BAD);', 'function run(value) {\n  USE(value)\n}'),
  ng('through a default parameter', 'run();', 'function run(value = BAD) {\n  USE(value)\n}'),
  ng('through a live conditional', 'const value = 7 * 6 > 40 ? BAD : GOOD;\nUSE(value)'),
  ng('in a branch', 'if (flag) {\n  USE(BAD)\n} else {\n  USE(GOOD)\n}'),
  ng(
    'through a switch on a constant',
    "const mode = 'b';\nlet value;\nswitch (mode) {\n  case 'a':\n    value = GOOD;\n    break;\n  case 'b':\n    value = BAD;\n    break;\n}\nUSE(value)",
  ),
  ng('in a class', 'new Runner().run();', 'class Runner {\n  run() {\n    USE(BAD)\n  }\n}'),
  ok('direct', 'USE(GOOD)'),
  ok('through a variable', 'const value = GOOD;\nUSE(value)'),
  ok('through a constant of the module', 'USE(VALUE)', 'const VALUE = GOOD;'),
  ok('reassigned', 'let value = BAD;\nvalue = GOOD;\nUSE(value)'),
  ok('other field', 'const settings = { a: GOOD, b: BAD };\nUSE(settings.a)'),
  ok('other item', 'const list = [GOOD, BAD];\nUSE(list[0])'),
  ok('through a helper', 'USE(choose())', 'function choose() {\n  return GOOD;\n}'),
  ok('into a helper', 'run(GOOD);', 'function run(value) {\n  USE(value)\n}'),
  ok('default parameter replaced', 'run(GOOD);', 'function run(value = BAD) {\n  USE(value)\n}'),
  ok('dead conditional', 'const value = 7 * 6 < 40 ? BAD : GOOD;\nUSE(value)'),
  ok('dead branch', 'if (7 * 6 < 40) {\n  USE(BAD)\n} else {\n  USE(GOOD)\n}'),
  ok('after a return', 'USE(GOOD)\nreturn;\nUSE(BAD)'),
  ok(
    'dead switch case',
    "const mode = 'a';\nlet value;\nswitch (mode) {\n  case 'a':\n    value = GOOD;\n    break;\n  case 'b':\n    value = BAD;\n    break;\n}\nUSE(value)",
  ),
  ok('bad value not used', 'const unused = BAD;\nlogIt(unused);\nUSE(GOOD)'),
];

const python: readonly SettingFlow[] = [
  ng('direct', 'USE(BAD)'),
  ng('through a variable', 'value = BAD\nUSE(value)'),
  ng('through a constant of the module', 'USE(VALUE)', 'VALUE = BAD'),
  ng('reassigned', 'value = GOOD\nvalue = BAD\nUSE(value)'),
  ng('through a dictionary', "settings = {'a': GOOD, 'b': BAD}\nUSE(settings['b'])"),
  ng('through a list', 'items = [GOOD, BAD]\nUSE(items[1])'),
  ng('through a tuple', 'first, second = GOOD, BAD\nUSE(second)'),
  ng('through a helper', 'USE(choose())', 'def choose():\n    return BAD'),
  ng('into a helper', 'run(BAD)', 'def run(value):\n    USE(value)'),
  ng('through a default parameter', 'run()', 'def run(value=BAD):\n    USE(value)'),
  ng('through a live conditional', 'value = BAD if 7 * 6 > 40 else GOOD\nUSE(value)'),
  ng('in a branch', 'if flag:\n    USE(BAD)\nelse:\n    USE(GOOD)'),
  ng(
    'through match on a constant',
    "mode = 'b'\nmatch mode:\n    case 'a':\n        value = GOOD\n    case 'b':\n        value = BAD\nUSE(value)",
  ),
  ng('in a class', 'Runner().run()', 'class Runner:\n    def run(self):\n        USE(BAD)'),
  ok('direct', 'USE(GOOD)'),
  ok('through a variable', 'value = GOOD\nUSE(value)'),
  ok('through a constant of the module', 'USE(VALUE)', 'VALUE = GOOD'),
  ok('reassigned', 'value = BAD\nvalue = GOOD\nUSE(value)'),
  ok('other key', "settings = {'a': GOOD, 'b': BAD}\nUSE(settings['a'])"),
  ok('other item', 'items = [GOOD, BAD]\nUSE(items[0])'),
  ok('through a helper', 'USE(choose())', 'def choose():\n    return GOOD'),
  ok('into a helper', 'run(GOOD)', 'def run(value):\n    USE(value)'),
  ok('default parameter replaced', 'run(GOOD)', 'def run(value=BAD):\n    USE(value)'),
  ok('dead conditional', 'value = BAD if 7 * 6 < 40 else GOOD\nUSE(value)'),
  ok('dead branch', 'if 7 * 6 < 40:\n    USE(BAD)\nelse:\n    USE(GOOD)'),
  ok('after a return', 'USE(GOOD)\nreturn\nUSE(BAD)'),
  ok(
    'dead match case',
    "mode = 'a'\nmatch mode:\n    case 'a':\n        value = GOOD\n    case 'b':\n        value = BAD\nUSE(value)",
  ),
  ok('bad value not used', 'unused = BAD\nlog_it(unused)\nUSE(GOOD)'),
];

const go: readonly SettingFlow[] = [
  ng('direct', 'USE(BAD)'),
  ng('through a variable', 'value := BAD\nUSE(value)'),
  ng('through a variable of the package', 'USE(value)', 'var value = BAD'),
  ng('reassigned', 'value := GOOD\nvalue = BAD\nUSE(value)'),
  ng(
    'through a struct',
    's := settings{a: GOOD, b: BAD}\nUSE(s.b)',
    'type settings struct {\n\ta kind\n\tb kind\n}',
  ),
  ng('through a map', 'table := map[string]kind{"a": GOOD, "b": BAD}\nUSE(table["b"])'),
  ng('through a slice', 'list := []kind{GOOD, BAD}\nUSE(list[1])'),
  ng('through a helper', 'USE(choose())', 'func choose() kind {\n\treturn BAD\n}'),
  ng('into a helper', 'run(w, BAD)', 'func run(w http.ResponseWriter, value kind) {\n\tUSE(value)\n}'),
  ng('in a live branch', 'value := GOOD\nif 7*6 > 40 {\n\tvalue = BAD\n}\nUSE(value)'),
  ng('in a branch', 'if flag {\n\tUSE(BAD)\n} else {\n\tUSE(GOOD)\n}'),
  ng(
    'through a switch on a constant',
    'mode := "b"\nvalue := GOOD\nswitch mode {\ncase "b":\n\tvalue = BAD\n}\nUSE(value)',
  ),
  ng(
    'in a method',
    'runner{}.run(w)',
    'type runner struct{}\n\nfunc (x runner) run(w http.ResponseWriter) {\n\tUSE(BAD)\n}',
  ),
  ok('direct', 'USE(GOOD)'),
  ok('through a variable', 'value := GOOD\nUSE(value)'),
  ok('through a variable of the package', 'USE(value)', 'var value = GOOD'),
  ok('reassigned', 'value := BAD\nvalue = GOOD\nUSE(value)'),
  ok(
    'other field',
    's := settings{a: GOOD, b: BAD}\nUSE(s.a)',
    'type settings struct {\n\ta kind\n\tb kind\n}',
  ),
  ok('other key', 'table := map[string]kind{"a": GOOD, "b": BAD}\nUSE(table["a"])'),
  ok('other item', 'list := []kind{GOOD, BAD}\nUSE(list[0])'),
  ok('through a helper', 'USE(choose())', 'func choose() kind {\n\treturn GOOD\n}'),
  ok('into a helper', 'run(w, GOOD)', 'func run(w http.ResponseWriter, value kind) {\n\tUSE(value)\n}'),
  ok('dead branch', 'value := GOOD\nif 7*6 < 40 {\n\tvalue = BAD\n}\nUSE(value)'),
  ok('after a return', 'USE(GOOD)\nif true {\n\treturn\n}\nUSE(BAD)'),
  ok(
    'dead switch case',
    'mode := "a"\nvalue := GOOD\nswitch mode {\ncase "b":\n\tvalue = BAD\n}\nUSE(value)',
  ),
  ok('bad value not used', 'unused := BAD\nlogIt(unused)\nUSE(GOOD)'),
];

const java: readonly SettingFlow[] = [
  ng('direct', 'USE(BAD)'),
  ng('through a variable', 'TYPE value = BAD;\nUSE(value)'),
  ng('through a constant of the class', 'USE(VALUE)', 'private static final TYPE VALUE = BAD;'),
  ng('reassigned', 'TYPE value = GOOD;\nvalue = BAD;\nUSE(value)'),
  ng('through an array', 'TYPE[] list = {GOOD, BAD};\nUSE(list[1])'),
  ng(
    'through a record',
    'Settings settings = new Settings(GOOD, BAD);\nUSE(settings.second())',
    'record Settings(TYPE first, TYPE second) {}',
  ),
  ng('through a helper', 'USE(choose())', 'private TYPE choose() {\n  return BAD;\n}'),
  ng(
    'into a helper',
    'run(response, BAD);',
    'private void run(HttpServletResponse response, TYPE value) throws Exception {\n  USE(value)\n}',
  ),
  ng(
    'through an inner class',
    'new Test().run(response);',
    'private class Test {\n  void run(HttpServletResponse response) throws Exception {\n    USE(BAD)\n  }\n}',
  ),
  ng('through a live conditional', 'int number = 42;\nTYPE value = number > 40 ? BAD : GOOD;\nUSE(value)'),
  ng('in a branch', 'if (flag) {\n  USE(BAD)\n} else {\n  USE(GOOD)\n}'),
  ng(
    'through a switch on a constant',
    "TYPE value = GOOD;\nswitch (\"ABC\".charAt(1)) {\n  case 'A':\n    value = GOOD;\n    break;\n  case 'B':\n    value = BAD;\n    break;\n}\nUSE(value)",
  ),
  ok('direct', 'USE(GOOD)'),
  ok('through a variable', 'TYPE value = GOOD;\nUSE(value)'),
  ok('through a constant of the class', 'USE(VALUE)', 'private static final TYPE VALUE = GOOD;'),
  ok('reassigned', 'TYPE value = BAD;\nvalue = GOOD;\nUSE(value)'),
  ok('other item', 'TYPE[] list = {GOOD, BAD};\nUSE(list[0])'),
  ok(
    'other field of a record',
    'Settings settings = new Settings(GOOD, BAD);\nUSE(settings.first())',
    'record Settings(TYPE first, TYPE second) {}',
  ),
  ok('through a helper', 'USE(choose())', 'private TYPE choose() {\n  return GOOD;\n}'),
  ok(
    'into a helper',
    'run(response, GOOD);',
    'private void run(HttpServletResponse response, TYPE value) throws Exception {\n  USE(value)\n}',
  ),
  ok('dead conditional', 'int number = 38;\nTYPE value = number > 40 ? BAD : GOOD;\nUSE(value)'),
  ok('dead branch', 'if (7 * 6 < 40) {\n  USE(BAD)\n} else {\n  USE(GOOD)\n}'),
  ok('after a return', 'USE(GOOD)\nif (true) {\n  return;\n}\nUSE(BAD)'),
  ok(
    'dead switch case',
    "TYPE value = GOOD;\nswitch (\"ABC\".charAt(1)) {\n  case 'A':\n    value = BAD;\n    break;\n  case 'B':\n    value = GOOD;\n    break;\n}\nUSE(value)",
  ),
  ok('bad value not used', 'TYPE unused = BAD;\nlogIt(unused);\nUSE(GOOD)'),
];

/** Those of each language. */
export const settingFlows = { javascript, python, go, java } as const;
