import { dateOf } from './calendar.ts'
import { parseYuan, plainYuan } from './money.ts'

/** A field of a subscription template: `thing1` 房屋信息. Its key without the number is its type. */
export interface TemplateField {
  readonly key: string
  readonly label: string
  /** What an `enum` may be; empty for others. */
  readonly options: readonly string[]
}

/** What is to stand in a field. `mayBeCut`: its end may be left off, with an ellipsis, and it still says what is so. */
export interface FieldText {
  readonly text: string
  readonly mayBeCut?: boolean
}

export type Fitted = { readonly text: string } | { readonly problem: string }

interface FieldType {
  readonly label: string
  /** What it takes, for people. */
  readonly takes: string
  /** The text as WeChat takes it, or undefined when it does not. */
  readonly fit: (text: string, mayBeCut: boolean) => string | undefined
}

/** 小程序 "订阅消息参数值内容限制说明", read 2026-11. Where it can be read in two ways, this is the narrower one. */
const types = {
  thing: {
    label: '文字',
    takes: '最多 20 个字',
    fit: (text, mayBeCut) => cutTo(20, text, mayBeCut),
  },
  number: {
    label: '数字',
    takes: '最多 32 位数字，可带小数',
    fit: (text) => matching(/^(?=.{1,32}$)\d+(\.\d+)?$/, halfWidth(text).replaceAll(',', '')),
  },
  letter: {
    label: '字母',
    takes: '最多 32 个字母',
    fit: (text) => matching(/^[A-Za-z]{1,32}$/, halfWidth(text)),
  },
  symbol: {
    label: '符号',
    takes: '最多 5 个符号',
    fit: (text) => matching(/^[\p{P}\p{S}]{1,5}$/u, text),
  },
  character_string: {
    label: '编号',
    takes: '最多 32 个数字、字母或符号，不能有汉字',
    fit: (text) => matching(/^[\x21-\x7e]{1,32}$/, halfWidth(text)),
  },
  time: {
    label: '时间',
    takes: '几点几分，可带年月日，例如 2026年10月1日 15:01',
    fit: (text) => inTime(text, /^(?:\d{4}年\d{1,2}月\d{1,2}日 )?\d{1,2}:\d{2}(?::\d{2})?$/),
  },
  date: {
    label: '日期',
    takes: '年月日，可带几点几分，例如 2026年10月1日',
    fit: (text) => inTime(text, /^\d{4}年\d{1,2}月\d{1,2}日(?: \d{1,2}:\d{2}(?::\d{2})?)?$/),
  },
  amount: { label: '金额', takes: '最多 10 位数字，可带小数，不能是负数', fit: (text) => inYuan(text) },
  phone_number: {
    label: '电话',
    takes: '最多 17 位数字和符号',
    fit: (text) => matching(/^(?=.*\d)[\d+\-()*#]{1,17}$/, halfWidth(text).replaceAll(' ', '')),
  },
  car_number: {
    label: '车牌',
    takes: '最多 8 位车牌',
    fit: (text) =>
      matching(
        /^[\p{Script=Han}A-Z\d][A-Z\d]{0,6}[\p{Script=Han}A-Z\d]?$/u,
        halfWidth(text).replace(/[ ·•]/g, '').toUpperCase(),
      ),
  },
  name: {
    label: '姓名',
    takes: '最多 10 个汉字，或 20 个字母',
    fit: (text) =>
      matching(
        /\p{Script=Han}/u.test(text) ? /^[\p{L}\p{P}\p{S} ]{1,10}$/u : /^[A-Za-z\p{P}\p{S} ]{1,20}$/u,
        text,
      ),
  },
  phrase: {
    label: '短语',
    takes: '最多 5 个汉字，不能有别的',
    fit: (text) => matching(/^\p{Script=Han}{1,5}$/u, text),
  },
} as const satisfies Record<string, FieldType>

const optionTypes: ReadonlySet<string> = new Set(['enum', 'enum_string'])
const options = { label: '选项', takes: '模板里列出的选项之一' }

/** Types of fields, and what each takes, for people. */
export const fieldTypes: Readonly<Record<string, Pick<FieldType, 'label' | 'takes'>>> = {
  ...types,
  enum: options,
  enum_string: options,
}

/** The type of a field, by its key: `character_string12` is a `character_string`. */
export const fieldType = (key: string): string => key.replace(/\d+$/, '')

/**
 * Makes a text fit a field of a template, or says why it cannot. What comes out is never empty, and within WeChat's limits:
 * those count in code points; emoji and what nobody can see are left out, for how WeChat counts them is not written anywhere.
 * Pure.
 */
export function fitField(
  key: string,
  { text, mayBeCut = false }: FieldText,
  template: { readonly fields: readonly TemplateField[] },
): Fitted {
  const field = template.fields.find((each) => each.key === key)
  if (!field) return { problem: '模板里没有这一项' }
  const plain = plainText(text)
  if (plain === '') return { problem: '内容是空的' }
  const type = fieldType(key)
  const fitted = optionTypes.has(type) ? oneOf(field.options, plain) : typeOf(type)?.fit(plain, mayBeCut)
  if (fitted !== undefined) return { text: fitted }
  const facts = fieldTypes[type]
  return { problem: facts ? `${facts.label}：${facts.takes}` : '不认识这种字段，请换一个模板' }
}

const typeOf = (type: string): FieldType | undefined =>
  Object.hasOwn(types, type) ? types[type as keyof typeof types] : undefined

/** One line of what people can read: no emoji, nothing invisible, one blank where there were several or a line ended. */
export const plainText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(/[\p{C}\p{Emoji_Presentation}\p{Extended_Pictographic}\p{Emoji_Modifier}]/gu, '')
    .replace(/[\uFE00-\uFE0F\u{E0100}-\u{E01EF}\u20E3\uFFFC\uFFFD\u2028\u2029]/gu, '')
    .replace(/ +/g, ' ')
    .trim()

/** At most so many code points; a longer one ends in an ellipsis, if it may be cut. */
export function cutTo(most: number, text: string, mayBeCut: boolean): string | undefined {
  const letters = Array.from(text)
  if (letters.length <= most) return text
  if (!mayBeCut) return undefined
  return `${letters
    .slice(0, most - 1)
    .join('')
    .trimEnd()}…`
}

const halfWidth = (text: string) => text.normalize('NFKC')

const matching = (pattern: RegExp, text: string): string | undefined =>
  pattern.test(text) ? text : undefined

const oneOf = (options: readonly string[], text: string): string | undefined =>
  options.find((option) => option === text)

/** One sign, and ten digits at most; whole yuan lose their cents where they would be too many. */
function inYuan(text: string): string | undefined {
  const amount = parseYuan(text)
  if (amount === undefined || amount < 0) return undefined
  const exact = plainYuan(amount)
  return [exact, exact.replace(/\.00$/, '')]
    .filter((written) => written.replace('.', '').length <= 10)
    .map((written) => `¥${written}`)[0]
}

/** One moment or two, `~` between them, each written as asked for and there in the calendar. */
function inTime(text: string, pattern: RegExp): string | undefined {
  const moments = halfWidth(text)
    .replace(/(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/g, (_, year, month, day) => `${year}年${+month}月${+day}日`)
    .split(/ ?[~–—至] ?/)
  return moments.length <= 2 && moments.every((moment) => pattern.test(moment) && isReal(moment))
    ? moments.join('~')
    : undefined
}

function isReal(moment: string): boolean {
  const [, year, month, day] = /^(\d{4})年(\d{1,2})月(\d{1,2})日/.exec(moment) ?? []
  const [, hour = '0', minute = '0', second = '0'] = /(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(moment) ?? []
  const isDay = year === undefined || dateOf(Number(year), Number(month), Number(day)) !== undefined
  return isDay && Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60
}
