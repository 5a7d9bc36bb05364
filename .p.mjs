import {splitPlainText} from './src/core/source/split-plain-text.ts';
import {detectMetadata} from './src/core/source/detect-metadata.ts';
import {readText} from './src/engine/readers/text-reader.ts';
import {readFileSync,readdirSync} from 'node:fs';
const dir='../shared/sources/';
const art=readdirSync(dir).map(f=>readFileSync(dir+f,'utf8')).join('\n');
const mk={ articles: art.repeat(Math.ceil(30e6/art.length)).slice(0,30e6), oneline:'word '.repeat(6e6), short:'ab cd\n'.repeat(5e6), wrapped:('The minister said on Monday that the two countries would sign a new\nagreement on trade before the end of the year, and thanked her hosts,\naccording to Reuters.\n\n').repeat(180000), parens:'('.repeat(30e6), spaces:(' '.repeat(1e6)+'\n').repeat(30)+'x', caps:'AB '.repeat(1e7), capl:'Abc Def Ghi Jkl\n'.repeat(2e6), told:'told the Aa Bb '.repeat(2e6), according:'according to the the the the the the x '.repeat(8e5), cjk:'据新华社报道，部长星期一表示，两国将签署新协议。\n'.repeat(4e5), dates:'1 '.repeat(1.5e7), comma: ', A'.repeat(1e7), deep: 'a: '.repeat(1e7), digits:'1'.repeat(3e7), tabs:('a\t').repeat(1.5e7), https:'https://'.repeat(4e6), xin:'据中中中中'.repeat(3e6), brackets:'[A/'.repeat(1e7), nl:'\n'.repeat(3e7)+'x', name:'X'+"a".repeat(3e7)};
const only=process.argv[2];
for(const k of Object.keys(mk)){ if(only&&k!==only) continue; const t=mk[k]; const a=Date.now(); const b=splitPlainText(t); const c=Date.now(); const m=detectMetadata(b,{fileName:'x',importedOn:'2026-01-06',language:'en'}); const d=Date.now(); console.log(k,b.length,'split',c-a,'meta',d-c); if(!only){const e=Date.now(); try{readText({fileName:'x',bytes:new TextEncoder().encode(t).subarray(0,32<<20),encoding:null,importedOn:'2026-01-06'})}catch(x){console.log(x.message)}; console.log('   all',Date.now()-e);}}
