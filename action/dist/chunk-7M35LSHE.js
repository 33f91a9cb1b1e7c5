import{createRequire as __cr}from'node:module';import{fileURLToPath as __fu}from'node:url';import{dirname as __dn}from'node:path';const require=__cr(import.meta.url),__filename=__fu(import.meta.url),__dirname=__dn(__filename);
var e={audit:"AWS audit",health:"AWS health",cost:"AWS cost"};function s(t){return Object.hasOwn(e,t)}export{e as a,s as b};
