import { describe, expect, it } from 'vitest'
import { fieldFault } from './template-fields.ts'

const fault = (key: string, value: unknown, options?: readonly string[]) =>
  fieldFault({ key, options }, value)

/** 参数值内容限制说明 of "发送订阅消息", with its own examples where it gives any. */
const table: readonly (readonly [key: string, takes: readonly string[], takesNot: readonly string[]])[] = [
  ['thing1', ['阳光花园 3-1-502', '一'.repeat(20), '😀'.repeat(20), ' '], ['一'.repeat(21), '两\n行', '\t']],
  ['number2', ['0', '1386.00', '1'.repeat(32)], ['1'.repeat(33), '1,386', '-1', '1.', '十']],
  ['letter3', ['ABC', 'a'.repeat(32)], ['a'.repeat(33), 'a1', '字']],
  ['symbol4', ['¥', '…——', '!?.,;'], ['!?.,;:', 'a', '1', '字']],
  ['character_string5', ['2026-10~2026-12', 'A1_b'.repeat(8)], ['A'.repeat(33), '单号1']],
  [
    'time6',
    ['15:01', '2019年10月1日 15:01', '09:00~18:30', '2026-11-23 10:00:59'],
    ['25:01', '15:60', '上午', '2019年10月1日'],
  ],
  [
    'date7',
    [
      '2019年10月1日',
      '2019年10月1日 15:01',
      '2026-11-23',
      '2026年1月1日~2026年12月31日',
      '2018/01/01',
      '2018.01',
      '01-01',
      '10月1日',
      '2026年1月~2026年9月',
    ],
    ['2026年13月1日', '2026年1月32日', '2018-01/01', '2026年', '明天'],
  ],
  [
    'amount8',
    ['¥123.45', '1386元', '¥1386.00', '99999999.99'],
    ['¥¥1', '¥1,386.00', '999999999.99', '人民币1元', '¥'],
  ],
  ['phone_number9', ['021-55550000', '+86 13800000000'], ['1'.repeat(18), '电话12345']],
  ['car_number10', ['粤A8Z888挂', '沪A12345'], ['粤A8Z8888挂挂', '粤A中8Z88']],
  ['name11', ['张三', '一'.repeat(10), 'John Smith'], ['一'.repeat(11), 'a'.repeat(21), '张3']],
  ['phrase12', ['已通过', '办理成功了'], ['办理成功了吗', 'ok', '已 通过', '']],
]

describe('a field takes what the table says, and nothing else', () => {
  it.each(table)('%s', (key, takes, takesNot) => {
    expect(takes.filter((value) => fault(key, value) !== undefined)).toEqual([])
    expect(takesNot.filter((value) => fault(key, value) === undefined)).toEqual([])
  })

  it('an enum takes the values of its template', () => {
    expect(fault('enum_string1', '客厅', ['客厅', '餐厅'])).toBeUndefined()
    expect(fault('enum1', '卧室', ['客厅', '餐厅'])).toBe('invalid')
    expect(fault('enum1', '客厅')).toBe('invalid')
  })

  it('nothing is empty, and everything is a text', () => {
    expect([fault('thing1', ''), fault('thing1', undefined)]).toEqual(['empty', 'empty'])
    expect([fault('number1', 1), fault('thing1', null), fault('thing1', {})]).toEqual([
      'invalid',
      'invalid',
      'invalid',
    ])
    expect(fault('picture1', 'x')).toBe('invalid')
  })
})
