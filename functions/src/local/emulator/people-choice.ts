import type { Answer, Exchange } from './exchange.ts'
import { type Html, html, sheet, sorry } from './page.ts'
import type { Person } from './people.ts'
import { pickedCookie, pickedPerson, redirect, wayBack } from './way-back.ts'
import type { World } from './world.ts'

const noWayBack = '缺少返回地址，或返回地址不在本机。'

/**
 * `/__people`: stands in for `wx.login` and, with `kind=phone`, for the getPhoneNumber button, in an ordinary browser.
 * One picks a person and is sent to `back` with `code=`; declining sends `denied=1` instead.
 */
export function createPeopleChoice(world: World) {
  return ({ method, query, body, headers }: Exchange): Answer =>
    method === 'POST'
      ? pick(world, new URLSearchParams(body.toString('utf8')))
      : show(world, query, pickedPerson(world.people, headers.cookie))
}

function show({ people }: World, query: URLSearchParams, picked: Person | undefined): Answer {
  const forPhone = query.get('kind') === 'phone'
  const title = forPhone ? '手机号授权（本机模拟）' : '微信登录（本机模拟）'
  const back = query.get('back')
  const declined = wayBack(back, { denied: '1' })
  if (!back || !declined) return sorry(title, noWayBack, undefined)

  const known = people.byOpenid(query.get('openid') ?? '') ?? picked
  const shown = forPhone && known ? [known] : people.all()
  return sheet(
    title,
    html`<h1>${forPhone ? '申请获取并验证你的手机号' : '选择一个演示身份登录'}</h1>
<form method="post" action="/__people">
<input type="hidden" name="back" value="${back}">
<input type="hidden" name="kind" value="${forPhone ? 'phone' : 'login'}">
<ul>${shown.map((person) => (forPhone ? phoneChoice(person) : personChoice(person)))}</ul>
</form>
<a class="button" href="${declined}">${forPhone ? '不允许' : '暂不登录'}</a>
<p class="note">${forPhone ? '真机上由微信弹窗询问。' : '真机上由微信自动登录，不会出现这一页。'}</p>`,
  )
}

const personChoice = ({ openid, name, phone, note }: Person): Html =>
  html`<li><button class="person" name="openid" value="${openid}"><b>${name}</b><span>${masked(phone)}</span><span>${note}</span></button></li>`

const phoneChoice = ({ openid, phone, name }: Person): Html =>
  html`<li><button class="person" name="openid" value="${openid}"><b>允许 ${masked(phone)}</b><span>${name} 的微信绑定号码</span></button></li>`

const masked = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`

function pick({ people, codes }: World, form: URLSearchParams): Answer {
  const person = people.byOpenid(form.get('openid') ?? '')
  if (!person) return sorry('微信（本机模拟）', '没有这个演示身份，请返回重选。', undefined)
  const kind = form.get('kind') === 'phone' ? 'getPhoneNumber' : 'login'
  const back = wayBack(form.get('back'), {})
  if (!back) return sorry('微信（本机模拟）', noWayBack, undefined)
  const location = wayBack(back, { code: codes.issue(kind, person) }) ?? back
  return redirect(location, kind === 'login' ? pickedCookie(person.openid) : {})
}
