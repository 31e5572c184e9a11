import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { forbiddenWords, lintProblem } from './forbidden-words.ts'
import { deliveryStates, noticeKinds, whyNotSend } from './notice-life.ts'
import { reminderRules } from './reminder-rules.ts'

const found = (text: string, options = {}) => forbiddenWords(text, options).map((each) => each.found)

describe('what is never said', () => {
  it.each([
    '停水',
    '停电',
    '断电',
    '限电',
    '停气',
    '停暖',
    '断供',
    '锁卡',
    '停梯',
    '禁止入内',
    '限制出入',
    '拒绝维修',
    '黑名单',
    '红黑榜',
    '老赖',
    '上征信',
    '影响子女',
    '通知单位',
    '通知家属',
    '曝光',
    '公示姓名',
    '坐牢',
    '拘留',
    '刑事责任',
    '公安介入',
    '公安机关介入',
    '公安抓',
    '罚款',
    '滞纳金',
    '最后通牒',
    '后果自负',
  ])('%s', (word) => {
    expect(found(`请尽快缴费，否则${word}。`)).toEqual([word])
    expect(forbiddenWords(word)[0]?.why).toMatch(/法|威胁/)
  })

  it.each(['法院传票', '法院已立案', '强制执行', '失信被执行人'])(
    '%s, unless the papers are there',
    (word) => {
      expect(found(word)).toEqual([word])
      expect(found(word, { courtPapers: true })).toEqual([])
    },
  )

  it.each(['律师函', '律师将'])('%s, unless the law firm has written', (word) => {
    expect(found(word)).toEqual([word])
    expect(found(word, { lawFirmPapers: true })).toEqual([])
    expect(found(word, { courtPapers: true })).toEqual([word])
  })

  it.each(['拖欠', '欠', '逾期', '催', '违约金'])(
    '%s, where others may read it on a locked phone',
    (word) => {
      expect(found(`您有${word}待办`, { lockScreen: true })).toEqual([word])
      expect(found(`您有${word}待办`)).toEqual([])
    },
  )
})

describe('is found however it is written', () => {
  it.each([
    ['停 水', '停 水'],
    ['停　水', '停　水'],
    ['停、水', '停、水'],
    ['停**水', '停**水'],
    ['停🚱水', '停🚱水'],
    ['停\u200b水', '停\u200b水'],
    ['停\n水', '停\n水'],
    ['滯納金', '滯納金'],
    ['黑 名 單', '黑 名 單'],
    ['公.安.介.入', '公.安.介.入'],
    ['⽼赖', '⽼赖'],
    ['【罚】【款】', '罚】【款'],
  ])('%j', (text, word) => {
    expect(found(`请看：${text}。`)).toEqual([word])
  })

  it('with whatever stands between its characters, and names the place as it stands', () => {
    const between = fc.string({
      unit: fc.constantFrom(...Array.from(' 　.,、。-_*~|/\u200b\n🎉')),
      maxLength: 4,
    })
    fc.assert(
      fc.property(fc.constantFrom('停水', '老赖', '滞纳金', '失信被执行人'), between, (word, filling) => {
        const hidden = Array.from(word).join(filling)
        expect(found(`您好${hidden}谢谢`)).toEqual([hidden])
      }),
    )
  })

  it('several at once, each with its reason', () => {
    expect(lintProblem('不缴就停水，另收罚款')).toBe(
      '“停水”不得用停水停电、限制出入等方式让业主缴费（民法典第 944 条）；“罚款”物业公司没有处罚权，约定的叫“违约金”（行政处罚法第 17 条）。',
    )
  })
})

describe('nothing is wrong with', () => {
  it.each([
    '您有新的账单待查看，点开看明细。',
    '有疑问可以直接问物业前台，也可以申请分期。',
    '水费代收：自来水公司通知，本周三上午检修。',
    '',
  ])('%s', (text) => {
    expect(lintProblem(text, { lockScreen: true })).toBeUndefined()
  })

  it('any text of letters that none of the words is made of', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from('账单待查看您好谢ABC123 ，。')), maxLength: 80 }),
        (text) => {
          expect(forbiddenWords(text, { lockScreen: true })).toEqual([])
        },
      ),
    )
  })

  it('what the system itself calls things', () => {
    const labels = [noticeKinds, deliveryStates, whyNotSend, reminderRules].flatMap((table) =>
      Object.values<{ readonly label: string }>(table).map(({ label }) => label),
    )
    expect(labels.flatMap((label) => forbiddenWords(label))).toEqual([])
  })
})
