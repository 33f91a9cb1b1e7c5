import{createRequire as __cr}from'node:module';import{fileURLToPath as __fu}from'node:url';import{dirname as __dn}from'node:path';const require=__cr(import.meta.url),__filename=__fu(import.meta.url),__dirname=__dn(__filename);
var r=[".ocsf.json",".json",".md",".html"];function n(o,e){return o.length>0?"findings":e>0?"incomplete":"passed"}export{r as a,n as b};
