import { chromium } from '@playwright/test';
import { readFileSync } from 'node:fs';
const cookies=JSON.parse(readFileSync('/tmp/f4/cookies.json'));
const b=await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox']});
const shots=process.argv.slice(2).map(s=>s.split('|'));
for(const [name,path,w,scheme,who,js] of shots){
 const ctx=await b.newContext({viewport:{width:+w,height:900},colorScheme:scheme||'light',javaScriptEnabled:js!=='nojs',serviceWorkers:'block'});
 if(who){const [n,v]=cookies[who].split('=');await ctx.addCookies([{name:n,value:v,url:'http://localhost:4604'}]);}
 const p=await ctx.newPage(); const errs=[];p.on('console',m=>m.type()==='error'&&errs.push(m.text()));p.on('pageerror',e=>errs.push(e.message));
 await p.goto('http://localhost:4604'+path,{waitUntil:'networkidle'});
 await p.screenshot({path:`/tmp/f4/${name}.png`,fullPage:true}); if(errs.length)console.log(name,errs);
 const over=await p.evaluate(()=>document.documentElement.scrollWidth-innerWidth).catch(()=>'?'); if(over>0)console.log(name,'overflows',over);
 await ctx.close();
}
await b.close();
