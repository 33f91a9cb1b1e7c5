import { defineCodeRule } from './define-code-rule.ts';
import { goXpathInjection } from './go/queries.ts';
import { javaXpathInjection } from './java/queries.ts';

/** CWE-643; w3.org/TR/xpath. */
export const xpathInjection = defineCodeRule({
  id: 'xpath-injection',
  title: 'XPath injection',
  severity: 'high',
  confidence: 'high',
  cwe: ['CWE-643'],
  owasp: ['A03'],
  what: 'Reports untrusted data that becomes part of an XPath expression.',
  why: 'The expression can be changed to select any part of the document.',
  fix: 'Keep the expression constant and pass values as variables.',
  references: [
    'https://cwe.mitre.org/data/definitions/643.html',
    'https://owasp.org/www-community/attacks/XPATH_Injection',
  ],
  keywords: ['xpath', '.find', 'select', 'evaluate'],
  examples: {
    bad: [
      {
        path: 'src/users.ts',
        text: "import xpath from 'xpath';\napp.post('/x', async (req, res) => {\n  res.json(xpath.select(`//user[name='${req.body.name}']`, document));\n});\n",
      },
      {
        path: 'app/users.py',
        text: 'from lxml import etree\ntree = etree.parse("users.xml")\nfrom flask import request\n\ndef view():\n    return tree.xpath("//user[name=\'" + request.args[\'name\'] + "\']")\n',
      },
    ],
    good: [
      {
        path: 'src/users.ts',
        text: "import xpath from 'xpath';\napp.post('/x', async (req, res) => {\n  res.json(xpath.parse('//user[name=$name]').select({ node: document, variables: { name: req.body.name } }));\n});\n",
      },
      {
        path: 'app/users.py',
        text: "from lxml import etree\ntree = etree.parse(\"users.xml\")\nfrom flask import request\n\ndef view():\n    return tree.xpath('//user[name=$name]', name=request.args['name'])\n",
      },
    ],
  },
  models: {
    go: goXpathInjection,
    java: javaXpathInjection,
    javascript: {
      sinks: [
        {
          what: 'an XPath expression',
          calls: [
            'xpath.select',
            'xpath.select1',
            'xpath.evaluate',
            'xpath.parse',
            'document.evaluate',
            'xpath.useNamespaces()',
            'xpath.selectWithResolver',
          ],
        },
        {
          what: 'an XPath expression',
          calls: ['*.find', '*.get'],
          receiver: /xml|doc$/i,
          when: call => call.imports('libxmljs') || call.imports('libxmljs2'),
        },
      ],
      sanitizers: [{ calls: ['*.escapeXpath'] }],
    },
    python: {
      sinks: [
        {
          what: 'an XPath expression',
          calls: ['*.xpath', 'lxml.etree.XPath', 'lxml.etree.ETXPath', 'elementpath.select'],
          args: ['0:path'],
          deep: false,
        },
        { what: 'an XPath expression', calls: ['elementpath.select'], args: [1] },
        {
          what: 'an XPath expression',
          calls: ['*.find', '*.findall', '*.findtext', '*.iterfind'],
          receiver: /tree|root|xml|elem|node|doc/i,
          deep: false,
          when: call =>
            call.imports('lxml') ||
            call.imports('lxml.etree') ||
            call.imports('xml') ||
            call.imports('xml.etree.ElementTree') ||
            call.imports('defusedxml'),
        },
      ],
    },
  },
});
