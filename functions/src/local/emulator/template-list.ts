import { createHash } from 'node:crypto'
import Type, { type Static } from 'typebox'
import type { Journal } from './journal.ts'

/** A subscription template of the account. Its content is written as the console shows it: 房屋信息:{{thing1.DATA}}. */
export const Template = Type.Object({
  priTmplId: Type.String({ minLength: 1, maxLength: 64 }),
  title: Type.String({ minLength: 1, maxLength: 64 }),
  content: Type.String({ minLength: 1, maxLength: 2_000 }),
  example: Type.String(),
  /** 2 一次性订阅, 3 长期订阅. */
  type: Type.Union([Type.Literal(2), Type.Literal(3)]),
  keywordEnumValueList: Type.Optional(
    Type.Array(Type.Object({ keywordCode: Type.String(), enumValueList: Type.Array(Type.String()) })),
  ),
})
export type Template = Static<typeof Template>

export const KeptTemplates = Type.Object({ templates: Type.Array(Template) })

export interface TemplateList {
  all(): readonly Template[]
  byId(id: string): Template | undefined
  /** What was chosen in the console: all of it, from now on. */
  set(templates: readonly Template[]): void
}

export function createTemplateList(
  appid: string,
  journal: Journal,
  [kept]: readonly Static<typeof KeptTemplates>[],
): TemplateList {
  let templates: readonly Template[] = kept?.templates ?? Object.values(sampleTemplates(appid))
  return {
    all: () => templates,
    byId: (id) => templates.find(({ priTmplId }) => priTmplId === id),
    set: (chosen) => {
      templates = chosen
      journal.record('templates', 'list', { templates: chosen })
    },
  }
}

/** The fields of a template: key and, for an enum, its values. */
export const fieldsOf = ({ content, keywordEnumValueList = [] }: Template) =>
  [...content.matchAll(/\{\{(\w+)\.DATA\}\}/g)].map(([, key = '']) => ({
    key,
    options: keywordEnumValueList.find(({ keywordCode }) => keywordCode === key)?.enumValueList,
  }))

/** The ids of those, by what each is for. */
export function sampleTemplateIds(appid: string) {
  const { bill, reminder, instalment, receipt, answer, debit } = sampleTemplates(appid)
  return {
    bill: bill.priTmplId,
    reminder: reminder.priTmplId,
    instalment: instalment.priTmplId,
    receipt: receipt.priTmplId,
    answer: answer.priTmplId,
    debit: debit.priTmplId,
  }
}

/** What a property company's mini-program would have chosen from the public library: the same ids at every start. */
export function sampleTemplates(appid: string) {
  const template = (title: string, fields: readonly (readonly [string, string, string])[]): Template => ({
    priTmplId: createHash('sha256').update(`${appid}|${title}`).digest('base64url'),
    title,
    content: fields.map(([label, key]) => `${label}:{{${key}.DATA}}\n`).join(''),
    example: fields.map(([label, , example]) => `${label}:${example}\n`).join(''),
    type: 2,
  })
  return {
    bill: template('物业账单通知', [
      ['房屋信息', 'thing1', '阳光花园 3-1-502'],
      ['收费项目', 'thing2', '物业服务费'],
      ['账单周期', 'character_string3', '2026-10~2026-12'],
      ['账单金额', 'amount4', '¥1386.00'],
      ['缴费截止日期', 'date5', '2026年12月31日'],
    ]),
    reminder: template('物业缴费提醒', [
      ['房屋信息', 'thing1', '阳光花园 3-1-502'],
      ['缴费项目', 'thing2', '物业服务费'],
      ['待缴金额', 'amount3', '¥1386.00'],
      ['缴费日期', 'date4', '2026年12月31日'],
      ['温馨提示', 'thing5', '账单待查看，点击了解详情'],
    ]),
    instalment: template('分期缴费提醒', [
      ['房屋信息', 'thing1', '阳光花园 3-1-502'],
      ['期数', 'thing2', '第 3 期，共 12 期'],
      ['本期金额', 'amount3', '¥346.50'],
      ['约定日期', 'date4', '2026年12月10日'],
      ['温馨提示', 'thing5', '点击查看分期计划'],
    ]),
    receipt: template('缴费成功通知', [
      ['房屋信息', 'thing1', '阳光花园 3-1-502'],
      ['缴费金额', 'amount2', '¥1386.00'],
      ['缴费时间', 'time3', '2026年11月23日 10:00'],
      ['缴费项目', 'thing4', '物业服务费'],
      ['客服电话', 'phone_number5', '021-55550000'],
    ]),
    answer: template('业务办理结果通知', [
      ['办理事项', 'thing1', '困难减免申请'],
      ['办理结果', 'phrase2', '已通过'],
      ['办理时间', 'date3', '2026年11月23日'],
      ['备注', 'thing4', '点击查看详情'],
    ]),
    debit: template('扣款提醒通知', [
      ['扣款金额', 'amount1', '¥1386.00'],
      ['扣款日期', 'date2', '2026年12月5日'],
      ['扣款账户', 'character_string3', '0128'],
      ['扣款项目', 'thing4', '银行代扣'],
      ['备注', 'thing5', '不想扣，点开就能停'],
    ]),
  } as const
}
