import { expect, test } from 'vitest'
import { wholeWords } from './whole-words'

test.each([
  '阳光花园 10栋 2单元 201',
  '小区公示栏，2026年11月1日',
  '2026年11月25日 22:53',
  '低保、低收入家庭。只用于物业服务费',
])('short words stay whole: %s', (text) => expect(wholeWords(text)).toBe('whole-words'))

test.each([
  '阳光物业服务有限公司',
  '阳光花园 1 栋架空层物业服务中心',
  '金额较大，或往后的账单也减的，再由另一个人看一遍',
])('a text with a long word breaks anywhere: %s', (text) => expect(wholeWords(text)).toBe(false))
