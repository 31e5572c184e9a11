import { describe, expect, it } from 'vitest'
import { asSystem, inCommunity } from '../platform/context.ts'
import { readSetUp } from './read-set-up.ts'
import { setUpCommunity } from './set-up-community.ts'
import { testWorld } from './testing/world.ts'

const { world } = await testWorld()
const words = ['--company', '幸福物业', '--community', '幸福里']
const posts = (community: Awaited<ReturnType<typeof setUpCommunity>>) =>
  inCommunity(
    world,
    community,
    { kind: 'system', task: 'test' },
    ({ tx }) => tx.rows`
    select s.name, p.phone, s.roles::text[] as roles from staff s join person p on p.id = s.person_id
     where s.community_id = ${community} order by p.phone`,
  )

describe('setting a company up', () => {
  it('enters company, community, merchant account, staff and LPR, and changes them the next time', async () => {
    const community = await setUpCommunity(
      world,
      readSetUp([
        ...words,
        '--hotline',
        '021-1',
        '--mchid',
        '1900000009',
        '--appid',
        'wx8888888888888888',
        '--staff',
        '林会计:13900000001:财务,项目经理',
        '--staff',
        '陈晓:13900000002:front_desk',
        '--lpr',
        '2026-11-20=3.05',
      ]),
    )
    expect(await posts(community)).toEqual([
      { name: '林会计', phone: '13900000001', roles: ['finance', 'manager'] },
      { name: '陈晓', phone: '13900000002', roles: ['front_desk'] },
    ])
    expect(
      await setUpCommunity(
        world,
        readSetUp([...words, '--staff', '林会计:13900000001:财务', '--end-staff', '13900000002']),
      ),
    ).toBe(community)
    expect(await posts(community)).toEqual([{ name: '林会计', phone: '13900000001', roles: ['finance'] }])
    const kept = await asSystem(
      world,
      'test',
      ({ tx }) => tx.one`
      select c.hotline, m.appid, l.yearly_ppm
        from company c join merchant m on m.company_id = c.id, loan_prime_rate l where c.name = '幸福物业'`,
    )
    expect(kept).toEqual({ hotline: '021-1', appid: 'wx8888888888888888', yearlyPpm: 30_500 })
  })

  it('says whether the local rule wants one price for all, and changes it only when it is said', async () => {
    const call = ['--company', '同价物业', '--community', '同价里']
    const equalPrice = async (...more: string[]) => {
      const id = await setUpCommunity(world, readSetUp([...call, ...more]))
      const { equalPrice } = await asSystem(
        world,
        'test',
        ({ tx }) => tx.one<{ equalPrice: boolean }>`select equal_price from community where id = ${id}`,
      )
      return equalPrice
    }
    expect(await equalPrice()).toBe(false)
    expect(await equalPrice('--equal-price', 'yes')).toBe(true)
    expect(await equalPrice()).toBe(true)
    expect(await equalPrice('--equal-price', 'no')).toBe(false)
  })

  it('says what an SMS and a letter cost, and keeps what was said before', async () => {
    const call = ['--company', '寄信物业', '--community', '寄信里']
    await setUpCommunity(world, readSetUp([...call, '--sms-price', '0.05', '--letter-price', '1.2']))
    await setUpCommunity(world, readSetUp([...call, '--letter-price', '0']))
    const kept = await asSystem(
      world,
      'test',
      ({ tx }) => tx.one`select sms_fen, letter_fen from company where name = '寄信物业'`,
    )
    expect(kept).toEqual({ smsFen: 5, letterFen: 0 })
  })

  it('keeps nothing when one part is refused', async () => {
    const call = ['--company', '半途物业', '--community', '半途里', '--end-staff', '13900000009']
    await expect(setUpCommunity(world, readSetUp(call))).rejects.toMatchObject({ code: 'not-found' })
    const found = await asSystem(
      world,
      'test',
      ({ tx }) => tx.rows`select from company where name = '半途物业'`,
    )
    expect(found).toEqual([])
  })

  it.each([
    [['--company', '幸福物业'], '--community'],
    [[...words, '--mchid', '1900000009'], '--appid'],
    [[...words, '--staff', '林会计:123:财务'], '手机号'],
    [[...words, '--staff', '林会计:13900000001:老板'], '岗位'],
    [[...words, '--lpr', '2026-02-30=3'], '例如'],
    [[...words, '--equal-price', 'maybe'], 'yes 或 no'],
    [[...words, '--sms-price', '5 分'], '单位元'],
    [[...words, '--letter-price', '120'], '0 到 100'],
  ])('says what is wrong with a call', (call, named) => {
    expect(() => readSetUp(call)).toThrow(named)
  })
})
