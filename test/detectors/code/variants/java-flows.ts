import type { Flow } from './javascript-flows.ts';

const ng = (name: string, body: string, top = ''): Flow => ({ name, vulnerable: true, body, top });
const ok = (name: string, body: string, top = ''): Flow => ({ name, vulnerable: false, body, top });

/** The same for Java; `top` goes into the class, before the handler. */
export const javaFlows: readonly Flow[] = [
  ng('direct', 'SINK(SOURCE)'),
  ng('through a variable', 'String value = SOURCE;\nSINK(value)'),
  ng('through a reassigned variable', 'String value = "fixed";\nvalue = SOURCE;\nSINK(value)'),
  ng('through an array', 'String[] items = new String[] {"a", SOURCE};\nSINK(items[1])'),
  ng(
    'through a list',
    'List<String> items = new ArrayList<>();\nitems.add("safe");\nitems.add(SOURCE);\nitems.add("moresafe");\nitems.remove(0);\nSINK(items.get(0))',
  ),
  ng(
    'through a map',
    'HashMap<String, Object> map = new HashMap<>();\nmap.put("keyA", "fixed");\nmap.put("keyB", SOURCE);\nString value = (String) map.get("keyB");\nSINK(value)',
  ),
  ng(
    'through a helper',
    'SINK(identity(SOURCE))',
    'private static String identity(String text) {\n  return text;\n}',
  ),
  ng(
    'into a helper with the sink',
    'use(request, response, SOURCE);',
    'private void use(HttpServletRequest request, HttpServletResponse response, String value) throws Exception {\n  SINK(value)\n}',
  ),
  ng(
    'through an inner class',
    'String value = new Test().doSomething(request, SOURCE);\nSINK(value)',
    'private class Test {\n  public String doSomething(HttpServletRequest request, String param) throws Exception {\n    String bar = param;\n    return bar;\n  }\n}',
  ),
  ng(
    'through a field of an object',
    'Box box = new Box(SOURCE);\nSINK(box.getValue())',
    'static class Box {\n  private final String value;\n  Box(String value) {\n    this.value = value;\n  }\n  String getValue() {\n    return value;\n  }\n}',
  ),
  ng(
    'through a record',
    'Pair pair = new Pair("fixed", SOURCE);\nSINK(pair.second())',
    'record Pair(String first, String second) {}',
  ),
  ng('in one branch', 'String value = "fixed";\nif (flag) {\n  value = SOURCE;\n}\nSINK(value)'),
  ng(
    'in a live branch',
    'String value = SOURCE;\nint number = 86;\nif ((7 * 42) - number > 200) {\n  value = SOURCE;\n} else {\n  value = "never";\n}\nSINK(value)',
  ),
  ng('through a conditional expression', 'String value = flag ? "fixed" : SOURCE;\nSINK(value)'),
  ng(
    'through a loop',
    'String value = "";\nfor (String part : new String[] {SOURCE}) {\n  value += part;\n}\nSINK(value)',
  ),
  ng(
    'through a builder',
    'StringBuilder builder = new StringBuilder("a");\nbuilder.append("b").append(SOURCE);\nSINK(builder.toString())',
  ),
  ng('through a format', 'String value = String.format("%s", SOURCE);\nSINK(value)'),
  ng(
    'through Base64',
    'String value = new String(Base64.getDecoder().decode(Base64.getEncoder().encode(SOURCE.getBytes())));\nSINK(value)',
  ),
  ng(
    'through a switch',
    'String value;\nchar target = "ABC".charAt(0);\nswitch (target) {\n  case \'A\':\n    value = SOURCE;\n    break;\n  case \'B\':\n    value = "fixed";\n    break;\n  default:\n    value = "other";\n    break;\n}\nSINK(value)',
  ),
  ng(
    'through a switch expression',
    'String value = switch (mode) {\n  case "a" -> "fixed";\n  default -> SOURCE;\n};\nSINK(value)',
  ),
  ng(
    'through a lambda',
    'java.util.function.Function<String, String> run = text -> text.trim();\nSINK(run.apply(SOURCE))',
  ),
  ng(
    'through try and catch',
    'String value = "fixed";\ntry {\n  value = SOURCE;\n} catch (Exception e) {\n  value = "x";\n}\nSINK(value)',
  ),
  ng(
    'sanitised in one branch only',
    'String value = SOURCE;\nif (flag) {\n  value = SAFE(value);\n}\nSINK(value)',
  ),
  ng(
    'sanitised copy not used',
    'String value = SOURCE;\nString clean = SAFE(value);\nuseIt(clean);\nSINK(value)',
  ),
  ng(
    'check without consequence',
    'String value = SOURCE;\nif (!ALLOWED.contains(value)) {\n  count++;\n}\nSINK(value)',
    'private static final List<String> ALLOWED = List.of("a", "b");',
  ),
  ng(
    'another value checked',
    'String value = SOURCE;\nif (!ALLOWED.contains(request.getParameter("other"))) {\n  return;\n}\nSINK(value)',
    'private static final List<String> ALLOWED = List.of("a", "b");',
  ),
  ng('while true with a break', 'String value = SOURCE;\nwhile (true) {\n  SINK(value)\n  break;\n}'),
  ng(
    'through a stream',
    'String value = java.util.stream.Stream.of("a", SOURCE).collect(Collectors.joining(","));\nSINK(value)',
  ),
  ok('constant', 'String value = "fixed";\nSINK(value)'),
  ok('constant of the class', 'SINK(FIXED)', 'private static final String FIXED = "fixed";'),
  ok('sanitised', 'String value = SAFE(SOURCE);\nSINK(value)'),
  ok(
    'sanitised in a helper',
    'SINK(clean(SOURCE))',
    'private String clean(String text) {\n  return SAFE(text);\n}',
  ),
  ok('reassigned', 'String value = SOURCE;\nvalue = "fixed";\nSINK(value)'),
  ok('other array item', 'String[] items = {"a", SOURCE};\nSINK(items[0])'),
  ok(
    'item removed before',
    'List<String> items = new ArrayList<>();\nitems.add("safe");\nitems.add(SOURCE);\nitems.add("moresafe");\nitems.remove(0);\nSINK(items.get(1))',
  ),
  ok(
    'other key',
    'HashMap<String, Object> map = new HashMap<>();\nmap.put("keyA", "fixed");\nmap.put("keyB", SOURCE);\nString value = (String) map.get("keyB");\nvalue = (String) map.get("keyA");\nSINK(value)',
  ),
  ok(
    'other field of a record',
    'Pair pair = new Pair("fixed", SOURCE);\nSINK(pair.first())',
    'record Pair(String first, String second) {}',
  ),
  ok('other variable', 'String value = SOURCE;\nString other = "fixed";\nuseIt(value);\nSINK(other)'),
  ok(
    'dead branch',
    'String value;\nint number = 86;\nif ((7 * 42) - number > 200) {\n  value = "fixed";\n} else {\n  value = SOURCE;\n}\nSINK(value)',
  ),
  ok(
    'dead conditional',
    'int number = 106;\nString value = (7 * 18) + number > 200 ? "fixed" : SOURCE;\nSINK(value)',
  ),
  ok(
    'dead branch by a private method',
    'String value = "fixed";\nif (isOff()) {\n  value = SOURCE;\n}\nSINK(value)',
    'private boolean isOff() {\n  return false;\n}',
  ),
  ok(
    'dead branch by a constant field',
    'String value = "fixed";\nif (FIVE != 5) {\n  value = SOURCE;\n}\nSINK(value)',
    'private static final int FIVE = 5;',
  ),
  ok(
    'dead switch case',
    "String value;\nString guess = \"ABC\";\nchar target = guess.charAt(1);\nswitch (target) {\n  case 'A':\n    value = SOURCE;\n    break;\n  case 'B':\n    value = \"fixed\";\n    break;\n  case 'C':\n  case 'D':\n    value = SOURCE;\n    break;\n  default:\n    value = \"other\";\n    break;\n}\nSINK(value)",
  ),
  ok(
    'helper returns a constant',
    'SINK(ignore(SOURCE))',
    'private static String ignore(String text) {\n  return "fixed";\n}',
  ),
  ok(
    'inner class returns a constant',
    'String value = new Test().doSomething(request, SOURCE);\nSINK(value)',
    'private class Test {\n  public String doSomething(HttpServletRequest request, String param) throws Exception {\n    String bar = "fixed";\n    return bar;\n  }\n}',
  ),
  ok(
    'allow-list with early return',
    'String value = SOURCE;\nif (!ALLOWED.contains(value)) {\n  return;\n}\nSINK(value)',
    'private static final List<String> ALLOWED = Arrays.asList("a", "b");',
  ),
  ok(
    'allow-list set',
    'String value = SOURCE;\nif (ALLOWED.contains(value)) {\n  SINK(value)\n}',
    'private static final Set<String> ALLOWED = Set.of("a", "b");',
  ),
  ok(
    'looked up in a table',
    'String value = TABLE.get(SOURCE);\nSINK(value)',
    'private static final Map<String, String> TABLE = Map.of("a", "one", "b", "two");',
  ),
  ok(
    'looked up with a default',
    'String value = TABLE.getOrDefault(SOURCE, "one");\nSINK(value)',
    'private static final Map<String, String> TABLE = Map.of("a", "one", "b", "two");',
  ),
  ok('numeric', 'int number = Integer.parseInt(SOURCE);\nSINK(String.valueOf(number))'),
  ok(
    'matched against a narrow pattern',
    'String value = SOURCE;\nif (!value.matches("[a-z0-9]{1,20}")) {\n  throw new IllegalArgumentException();\n}\nSINK(value)',
  ),
  ok(
    'matched by a compiled pattern',
    'String value = SOURCE;\nif (!NAME.matcher(value).matches()) {\n  return;\n}\nSINK(value)',
    'private static final Pattern NAME = Pattern.compile("^[a-z]+$");',
  ),
  ok(
    'pattern through a predicate',
    'String value = SOURCE;\nif (!isName(value)) {\n  return;\n}\nSINK(value)',
    'private static boolean isName(String text) {\n  return text.matches("[a-z]+");\n}',
  ),
  ok('equal to a constant', 'String value = SOURCE;\nif ("fixed".equals(value)) {\n  SINK(value)\n}'),
  ok(
    'chosen by a switch expression',
    'String value = switch (SOURCE) {\n  case "a" -> "one";\n  default -> "two";\n};\nSINK(value)',
  ),
  ok('an enumeration', 'Mode mode = Mode.valueOf(SOURCE);\nSINK(mode.name())', 'enum Mode { ONE, TWO }'),
  ok(
    'overwritten in every branch',
    'String value = SOURCE;\nif (flag) {\n  value = "one";\n} else {\n  value = "two";\n}\nSINK(value)',
  ),
  ok(
    'builder cleared',
    'StringBuilder builder = new StringBuilder(SOURCE);\nbuilder.setLength(0);\nbuilder.append("fixed");\nSINK(builder.toString())',
  ),
];
