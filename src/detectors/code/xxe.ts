import { defineCodeRule } from './define-code-rule.ts';
import type { CallView } from './engine/model.ts';
import { goXxe } from './go/data.ts';
import { javaXxe } from './java/data.ts';

/** Who gives a parser of their own has thought of it; a parser that reads entities is reported where it is made. */
const refusesEntities = (call: CallView): boolean => call.arg('1:parser') !== undefined;

/** CWE-611; docs.python.org/3/library/xml.html#xml-vulnerabilities. */
export const xxe = defineCodeRule({
  id: 'xxe',
  title: 'XML external entities',
  severity: 'high',
  confidence: 'medium',
  cwe: ['CWE-611', 'CWE-776'],
  owasp: ['A05'],
  what: 'Reports untrusted XML read by a parser that expands entities.',
  why: 'Entities read files and internal addresses, or fill the memory.',
  fix: 'Use `defusedxml`, or switch entities off (`resolve_entities=False`, `noent: false`).',
  references: [
    'https://cwe.mitre.org/data/definitions/611.html',
    'https://docs.python.org/3/library/xml.html#xml-security',
    'https://cheatsheetseries.owasp.org/cheatsheets/XML_External_Entity_Prevention_Cheat_Sheet.html',
  ],
  keywords: ['xml', 'etree', 'minidom', 'sax'],
  withoutSource: /XMLParser|setFeature/,
  examples: {
    bad: [
      {
        path: 'src/xml.ts',
        text: "import libxmljs from 'libxmljs';\napp.post('/x', async (req, res) => {\n  const document = libxmljs.parseXml(req.body.xml, { noent: true });\n  res.send(document.toString().length);\n});\n",
      },
      {
        path: 'app/xml_view.py',
        text: 'import lxml.etree\nfrom flask import request\n\ndef view():\n    return lxml.etree.fromstring(request.data)\n',
      },
    ],
    good: [
      {
        path: 'src/xml.ts',
        text: "import libxmljs from 'libxmljs';\napp.post('/x', async (req, res) => {\n  const document = libxmljs.parseXml(req.body.xml, { noent: false });\n  res.send(document.toString().length);\n});\n",
      },
      {
        path: 'app/xml_view.py',
        text: 'import defusedxml.ElementTree\nfrom flask import request\n\ndef view():\n    return defusedxml.ElementTree.fromstring(request.data)\n',
      },
    ],
  },
  models: {
    go: goXxe,
    java: javaXxe,
    javascript: {
      sinks: [
        {
          what: 'an XML parser that expands entities',
          calls: [
            'libxmljs.parseXml',
            'libxmljs2.parseXml',
            'libxmljs.parseXmlString',
            'libxmljs2.parseXmlString',
            'libxmljs.parseXmlAsync',
            'libxmljs.SaxParser().parseString',
          ],
          when: call =>
            call.option(1, 'noent')?.constant === true ||
            call.option(1, 'replaceEntities')?.constant === true,
        },
        {
          what: 'an XML parser that expands entities',
          calls: ['node-expat.Parser().write', 'expat.Parser().write', 'node-expat.Parser().parse'],
        },
      ],
    },
    python: {
      local: true,
      sinks: [
        {
          what: 'an XML parser that expands entities',
          calls: [
            'lxml.etree.fromstring',
            'lxml.etree.parse',
            'lxml.etree.XML',
            'lxml.etree.iterparse',
            'lxml.objectify.fromstring',
            'lxml.objectify.parse',
          ],
          args: [0],
          when: call => !refusesEntities(call),
        },
        {
          what: 'an XML parser that expands entities',
          calls: [
            'xml.etree.ElementTree.fromstring',
            'xml.etree.ElementTree.parse',
            'xml.etree.ElementTree.XML',
            'xml.etree.ElementTree.iterparse',
            'xml.etree.cElementTree.fromstring',
            'xml.etree.cElementTree.parse',
            'xml.dom.minidom.parseString',
            'xml.dom.minidom.parse',
            'xml.sax.parseString',
            'xml.sax.parse',
            'xml.dom.pulldom.parseString',
            'xml.sax.make_parser().parse',
            'xmltodict.parse_',
            'xml.dom.expatbuilder.parseString',
          ],
          args: [0],
          when: call =>
            !call.mentions(/setFeature\(\s*[\w.]*feature_external_(?:ges|pes)\s*,\s*(?:False|0)\s*\)/),
        },
      ],
      checks: [
        {
          calls: ['lxml.etree.XMLParser'],
          check: call =>
            call.arg('resolve_entities')?.constant === true || call.arg('no_network')?.constant === false
              ? 'The parser reads external entities.'
              : undefined,
        },
        {
          calls: ['*.setFeature'],
          check: call =>
            /feature_external_(?:ges|pes)$/.test(`${call.arg(0)?.ref}`) && call.arg(1)?.constant === true
              ? 'The parser reads external entities.'
              : undefined,
        },
      ],
    },
  },
});
