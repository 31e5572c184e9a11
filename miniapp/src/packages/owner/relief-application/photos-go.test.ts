import { expect, test } from 'vitest'
import { anApplication, aRefusedApplication, aStandard } from '../../../pages/testing/relief-fixtures'
import { photosGo } from './photos-go'

test('until there is a decision, photos are promised to go after it', () => {
  expect(photosGo(anApplication())).toBe('有结果后按期删除，最多留 30 天。')
})

test('after a grant the day on which they go is named', () => {
  const grant = { at: '2026-11-25T02:00:00Z', event: 'grant', to: 'granted', by: '物业', note: '' } as const
  const granted = anApplication({
    state: 'granted',
    standard: aStandard({ photoDays: 7 }),
    happenings: [...anApplication().happenings, grant],
  })

  expect(photosGo(granted)).toBe('最晚 2026年12月2日删除。')
})

test('after a refusal they stay while one may ask for another look, and no longer than thirty days', () => {
  expect(photosGo(aRefusedApplication())).toBe('等您可以请人重新看的时间过了再删，最晚 2026年12月25日。')
})
