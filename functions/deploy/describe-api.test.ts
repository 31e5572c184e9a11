import { expect, it } from 'vitest'
import { describeApi } from './describe-api.ts'

interface Description {
  paths: Record<string, Record<string, { summary: string; responses: object; security: object[] }>>
}

it('describes every endpoint with what it takes, what it answers, and who may ask', async () => {
  const { paths } = (await describeApi()) as Description
  const endpoints = Object.values(paths).flatMap((methods) => Object.values(methods))
  expect(endpoints.length).toBeGreaterThan(40)
  for (const { summary, responses } of endpoints) {
    expect(summary).not.toBe('')
    expect(Object.keys(responses)).toEqual(['200', 'default'])
  }
  expect(paths['/v1/photos/{token}']?.get?.responses).toMatchObject({
    200: { content: { '*/*': { schema: { type: 'string', format: 'binary' } } } },
  })
  expect(paths['/v1/session']?.post?.security).toEqual([])
  expect(paths['/v1/me']?.get?.security).toEqual([{ bearer: [] }])
  expect(paths['/v1/communities/{communityId}/households/{householdId}/bills']?.get).toBeDefined()
})
