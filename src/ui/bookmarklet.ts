/** Longer addresses are refused by some browsers: Firefox from a megabyte on. In characters, as encoded. */
const longestAddress = 1_000_000;

/** Carries text, or says where it is, by its name or class; the rest of an element is left behind. */
const kept =
  '^(href|class|id|lang|property|name|content|rel|type|datetime|itemprop|itemtype|itemscope|role|colspan|rowspan|charset)$';

const left =
  'script:not([type="application/ld+json"]),style,noscript,template,svg,canvas,iframe,object,embed,img,picture,video,' +
  'audio,input,select,textarea,button,link:not([rel=canonical]),[hidden],[aria-hidden=true],[style*="display:none"],' +
  '[style*="display: none"]';

/**
 * A bookmark that gives Dëgjo the page that it is pressed on, as the listener sees it, a login and all: the page's own
 * markup, behind the # of the app's address, so that no server hears of it. Nothing of the page is changed.
 *
 * @param app absolute address of the app, ending with a slash
 */
export function bookmarklet(app: string): string {
  const code = `(()=>{
const page=document.documentElement.cloneNode(true);
page.querySelectorAll(${JSON.stringify(left)}).forEach((e)=>e.remove());
page.querySelectorAll('*').forEach((e)=>[...e.attributes].forEach(({name})=>{if(!/${kept}/.test(name))e.removeAttribute(name)}));
let html=page.outerHTML,to;
do{to=${JSON.stringify(app)}+'?page#'+new URLSearchParams({title:document.title,url:location.href,html})}
while(to.length>${longestAddress}&&(html=html.slice(0,html.length/2)));
open(to)||(location.href=to)
})()`;
  return `javascript:${encodeURIComponent(code.replaceAll('\n', ''))}`;
}
