import { askToSubscribe, isAnswered, refusalToAsk, type SubscribeStep } from './ask-to-subscribe.ts'
import type { Answer, Exchange } from './exchange.ts'
import { type Html, html, sheet, sorry } from './page.ts'
import { pickedPerson, redirect, wayBack } from './way-back.ts'
import type { World } from './world.ts'

const title = '订阅消息（本机模拟）'

/**
 * `/__subscribe`: stands in for `wx.requestSubscribeMessage` in an ordinary browser. It is opened with `tmplIds` (comma
 * separated) and `back`; it returns there with `subscribed=`, what the call would have told the page, as JSON. Where every
 * answer was kept from an earlier time, or no dialog may appear, it returns at once.
 */
export function createSubscribeDialog(world: World) {
  return ({ method, query, body, headers }: Exchange): Answer => {
    const form = method === 'POST' ? new URLSearchParams(body.toString('utf8')) : query
    const back = form.get('back')
    if (!back || !wayBack(back, {})) return sorry(title, '缺少返回地址，或返回地址不在本机。', undefined)
    const openid = form.get('openid') ?? pickedPerson(world.people, headers.cookie)?.openid ?? ''
    if (!world.people.byOpenid(openid)) return sorry(title, '还没有登录，请先选择一个演示身份。', back)
    const tmplIds = (form.get('tmplIds') ?? '').split(',').filter((id) => id !== '')
    if (method === 'POST') return decide(world, form, { openid, tmplIds }, back)
    const refused = refusalToAsk(world, openid, tmplIds)
    if (refused || isAnswered(world, openid, tmplIds)) return returning(world, { openid, tmplIds }, back)
    return show(world, openid, tmplIds, back)
  }
}

function show({ merchantName, templates }: World, openid: string, tmplIds: string[], back: string): Answer {
  return sheet(
    title,
    html`<h1>${merchantName} 申请给你发送以下消息</h1>
<form method="post" action="/__subscribe">
<input type="hidden" name="openid" value="${openid}">
<input type="hidden" name="tmplIds" value="${tmplIds.join(',')}">
<input type="hidden" name="back" value="${back}">
<ul>${tmplIds.map((id) => choice(id, templates.byId(id)?.title ?? ''))}</ul>
<p><label><input type="checkbox" name="always" value="1"> 总是保持以上选择，不再询问</label></p>
<button class="main" name="answer" value="allow">允许</button>
<button name="answer" value="cancel">取消</button>
</form>
<p class="note">真机上由微信弹窗询问。</p>`,
  )
}

const choice = (id: string, label: string): Html =>
  html`<li><label><input type="checkbox" name="accept" value="${id}" checked> ${label}</label></li>`

/** 取消 answers no to everything; 允许 answers yes to what is ticked. */
function decide(
  world: World,
  form: URLSearchParams,
  asked: Pick<SubscribeStep, 'openid' | 'tmplIds'>,
  back: string,
): Answer {
  const ticked = form.get('answer') === 'allow' ? form.getAll('accept') : []
  const answers = asked.tmplIds.map((id) => [id, ticked.includes(id) ? 'accept' : 'reject'] as const)
  const step: SubscribeStep = {
    ...asked,
    choice: Object.fromEntries(answers),
    always: form.get('always') !== null,
  }
  return returning(world, step, back)
}

function returning(world: World, step: SubscribeStep, back: string): Answer {
  const location = wayBack(back, { subscribed: JSON.stringify(askToSubscribe(world, step)) })
  return redirect(location ?? back)
}
