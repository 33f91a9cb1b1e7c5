import type { RuleModel } from '../engine/model.ts';

/**
 * `encoding/gob` is not hardened against hostile input (pkg.go.dev/encoding/gob, Security); formats that name the type
 * to make, or whose anchors grow, are no better.
 */
export const goUnsafeDeserialization: RuleModel = {
  sinks: [
    { what: 'a gob decoder, which is not made for hostile data', calls: ['encoding/gob.NewDecoder'] },
    {
      what: 'a decoder that makes the types its input names',
      calls: [
        'github.com/vmihailenco/msgpack.Unmarshal_',
        'github.com/ugorji/go/codec.NewDecoder_',
        'github.com/hprose/hprose-golang/io.Unserialize',
        'github.com/hprose/hprose-golang.Unserialize',
        'github.com/hydrogen18/stalecucumber.Unpickle',
        'github.com/nlpodyssey/gopickle/pickle.Loads',
        'github.com/kisielk/og-rek.NewDecoder',
      ],
    },
    {
      what: 'a YAML parser, whose aliases may grow without bounds',
      calls: ['gopkg.in/yaml.Unmarshal', 'gopkg.in/yaml.NewDecoder'],
      severity: 'low',
      when: call => call.mentions(/gopkg\.in\/yaml\.v2/),
    },
  ],
};

/** `encoding/xml` resolves no external entities; bindings of libxml2 do when told to. */
export const goXxe: RuleModel = {
  withoutSource: /libxml2|XMLParse|xmlparse/i,
  sinks: [
    {
      what: 'an XML parser that resolves entities',
      calls: [
        '*.Parse',
        '*.ParseString',
        '*.ParseReader',
        'github.com/lestrrat-go/libxml2.Parse',
        'github.com/lestrrat-go/libxml2.ParseString',
        'github.com/lestrrat-go/libxml2.ParseReader',
        'github.com/moovweb/gokogiri.ParseXml',
        'github.com/jbowtie/gokogiri.ParseXml',
        'github.com/terminalstatic/go-xsd-validate.NewXmlHandlerMem_',
      ],
      args: [0],
      when: call =>
        call.mentions(/libxml2|gokogiri/) &&
        (/XMLParseNoEnt|XMLParseDTDLoad|XML_PARSE_NOENT/.test(
          `${call.arg(1)?.ref ?? ''}${call.text(1)}${call.text(2)}${call.receiver?.ref ?? ''}`,
        ) ||
          call.mentions(/(?:NewParser|parser\.New)\([^)]*XMLParse(?:NoEnt|DTDLoad)/)),
    },
  ],
};
