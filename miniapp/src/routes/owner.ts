import { address } from '../address'
import { type HomeAddress, homeParams } from './home-address'

/** The addresses of what an owner needs now and then: a subpackage of its own, loaded when one of them is opened. */
const root = 'packages/owner'
const pages = {
  plans: 'plans/index',
} as const

/** For app.config.ts. */
export const ownerPackage: { root: string; pages: string[] } = { root, pages: Object.values(pages) }

/** 分期与延期 of a home. */
export const toPlans = (home: HomeAddress): string => ownerAddress('plans', home)

const ownerAddress = (
  page: keyof typeof pages,
  home: HomeAddress,
  params: Readonly<Record<string, string | number | undefined>> = {},
): string => address(`${root}/${pages[page]}`, { ...homeParams(home), ...params })
