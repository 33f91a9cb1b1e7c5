import{createRequire as __cr}from'node:module';import{fileURLToPath as __fu}from'node:url';import{dirname as __dn}from'node:path';const require=__cr(import.meta.url),__filename=__fu(import.meta.url),__dirname=__dn(__filename);
import{$a as R,$b as c,B as W,Sb as B,Tb as j,Ub as $,Vb as U,Wb as K,Zb as m,_b as h,ac as f,fb as d,j as u,tc as q,y as N}from"./chunk-T7NRDSRX.js";import"./chunk-T3ABSYRB.js";import"./chunk-67RZ5YJF.js";import{g as o}from"./chunk-3QJB4CBP.js";import"./chunk-4FPOZNB3.js";function H(e){return e?!(typeof e=="object"&&e&&"constructor"in e&&typeof e.constructor=="function"?e.constructor.name:"").includes("ChatCompletions"):!0}function X(e){return S(e)}function S(e){return e?!(typeof e=="object"&&e&&"constructor"in e&&typeof e.constructor=="function"?e.constructor.name:"").includes("ChatCompletions"):!1}var y=class{};var g=class extends y{thresholdRatio;fallbackThreshold;constructor(t=.9,r=24e4){if(super(),!Number.isFinite(t)||t<0||t>1)throw new u("DynamicCompactionPolicy.thresholdRatio must be a finite number between 0 and 1.");this.thresholdRatio=t,this.fallbackThreshold=r}compactThreshold(t){if(!t)return this.fallbackThreshold;let r=k.forModel(t);return r?Math.floor(r.contextWindow*this.thresholdRatio):this.fallbackThreshold}},k=class e{contextWindow;constructor(t){this.contextWindow=t}static forModel(t){for(let r of tt(t)){if(et.has(r))return new e(1047576);if(rt.has(r))return new e(4e5);if(nt.has(r))return new e(2e5);if(it.has(r))return new e(128e3)}}},I=class extends c{type="compaction";policy;constructor(t=new g){super(),this.policy=t}samplingParams(t){if(t.modelInstance&&!H(t.modelInstance))return{};let r=typeof t.model=="string"?t.model:void 0;return{context_management:[{type:"compaction",compact_threshold:this.policy.compactThreshold(r)}]}}processContext(t){let r=-1;for(let n=0;n<t.length;n+=1)t[n].type==="compaction"&&(r=n);return r===-1?t:t.slice(r)}};function T(e={}){return new I(e.policy)}function tt(e){let t=e.trim();if(!t)return[];let n=(t.includes("/")?t.slice(t.lastIndexOf("/")+1):t).toLowerCase(),i=n.replace(/-\d{4}-\d{2}-\d{2}$/u,"");return[...new Set([n,i])]}var et=new Set(["gpt-5.6","gpt-5.6-sol","gpt-5.6-terra","gpt-5.6-luna","gpt-5.4","gpt-5.4-2026-03-05","gpt-5.4-pro","gpt-5.4-pro-2026-03-05","gpt-4.1","gpt-4.1-2025-04-14","gpt-4.1-mini","gpt-4.1-mini-2025-04-14","gpt-4.1-nano","gpt-4.1-nano-2025-04-14"]),rt=new Set(["gpt-5","gpt-5-codex","gpt-5-mini","gpt-5-nano","gpt-5-pro","gpt-5.1","gpt-5.1-codex","gpt-5.1-codex-max","gpt-5.1-codex-mini","gpt-5.2","gpt-5.2-codex","gpt-5.2-codex-cyber","gpt-5.2-pro","gpt-5.3-codex","gpt-5.3-codex-spark","gpt-5.4-mini","gpt-5.4-nano"]),nt=new Set(["codex-mini-latest","o1","o1-2024-12-17","o1-pro","o3","o3-2025-04-16","o3-mini","o3-pro","o3-deep-research","o4-mini","o4-mini-2025-04-16","o4-mini-deep-research"]),it=new Set(["gpt-4o","gpt-4o-2024-08-06","gpt-4o-mini","gpt-4o-mini-2024-07-18","gpt-5-chat-latest","gpt-5.1-chat-latest","gpt-5.2-chat-latest","gpt-5.3-chat-latest"]);var st={type:"object",properties:{patch:{type:"string",description:"A freeform apply_patch payload wrapped in *** Begin Patch and *** End Patch."},operation:{type:"object",description:"A single structured apply_patch operation."},operations:{type:"array",items:{type:"object"},description:"Structured apply_patch operations to apply in order."},command:{type:"array",description:'Optional ["apply_patch", patch] command tuple form.'},type:{type:"string",enum:["create_file","update_file","delete_file"],description:"The patch operation to apply."},path:{type:"string",description:"The sandbox file path to patch."},diff:{type:"string",description:"The V4A patch diff for create_file and update_file operations."},moveTo:{type:"string",description:"Optional destination path for update_file move operations."}},required:[],additionalProperties:!0},v="*** Begin Patch",G="*** End Patch",E="*** Add File: ",A="*** Delete File: ",L="*** Update File: ",Y="*** Move to: ";function O(e){if(e instanceof Error)return e.message||e.toString();try{return JSON.stringify(e)}catch{return String(e)}}function ot(e){if(typeof e=="string")return e;let t=e.image;if(typeof t=="string")return t;if(!$(t))return"No image data was returned by the sandbox session.";let r=t;return typeof r.url=="string"?r.url:typeof r.fileId=="string"?`OpenAI file reference: ${r.fileId}`:typeof r.data=="string"?`data:${typeof r.mediaType=="string"?r.mediaType:"application/octet-stream"};base64,${r.data}`:r.data instanceof Uint8Array?`data:${typeof r.mediaType=="string"?r.mediaType:"application/octet-stream"};base64,${W(r.data)}`:"No image data was returned by the sandbox session."}function at(e,t){let r=O(t);if(/not found/iu.test(r))return`image path \`${e}\` was not found`;if(/not a file/iu.test(r))return`image path \`${e}\` is not a file`;if(/exceeds the 10 MB limit|exceeded the allowed size/iu.test(r))return`image path \`${e}\` exceeded the allowed size of 10MB; resize or compress the image and try again`;if(/unsupported image format|not a supported image/iu.test(r))return`image path \`${e}\` is not a supported image file`;let n=t instanceof Error?t.name:typeof t;return`unable to read image at \`${e}\`: ${n}`}function lt(e){let t=e.trimStart();if(t.startsWith(v))return w(t);let r;try{r=JSON.parse(e)}catch(n){return{ok:!1,error:`Invalid apply_patch JSON: ${O(n)}`}}return ct(r)}function ct(e){if(typeof e=="string")return w(e);if(Array.isArray(e))return _(e);if(!$(e))return{ok:!1,error:"apply_patch input must be an object or array."};if(typeof e.patch=="string")return w(e.patch);if(Array.isArray(e.command)){let[t,r]=e.command;if(t==="apply_patch"&&typeof r=="string")return w(r)}return Array.isArray(e.operations)?_(e.operations):e.operation!==void 0?_([e.operation]):_([e])}function _(e){let t=[];for(let r of e){let n=N.safeParse(r);if(!n.success)return{ok:!1,error:`Invalid apply_patch operation: ${n.error.message}`};t.push(n.data)}return t.length===0?{ok:!1,error:"apply_patch input must include an operation."}:{ok:!0,operations:t}}function w(e){let t=e.split(/\r?\n/);if(t.at(-1)===""&&t.pop(),t[0]!==v)return{ok:!1,error:`apply_patch input must start with "${v}".`};if(t.length<2||t.at(-1)!==G)return{ok:!1,error:`apply_patch input must end with "${G}".`};let r=[],n=1;for(;n<t.length-1;){let i=t[n],s;if(i.startsWith(E))s=pt(t,n);else if(i.startsWith(A))s=ut(t,n);else if(i.startsWith(L))s=dt(t,n);else return{ok:!1,error:`Invalid apply_patch file operation header: ${i}`};if("error"in s)return{ok:!1,error:s.error};r.push(s.operation),n=s.nextIndex}return r.length===0?{ok:!1,error:"apply_patch input must include at least one file operation."}:{ok:!0,operations:r}}function pt(e,t){let r=b(e[t],E);if(!r)return{error:`Missing path in apply_patch header: ${e[t]}`};t+=1;let n=[];for(;t<e.length-1&&!F(e[t]);){let i=e[t];if(!i.startsWith("+"))return{error:`Invalid Add File line: ${i}`};n.push(i),t+=1}return n.length===0?{error:`Add File patch for ${r} must include at least one + line.`}:{operation:{type:"create_file",path:r,diff:V(n)},nextIndex:t}}function ut(e,t){let r=b(e[t],A);return r?(t+=1,t<e.length-1&&!F(e[t])?{error:`Delete File patch for ${r} must not include a diff.`}:{operation:{type:"delete_file",path:r},nextIndex:t}):{error:`Missing path in apply_patch header: ${e[t]}`}}function dt(e,t){let r=b(e[t],L);if(!r)return{error:`Missing path in apply_patch header: ${e[t]}`};t+=1;let n;if(t<e.length-1&&e[t].startsWith(Y)){let s=b(e[t],Y);if(!s)return{error:`Missing path in apply_patch header: ${e[t]}`};n=s,t+=1}let i=[];for(;t<e.length-1&&!F(e[t]);)i.push(e[t]),t+=1;return i.length===0&&!n?{error:`Update File patch for ${r} must include a hunk.`}:{operation:{type:"update_file",path:r,diff:i.length>0?V(i):"",...n?{moveTo:n}:{}},nextIndex:t}}function b(e,t){let r=e.slice(t.length).trim();return r||null}function F(e){return e.startsWith(E)||e.startsWith(A)||e.startsWith(L)}function V(e){return`${e.join(`
`)}
`}async function ht(e,t,r){let n;try{switch(t.type){case"create_file":n=await e.createFile(t,{runContext:r});break;case"update_file":n=await e.updateFile(t,{runContext:r});break;case"delete_file":n=await e.deleteFile(t,{runContext:r});break;default:return"Unsupported apply_patch operation."}}catch(i){return`Failed to apply patch: ${O(i)}`}return n?.status==="failed"?n.output?`Patch failed: ${n.output}`:"Patch failed.":n?.output??"Patch applied."}async function ft(e,t,r){let n=[];for(let i of t){let s=await ht(e,i,r);s&&n.push(s)}return n.join(`
`)||"Patch applied."}function mt(e){return{type:"function",name:"apply_patch",description:"Applies a create, update, move, or delete file patch in the sandbox workspace. Accepts a freeform patch string or structured apply_patch operations.",parameters:st,strict:!1,deferLoading:!1,needsApproval:async()=>!1,isEnabled:async()=>!0,invoke:async(r,n)=>{let i=lt(n);return i.ok?await ft(e,i.operations,r):i.error}}}var P=class extends c{type="filesystem";configureTools;constructor(t={}){super(),this.configureTools=t.configureTools}tools(){let t=f(this.type,this._session),r=t.createEditor?.(this._runAs);if(!r)throw new u("Filesystem sandbox sessions must provide createEditor().");let n=this._workspaceScope?.cwd?yt(r,this._workspaceScope):r,i=[],s=async(a,p)=>{if(!t.viewImage)throw new u("Filesystem sandbox sessions must provide viewImage().");let l=this._workspaceScope?.anchor(a)??a;try{return await h("sandbox.view_image",{path:l,run_as:this._runAs},async()=>await t.viewImage({path:l,runAs:this._runAs}),this.tracingParent(p))}catch(x){return at(a,x)}};return S(this._modelInstance)?i.push(d({name:"view_image",description:"Returns an image output from a path in the sandbox workspace or an explicitly granted sandbox path.",parameters:o.object({path:o.string().describe("Path to an image file in the sandbox workspace or an explicitly granted sandbox path")}),execute:async({path:a},p,l)=>await s(a,l)})):i.push(d({name:"view_image",description:"Returns an image from a path in the sandbox workspace or an explicitly granted sandbox path as a data URL or reference string.",parameters:o.object({path:o.string().describe("Path to an image file in the sandbox workspace or an explicitly granted sandbox path")}),execute:async({path:a},p,l)=>ot(await s(a,l))})),X(this._modelInstance)?i.push(R({name:"apply_patch",editor:n})):i.push(mt(n)),this.configureTools?this.configureTools([...i]):i}};function yt(e,t){return{createFile:async(r,n)=>await e.createFile({...r,path:t.anchor(r.path)},n),updateFile:async(r,n)=>await e.updateFile({...r,path:t.anchor(r.path),...r.moveTo?{moveTo:t.anchor(r.moveTo)}:{}},n),deleteFile:async(r,n)=>await e.deleteFile({...r,path:t.anchor(r.path)},n)}}function D(e={}){return new P(e)}var gt=1e4,kt=250,_t=["When using the shell:","- Use `exec_command` for shell execution.","- If available, use `write_stdin` to interact with or poll running sessions.","- To interrupt a long-running process via `write_stdin`, start it with `tty=true` and send Ctrl-C (`\\u0003`).","- Prefer `rg` and `rg --files` for text/file discovery when available.","- Avoid using Python scripts just to print large file chunks."].join(`
`),C=class extends c{type="shell";configureTools;constructor(t={}){super(),this.configureTools=t.configureTools}tools(){let t=f(this.type,this._session);if(!t.execCommand)throw new u("Shell sandbox sessions must provide execCommand().");let r=[d({name:"exec_command",description:"Runs a command in a PTY, returning output or a session ID for ongoing interaction.",parameters:o.object({cmd:o.string().min(1).describe("Shell command to execute."),workdir:o.string().optional().describe("Optional working directory to run the command in; defaults to the turn cwd."),shell:o.string().optional().describe("Shell binary to launch. Defaults to the user's default shell."),login:o.boolean().default(!0).describe("Whether to run the shell with -l/-i semantics. Defaults to true."),tty:o.boolean().default(!1).describe("Whether to allocate a TTY for the command. Defaults to false (plain pipes); set to true to open a PTY and access TTY process."),yield_time_ms:o.number().int().min(0).default(gt).describe("How long to wait (in milliseconds) for output before yielding."),max_output_tokens:o.number().int().min(1).optional().describe("Maximum number of tokens to return. Excess output will be truncated.")}),execute:async({cmd:n,workdir:i,shell:s,login:a,tty:p,yield_time_ms:l,max_output_tokens:x},xt,Z)=>{let M=this._workspaceScope?.anchor(i)??i;return await h("sandbox.exec",{cmd:n,workdir:M,shell:s,login:a,tty:p,run_as:this._runAs},async()=>await t.execCommand({cmd:n,workdir:M,shell:s,login:a,tty:p,yieldTimeMs:l,maxOutputTokens:x,runAs:this._runAs}),this.tracingParent(Z))}})];return t.supportsPty?.()&&t.writeStdin&&r.push(d({name:"write_stdin",description:"Writes characters to an existing unified exec session and returns recent output.",parameters:o.object({session_id:o.number().int().describe("Identifier of the running unified exec session."),chars:o.string().default("").describe("Bytes to write to stdin (may be empty to poll)."),yield_time_ms:o.number().int().min(0).default(kt).describe("How long to wait (in milliseconds) for output before yielding."),max_output_tokens:o.number().int().min(1).optional().describe("Maximum number of tokens to return. Excess output will be truncated.")}),execute:async({session_id:n,chars:i,yield_time_ms:s,max_output_tokens:a},p,l)=>await h("sandbox.write_stdin",{session_id:n},async()=>await t.writeStdin({sessionId:n,chars:i,yieldTimeMs:s,maxOutputTokens:a}),this.tracingParent(l))})),this.configureTools?this.configureTools([...r]):r}instructions(){return _t}};function z(e={}){return new C(e)}var Yt=`
# OPENAI_AGENTS_READ_PATH_PROBE_V1
LC_ALL=C
export LC_ALL
original_path=$path
resolved_path=
symlink_depth=0
lookup_retries=0

resolve_probe_path() {
  if [ "$symlink_depth" -gt 40 ] || [ "\${#1}" -gt 4095 ]; then
    return 2
  fi
  if [ "$1" = / ]; then
    resolved_path=/
    return 0
  fi

  parent=\${1%/*}
  if [ -z "$parent" ] || [ "$parent" = "$1" ]; then
    parent=/
  fi
  resolve_probe_path "$parent" || return 2
  resolved_parent=$resolved_path
  base=\${1##*/}
  if [ "\${#base}" -gt 255 ]; then
    return 2
  fi
  if [ "$resolved_parent" = / ]; then
    candidate=/$base
  else
    candidate=$resolved_parent/$base
  fi

  if [ -L "$candidate" ]; then
    target_with_marker=$(readlink -n "$candidate" && printf .) || return 2
    target=\${target_with_marker%.}
    symlink_depth=$((symlink_depth + 1))
    if [ "$symlink_depth" -gt 40 ]; then
      return 2
    fi
    case "$target" in
      /*) resolve_probe_path "$target" ;;
      *) resolve_probe_path "$resolved_parent/$target" ;;
    esac
    return $?
  fi

  resolved_path=$candidate
}

resolve_probe_path "$path" || exit 2
path=$resolved_path
candidate=$path
child=

while :; do
  if [ -e "$candidate" ]; then
    if [ "$candidate" = "$path" ]; then
      exit 0
    fi
    if [ ! -d "$candidate" ] || [ ! -x "$candidate" ]; then
      exit 2
    fi
    lookup_result=$(
      find "$child" -prune -print 2>&1 >/dev/null
      lookup_status=$?
      printf '.%s' "$lookup_status"
    )
    lookup_status=\${lookup_result##*.}
    lookup_error=\${lookup_result%.*}
    if [ "$lookup_status" -eq 0 ]; then
      if [ "$lookup_retries" -ge 1 ]; then
        exit 2
      fi
      lookup_retries=$((lookup_retries + 1))
      resolved_path=
      symlink_depth=0
      resolve_probe_path "$original_path" || exit 2
      path=$resolved_path
      candidate=$path
      child=
      continue
    fi
    if [ "$lookup_status" -eq 1 ]; then
      lookup_error=$(printf %s "$lookup_error")
      case "$lookup_error" in
        *": No such file or directory") exit 1 ;;
      esac
    fi
    exit 2
  fi
  if [ "$candidate" = / ]; then
    exit 2
  fi
  child=$candidate
  candidate=\${candidate%/*}
  if [ -z "$candidate" ]; then
    candidate=/
  fi
done
`.trim();var ue=m`
A skill is a set of local instructions to follow that is stored in a \`SKILL.md\` file. Below is the list of skills that can be used. Each entry includes a name, description, and file path so you can open the source for full instructions when using a specific skill.
`,de=m`
### How to use skills
- Discovery: The list above is the skills available in this session (name + description + file path). Skill bodies live on disk at the listed paths.
- Trigger rules: If the user names a skill (with \`$SkillName\` or plain text) OR the task clearly matches a skill's description shown above, you must use that skill for that turn. Multiple mentions mean use them all. Do not carry skills across turns unless re-mentioned.
- Missing/blocked: If a named skill isn't in the list or the path can't be read, say so briefly and continue with the best fallback.
- How to use a skill (progressive disclosure):
  1) After deciding to use a skill, open its \`SKILL.md\`. Read only enough to follow the workflow.
  2) If \`SKILL.md\` points to extra folders such as \`references/\`, load only the specific files needed for the request; don't bulk-load everything.
  3) If \`scripts/\` exist, prefer running or patching them instead of retyping large code blocks.
  4) If \`assets/\` or templates exist, reuse them instead of recreating from scratch.
- Coordination and sequencing:
  - If multiple skills apply, choose the minimal set that covers the request and state the order you'll use them.
  - Announce which skill(s) you're using and why (one short line). If you skip an obvious skill, say why.
- Context hygiene:
  - Keep context small: summarize long sections instead of pasting them; only load extra files when needed.
  - Avoid deep reference-chasing: prefer opening only files directly linked from \`SKILL.md\` unless you're blocked.
  - When variants exist (frameworks, providers, domains), pick only the relevant reference file(s) and note that choice.
- Safety and fallback: If a skill can't be applied cleanly (missing files, unclear instructions), state the issue, pick the next-best approach, and continue.
`,he=m`
### How to use skills
- Discovery: The list above is the skill index available in this session (name + description + workspace path). In lazy mode, those paths are loaded on demand instead of being present up front.
- Trigger rules: If the user names a skill (with \`$SkillName\` or plain text) OR the task clearly matches a skill's description shown above, you must use that skill for that turn. Multiple mentions mean use them all. Do not carry skills across turns unless re-mentioned.
- Missing/blocked: If a named skill isn't in the list or the path can't be read, say so briefly and continue with the best fallback.
- How to use a skill (progressive disclosure):
  1) After deciding to use a lazy skill, call \`load_skill\` for that skill first, then open its \`SKILL.md\`.
  2) If \`SKILL.md\` points to extra folders such as \`references/\`, load only the specific files needed for the request; don't bulk-load everything.
  3) If \`scripts/\` exist, prefer running or patching them instead of retyping large code blocks.
  4) If \`assets/\` or templates exist, reuse them instead of recreating from scratch.
- Coordination and sequencing:
  - If multiple skills apply, choose the minimal set that covers the request and state the order you'll use them.
  - Announce which skill(s) you're using and why (one short line). If you skip an obvious skill, say why.
- Context hygiene:
  - Keep context small: summarize long sections instead of pasting them; only load extra files when needed.
  - Avoid deep reference-chasing: prefer opening only files directly linked from \`SKILL.md\` unless you're blocked.
  - When variants exist (frameworks, providers, domains), pick only the relevant reference file(s) and note that choice.
- Safety and fallback: If a skill can't be applied cleanly (missing files, unclear instructions), state the issue, pick the next-best approach, and continue.
`;function wt(){return[D(),z(),T()]}var J={default:wt};var Q=class e extends q{[B]=!0;defaultManifest;baseInstructions;capabilities;runAs;runtimeManifest;constructor(t){if(super(t),t.baseInstructions!==void 0&&typeof t.baseInstructions!="string"&&typeof t.baseInstructions!="function")throw new TypeError("SandboxAgent baseInstructions must be a string or function.");this.defaultManifest=t.defaultManifest?K(t.defaultManifest):void 0,this.baseInstructions=t.baseInstructions,this.capabilities=t.capabilities??J.default(),this.runAs=bt(t.runAs),this.runtimeManifest=this.defaultManifest??new U}clone(t){return new e({name:t.name??this.name,instructions:t.instructions??this.instructions,prompt:t.prompt??this.prompt,handoffDescription:t.handoffDescription??this.handoffDescription,handoffs:t.handoffs??this.handoffs,model:t.model??this.model,modelSettings:t.modelSettings??this.modelSettings,tools:t.tools??this.tools,mcpServers:t.mcpServers??this.mcpServers,mcpConfig:t.mcpConfig??this.mcpConfig,inputGuardrails:t.inputGuardrails??this.inputGuardrails,outputGuardrails:t.outputGuardrails??this.outputGuardrails,outputType:t.outputType??this.outputType,toolUseBehavior:t.toolUseBehavior??this.toolUseBehavior,resetToolChoice:t.resetToolChoice??this.resetToolChoice,defaultManifest:t.defaultManifest??this.defaultManifest,baseInstructions:t.baseInstructions??this.baseInstructions,capabilities:t.capabilities??this.capabilities,runAs:t.runAs??this.runAs})}};function bt(e){if(e!==void 0){if(typeof e=="string"){let t=e.trim();if(!t)throw new TypeError("SandboxAgent runAs must be non-empty.");return t}return j(e)}}export{Q as SandboxAgent};
