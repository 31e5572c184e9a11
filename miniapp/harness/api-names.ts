import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** The names of every function of `wx`, from WeChat's own typings: what is not there is not on a phone either. */
export function apiNames(): string[] {
  const typings = createRequire(import.meta.url).resolve('miniprogram-api-typings/types/wx/lib.wx.api.d.ts')
  const [, members = ''] = readFileSync(typings, 'utf8').split(/^ {4}interface Wx \{$/m)
  const names = [...members.matchAll(/^ {8}(\w+)(?:<[^(]*>)?\(/gm)].map(([, name = '']) => name)
  return [...new Set(names)]
}
