/**
 * What a field takes, by its type: 小程序 "发送订阅消息" 参数值内容限制说明, read 2026-11. Where the document can be read in two
 * ways, this takes the narrower one: what passes here passes there.
 */
type Takes = (value: string, options: readonly string[] | undefined) => boolean

const characters = (value: string): number => Array.from(value).length
const visible = /^[^\p{Cc}\p{Zl}\p{Zp}]*$/u

const clock = /(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?/.source
const [year, month, dayOfMonth] = ['\\d{4}', '(?:0?[1-9]|1[0-2])', '(?:0?[1-9]|[12]\\d|3[01])']
/** 年月日, 年月 or 月日, in these words or joined by one of `-/.`. */
const joined = (mark: string): string =>
  `${year}${mark}${month}(?:${mark}${dayOfMonth})?|${month}${mark}${dayOfMonth}`
const day = `(?:${year}年${month}月(?:${dayOfMonth}日)?|${month}月${dayOfMonth}日|${['-', '/', '\\.'].map(joined).join('|')})`
const range = (point: string): RegExp => new RegExp(`^${point}(?:~${point})?$`)
const time = range(`(?:${day} )?${clock}`)
const date = range(`${day}(?: ${clock})?`)

const takes: Readonly<Record<string, Takes>> = {
  thing: (value) => characters(value) <= 20 && visible.test(value),
  number: (value) => /^\d{1,32}$/.test(value.replace('.', '')) && /^\d+(?:\.\d+)?$/.test(value),
  letter: (value) => /^[A-Za-z]{1,32}$/.test(value),
  symbol: (value) => /^[\p{P}\p{S}]{1,5}$/u.test(value),
  character_string: (value) =>
    characters(value) <= 32 && visible.test(value) && !/\p{Script=Han}/u.test(value),
  time: (value) => time.test(value),
  date: (value) => date.test(value),
  // Ten digits, those behind the point among them.
  amount: (value) => /^\p{Sc}?\d+(?:\.\d+)?元?$/u.test(value) && value.replaceAll(/\D/g, '').length <= 10,
  phone_number: (value) => /^[\d\p{P}\p{S} ]{1,17}$/u.test(value),
  car_number: (value) => /^[\p{Script=Han}A-Za-z0-9][A-Za-z0-9]{0,6}[\p{Script=Han}A-Za-z0-9]?$/u.test(value),
  name: (value) =>
    /^[\p{L}\p{P}\p{S} ]+$/u.test(value) && characters(value) <= (/\p{Script=Han}/u.test(value) ? 10 : 20),
  phrase: (value) => /^\p{Script=Han}{1,5}$/u.test(value),
  enum: (value, options) => options?.includes(value) ?? false,
  enum_string: (value, options) => options?.includes(value) ?? false,
}

/** Why a field does not take a value, as WeChat puts it; undefined when it does. */
export function fieldFault(
  { key, options }: { readonly key: string; readonly options: readonly string[] | undefined },
  value: unknown,
): 'empty' | 'invalid' | undefined {
  if (value === undefined || value === '') return 'empty'
  const taken = typeof value === 'string' && takes[key.replace(/\d+$/, '')]?.(value, options)
  return taken ? undefined : 'invalid'
}
