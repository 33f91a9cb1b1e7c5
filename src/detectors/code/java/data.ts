import type { CallView, RuleModel } from '../engine/model.ts';

const typing = 'Documents may name the classes that are made of them.';

/** Formats that name the classes to make (cheatsheetseries.owasp.org, Deserialization). */
export const javaUnsafeDeserialization: RuleModel = {
  local: true,
  withoutSource: /DefaultTyping|JsonTypeInfo/,
  checks: [
    { calls: ['*.enableDefaultTyping', '*.enableDefaultTypingAsProperty'], check: () => typing },
    {
      calls: ['*.activateDefaultTyping', '*.activateDefaultTypingAsProperty'],
      check: call => (call.text(0).includes('LaissezFaire') ? typing : undefined),
    },
    {
      calls: ['JsonTypeInfo'],
      check: call =>
        /(?:^|\.)(?:MINIMAL_)?CLASS$/.test(call.arg('use')?.ref ?? '')
          ? { message: typing, confidence: 'medium' }
          : undefined,
    },
  ],
  sinks: [
    {
      what: 'a stream of serialised objects',
      calls: ['ObjectInputStream'],
      when: call =>
        call.isNew &&
        !call.mentions(
          /ValidatingObjectInputStream|setObjectInputFilter|ObjectInputFilter|LookAheadObjectInputStream|SerialKiller/,
        ),
    },
    { what: 'a decoder of objects', calls: ['XMLDecoder'], when: call => call.isNew },
    {
      what: 'a YAML document whose tags name classes',
      calls: ['Yaml().load', 'Yaml().loadAll', 'Yaml().loadAs', '*.load', '*.loadAll'],
      when: call =>
        (call.ref?.startsWith('Yaml()') === true || /yaml/i.test(call.receiverName)) &&
        !call.mentions(/SafeConstructor/),
    },
    {
      what: 'an XML document whose tags name classes',
      calls: ['*.fromXML'],
      when: call => !call.mentions(/allowTypes|allowTypesByWildcard|addPermission|setupDefaultSecurity/),
    },
    {
      what: 'a document that names classes',
      calls: ['*.readValue', '*.readTree_'],
      when: call =>
        call.mentions(
          /enableDefaultTyping|activateDefaultTyping|LaissezFaireSubTypeValidator|@JsonTypeInfo\(use\s*=\s*(?:JsonTypeInfo\.)?Id\.(?:MINIMAL_)?CLASS/,
        ),
    },
    {
      what: 'a stream of serialised objects',
      calls: [
        'SerializationUtils.deserialize',
        'Kryo().readObject_',
        'Kryo().readClassAndObject',
        '*.readClassAndObject',
        'HessianInput',
        'Hessian2Input',
        'BurlapInput',
        '*.unmarshal_',
        'JSON.parseObject_',
      ],
      when: call => call.method !== 'readClassAndObject' || !call.mentions(/setRegistrationRequired\(true\)/),
    },
    {
      what: 'a document that names classes',
      calls: ['JSON.parse', 'JSON.parseObject'],
      when: call =>
        call.imports('com.alibaba.fastjson') ||
        (call.mentions(/com\.alibaba\.fastjson/) && !call.mentions(/setSafeMode\(true\)/)),
    },
    {
      what: 'a document that names classes',
      calls: [
        'JsonReader.jsonToJava',
        'JsonReader().readObject',
        'JSONDeserializer().deserialize',
        'Json.fromJson_',
      ],
    },
  ],
};

const disallow =
  /disallow-doctype-decl|FEATURE_SECURE_PROCESSING_|SUPPORT_DTD|IS_SUPPORTING_EXTERNAL_ENTITIES|ACCESS_EXTERNAL_DTD|external-general-entities|setExpandEntityReferences_|isSupportingExternalEntities|supportDTD/;

/** Whether the factory that made the parser refuses documents with a type, or their entities. */
function isHardened(call: CallView): boolean {
  return (
    call.mentions(disallow) &&
    !call.mentions(/disallow-doctype-decl"\s*,\s*false|SUPPORT_DTD\s*,\s*(?:true|Boolean\.TRUE)/)
  );
}

/** JAXP resolves external entities unless told otherwise (cheatsheetseries.owasp.org, XXE Prevention). */
export const javaXxe: RuleModel = {
  sinks: [
    {
      what: 'an XML parser that resolves entities',
      calls: ['*.parse'],
      when: call =>
        /Builder|SAX|[pP]arser|[rR]eader|XMLReader/.test(`${call.ref ?? ''} ${call.receiverName}`) &&
        !/Jsoup|Json|Date|Number|Gson|Integer|JSON/.test(call.ref ?? '') &&
        !isHardened(call),
    },
    {
      what: 'an XML parser that resolves entities',
      calls: ['*.createXMLStreamReader', '*.createXMLEventReader'],
      args: [0, 1],
      when: call => !isHardened(call),
    },
    {
      what: 'an XML parser that resolves entities',
      calls: ['*.build', '*.read'],
      when: call =>
        /SAXBuilder|SAXReader|[sS]axBuilder|saxReader|builder|^reader$/.test(
          `${call.ref ?? ''}${call.receiverName}`,
        ) &&
        call.mentions(/org\.(?:jdom2?|dom4j)/) &&
        !isHardened(call),
    },
    {
      what: 'an XML parser that resolves entities',
      calls: ['*.unmarshal'],
      when: call => /[uU]nmarshaller/.test(`${call.ref ?? ''}${call.receiverName}`) && !isHardened(call),
    },
    {
      what: 'an XML transformer that resolves entities',
      calls: ['*.transform', '*.newTransformer', '*.newSchema', '*.validate_'],
      when: call =>
        /[tT]ransformer|[sS]chemaFactory/.test(`${call.ref ?? ''}${call.receiverName}`) && !isHardened(call),
    },
    {
      what: 'an XML parser that resolves entities',
      calls: ['DocumentHelper.parseText', 'XMLInputFactory().createXMLStreamReader'],
      when: call => !isHardened(call),
    },
  ],
};

/** `Pattern` goes back (owasp.org, ReDoS). */
export const javaRedosCalls: readonly string[] = [
  '*.matches',
  '*.replaceAll',
  '*.replaceFirst',
  '*.split',
  '*.matcher',
  'Pattern.matches',
];
