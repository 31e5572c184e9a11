import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FieldContent } from './contract/wordings.ts'
import { forbiddenWords } from './forbidden-words.ts'
import { type NoticeKind, noticeKinds } from './notice-life.ts'
import { suggestFields } from './suggest-wording.ts'
import { fitField, type TemplateField } from './template-fields.ts'
import { knows } from './wording-values.ts'

const field = (key: string, label: string, ...options: string[]): TemplateField => ({ key, label, options })
const read = (content: FieldContent | undefined) =>
  content && ('value' in content ? content.value : `“${content.text}”`)
const suggested = (kind: NoticeKind, ...fields: TemplateField[]) =>
  fields.map(({ key }) => read(suggestFields(kind, fields)[key]))

describe('what goes into a template is suggested', () => {
  it('by the labels of its fields', () => {
    expect(
      suggested(
        'bill',
        field('thing1', '小区名称'),
        field('thing2', '房屋地址'),
        field('thing3', '缴费项目'),
        field('amount4', '账单金额'),
        field('date5', '缴费截止日期'),
        field('thing6', '温馨提示'),
      ),
    ).toEqual(['community', 'room', 'item', 'amount', 'due_date', '“账单待查看，点开看明细”'])
    expect(
      suggested(
        'receipt',
        field('thing1', '缴费项目'),
        field('amount2', '缴费金额'),
        field('time3', '缴费时间'),
        field('phone_number4', '联系电话'),
      ),
    ).toEqual(['item', 'paid_amount', 'paid_at', 'hotline'])
    expect(
      suggested('answer', field('thing1', '申请事项'), field('phrase2', '审核结果'), field('date3', '日期')),
    ).toEqual(['matter', 'result', 'today'])
    expect(suggested('instalment', field('thing1', '当前期数'), field('date2', '还款日期'))).toEqual([
      'instalment',
      'due_date',
    ])
  })

  it('by their types where the label says nothing', () => {
    expect(
      suggested('reminder', field('amount1', '合计'), field('date2', '甲'), field('thing3', '乙')),
    ).toEqual(['amount', 'due_date', '“账单待查看，点开看明细”'])
  })

  it('never with a value that this notice does not know, or that the field cannot hold', () => {
    expect(suggested('answer', field('amount1', '待缴金额'))).toEqual([undefined])
    expect(suggested('bill', field('phrase1', '房号'))).toEqual([undefined])
  })

  it('of an option with the first there is', () => {
    expect(suggested('bill', field('enum1', '状态', '待缴', '已缴'))).toEqual(['“待缴”'])
  })

  it('whatever the template: only what is known, and fixed texts that fit and may be read by anybody', () => {
    const some = fc.array(
      fc.record({
        key: fc.constantFrom(
          'thing1',
          'amount2',
          'date3',
          'time4',
          'phrase5',
          'number6',
          'name7',
          'letter8',
          'enum9',
          'car_number10',
        ),
        label: fc.string({
          unit: fc.constantFrom(...Array.from('小区房号缴费金额时间日期项目电话备注结果期数截止')),
          maxLength: 6,
        }),
        options: fc.constantFrom([], ['待缴']),
      }),
    )
    fc.assert(
      fc.property(fc.constantFrom(...(Object.keys(noticeKinds) as NoticeKind[])), some, (kind, fields) => {
        for (const [key, content] of Object.entries(suggestFields(kind, fields))) {
          if ('value' in content) expect(knows(kind, content.value)).toBe(true)
          else if (!key.startsWith('enum')) {
            expect(fitField(key, content, { fields })).toEqual({ text: content.text })
            expect(forbiddenWords(content.text, { lockScreen: true })).toEqual([])
          }
        }
      }),
    )
  })
})
