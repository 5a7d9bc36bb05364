import {readFileSync,readdirSync} from 'node:fs';
import {readText} from './src/engine/readers/text-reader.ts';
for (const dir of ['../shared/sources/','resources/samples/']) for (const f of readdirSync(dir).filter(f=>f.endsWith('.txt'))){
 const r=readText({fileName:f,bytes:new Uint8Array(readFileSync(dir+f)),encoding:null,importedOn:'2026-01-06'});
 console.log('==',f,r.encoding,r.byteOrderMark,r.warnings);console.log(JSON.stringify(r.metadata));console.log(r.suggestions.map(s=>'   '+JSON.stringify(s)).join('\n'));
 console.log(r.blocks.map(b=>b.kind[0]+(b.level??'')).join(' '));
}
