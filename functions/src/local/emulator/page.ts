import type { Answer } from './exchange.ts'

/** Text that is already HTML, as `html` makes it; everything else is escaped on its way in. */
export interface Html {
  readonly html: string
}

type Part = string | number | Html | readonly Html[]

/** Writes HTML; what is put in is escaped unless it was written by this function. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { html: texts.map((text, at) => text + markup(parts[at] ?? '')).join('') }
}

function markup(part: Part): string {
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part))
  return 'html' in part ? part.html : part.map((each) => each.html).join('')
}

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

/** Large type, 48 px targets, contrast of 4.5:1 and more: old people will be shown this. */
const style = `
*{box-sizing:border-box;margin:0}
body{font:18px/1.6 -apple-system,"PingFang SC","Noto Sans SC","Microsoft YaHei",sans-serif;color:#1a1d21;
  background:#3c4046;min-height:100vh;display:flex;align-items:flex-end;justify-content:center}
main{width:100%;max-width:480px;background:#fff;border-radius:16px 16px 0 0;padding:24px 20px 28px}
@media (min-width:600px){body{align-items:center}main{border-radius:16px}}
h1{font-size:20px;font-weight:600;text-align:center}
.amount{font-size:46px;line-height:1.25;font-weight:600;text-align:center;margin:8px 0 4px;
  font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
.what{text-align:center;color:#4a525a;overflow-wrap:anywhere}
dl{border:solid #dfe2e6;border-width:1px 0;margin:20px 0;padding:8px 0}
dl div{display:flex;justify-content:space-between;gap:16px;padding:6px 0}
dt{color:#4a525a;white-space:nowrap}dd{text-align:right;overflow-wrap:anywhere}
button,.button{display:block;width:100%;min-height:48px;padding:10px 16px;font:inherit;text-align:center;
  border:1px solid #767d85;border-radius:10px;background:#fff;color:#1a1d21;cursor:pointer;text-decoration:none}
button.main{min-height:54px;font-size:20px;font-weight:600;background:#067a3a;border-color:#067a3a;color:#fff}
button:focus-visible,.button:focus-visible{outline:3px solid #0b57d0;outline-offset:2px}
form>button+button{margin-top:12px}
.row{display:grid;grid-template-columns:repeat(3,1fr);gap:10px;margin-top:12px}
.row button{padding:10px 4px}
ul{list-style:none;padding:0;margin:16px 0;display:grid;gap:10px}
.person{text-align:left}.person b{font-size:20px}.person span{color:#4a525a;display:block}
label{display:flex;align-items:center;gap:12px;min-height:48px}input[type=checkbox]{width:24px;height:24px}
.note{font-size:16px;color:#4a525a;text-align:center;margin-top:16px}
.sorry{text-align:center;font-size:20px;color:#8a1c1c;margin:16px 0 20px}`

/** One sheet, as the WeChat client pushes it up from the bottom of the screen. */
export function sheet(
  title: string,
  content: Html,
  status = 200,
  headers: Record<string, string> = {},
): Answer {
  const page = html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title}</title>
<style>${{ html: style }}</style>
</head>
<body><main>${content}</main></body>
</html>`
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
      ...headers,
    },
    body: page.html,
  }
}

export const sorry = (title: string, why: string, back: string | undefined): Answer =>
  sheet(
    title,
    html`<h1>${title}</h1><p class="sorry">${why}</p>${back ? [html`<a class="button" href="${back}">返回</a>`] : []}`,
    back ? 200 : 400,
  )
