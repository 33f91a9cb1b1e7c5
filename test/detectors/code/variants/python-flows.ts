import type { Flow } from './javascript-flows.ts';

const ng = (name: string, body: string, top = ''): Flow => ({ name, vulnerable: true, body, top });
const ok = (name: string, body: string, top = ''): Flow => ({ name, vulnerable: false, body, top });

/** The same for Python; see `javascript-flows.ts`. */
export const pythonFlows: readonly Flow[] = [
  ng('direct', 'SINK(SOURCE)'),
  ng('through a variable', 'value = SOURCE\nSINK(value)'),
  ng('through a reassigned variable', "value = 'fixed'\nvalue = SOURCE\nSINK(value)"),
  ng('through a list', "items = ['a']\nitems.append(SOURCE)\nSINK(items[1])"),
  ng('through a dictionary', "data = {}\ndata['a'] = 'fixed'\ndata['b'] = SOURCE\nSINK(data['b'])"),
  ng('through dict.get', "data = dict()\ndata['k'] = SOURCE\nSINK(data.get('k'))"),
  ng('through a tuple', "first, second = 'x', SOURCE\nSINK(second)"),
  ng(
    'through ConfigParser',
    "conf = configparser.ConfigParser()\nconf.add_section('s')\nconf.set('s', 'a', 'fixed')\nconf.set('s', 'b', SOURCE)\nSINK(conf.get('s', 'b'))",
    'import configparser',
  ),
  ng('through a helper', 'SINK(identity(SOURCE))', 'def identity(text):\n    return text'),
  ng('into a helper with the sink', 'use(SOURCE)', 'def use(value):\n    SINK(value)'),
  ng(
    'through a keyword argument',
    'SINK(pick(text=SOURCE))',
    "def pick(other='x', text=None):\n    return text or other",
  ),
  ng('through a lambda', 'run = lambda text: text.strip()\nSINK(run(SOURCE))'),
  ng('in one branch', "if flag:\n    value = SOURCE\nelse:\n    value = 'fixed'\nSINK(value)"),
  ng('in a live branch', "value = SOURCE\nif 1 + 1 == 3:\n    value = 'fixed'\nSINK(value)"),
  ng('through a conditional expression', "value = 'fixed' if flag else SOURCE\nSINK(value)"),
  ng('through a loop', "value = ''\nfor part in [SOURCE]:\n    value += part\nSINK(value)"),
  ng('through a comprehension', "value = ''.join([part for part in SOURCE])\nSINK(value)"),
  ng(
    'through an instance',
    'box = Box(SOURCE)\nSINK(box.get())',
    'class Box:\n    def __init__(self, value):\n        self.value = value\n\n    def get(self):\n        return self.value',
  ),
  ng('sanitised in one branch only', 'value = SOURCE\nif flag:\n    value = SAFE(value)\nSINK(value)'),
  ng('sanitised copy not used', 'value = SOURCE\nclean = SAFE(value)\nlog(clean)\nSINK(value)'),
  ng(
    'through match',
    "match mode:\n    case 'a':\n        value = 'fixed'\n    case _:\n        value = SOURCE\nSINK(value)",
  ),
  ng(
    'through try and except',
    "value = 'fixed'\ntry:\n    value = SOURCE\nexcept ValueError:\n    value = 'x'\nSINK(value)",
  ),
  ng(
    'check without consequence',
    "value = SOURCE\nif value not in ALLOWED:\n    print('odd')\nSINK(value)",
    "ALLOWED = ['a', 'b']",
  ),
  ng(
    'another value checked',
    "value = SOURCE\nif request.args['other'] not in ALLOWED:\n    return 'no'\nSINK(value)",
    "ALLOWED = ['a', 'b']",
  ),
  ok('constant', "value = 'fixed'\nSINK(value)"),
  ok('sanitised', 'value = SAFE(SOURCE)\nSINK(value)'),
  ok('sanitised in a helper', 'SINK(clean(SOURCE))', 'def clean(text):\n    return SAFE(text)'),
  ok('reassigned', "value = SOURCE\nvalue = 'fixed'\nSINK(value)"),
  ok('other list item', "items = ['a', SOURCE]\nSINK(items[0])"),
  ok(
    'item removed before',
    "items = []\nitems.append('safe')\nitems.append(SOURCE)\nitems.append('moresafe')\nitems.pop(0)\nSINK(items[1])",
  ),
  ok('other key', "data = {'a': 'fixed', 'b': SOURCE}\nSINK(data['a'])"),
  ok(
    'other ConfigParser key',
    "conf = configparser.ConfigParser()\nconf.add_section('s')\nconf.set('s', 'a', 'fixed')\nconf.set('s', 'b', SOURCE)\nSINK(conf.get('s', 'a'))",
    'import configparser',
  ),
  ok('other variable', "value = SOURCE\nother = 'fixed'\nlog(value)\nSINK(other)"),
  ok('dead branch', "value = 'fixed'\nif 7 * 6 < 40:\n    value = SOURCE\nSINK(value)"),
  ok('dead conditional', "value = 'fixed' if 7 * 42 - 86 > 200 else SOURCE\nSINK(value)"),
  ok(
    'dead match case',
    "guess = 'ABC'[1]\nmatch guess:\n    case 'A':\n        value = SOURCE\n    case 'B':\n        value = 'fixed'\n    case 'C' | 'D':\n        value = SOURCE\n    case _:\n        value = SOURCE\nSINK(value)",
  ),
  ok('after a return', "return 'done'\nSINK(SOURCE)"),
  ok('helper returns a constant', 'SINK(ignore(SOURCE))', "def ignore(text):\n    return 'fixed'"),
  ok(
    'allow-list with early return',
    "value = SOURCE\nif value not in ALLOWED:\n    return 'no'\nSINK(value)",
    "ALLOWED = ['a', 'b']",
  ),
  ok('allow-list set', 'value = SOURCE\nif value in ALLOWED:\n    SINK(value)', "ALLOWED = {'a', 'b'}"),
  ok('looked up in a table', 'value = TABLE[SOURCE]\nSINK(value)', "TABLE = {'a': 'one', 'b': 'two'}"),
  ok(
    'looked up with get',
    "value = TABLE.get(SOURCE, 'one')\nSINK(value)",
    "TABLE = {'a': 'one', 'b': 'two'}",
  ),
  ok('numeric', 'value = int(SOURCE)\nSINK(value)'),
  ok(
    'matched against a narrow pattern',
    "value = SOURCE\nif not re.fullmatch(r'[a-z0-9]+', value):\n    raise ValueError()\nSINK(value)",
    'import re',
  ),
  ok('digits only', "value = SOURCE\nif not value.isdigit():\n    return 'no'\nSINK(value)"),
  ok(
    'aborted unless allowed',
    'value = SOURCE\nif value not in ALLOWED:\n    abort(400)\nSINK(value)',
    "from flask import abort\nALLOWED = ('a', 'b')",
  ),
  ok('equal to a constant', "value = SOURCE\nif value == 'fixed':\n    SINK(value)"),
  ok(
    'overwritten in every branch',
    "value = SOURCE\nif flag:\n    value = 'one'\nelse:\n    value = 'two'\nSINK(value)",
  ),
];
