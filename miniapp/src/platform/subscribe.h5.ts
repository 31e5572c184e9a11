import { asksAtOnce } from '@anjiao/shared/notice-limits'
import { type Asked, answersAbout, type TemplateAnswer } from './asked'
import { clientConfig } from './client-config'

/** A browser cannot ask for WeChat's messages; a local system has a page that stands in for the phone. */
export const canAskForMessages = async (): Promise<boolean> => (await clientConfig()).peoplePageUrl !== null

/** Leaves for the page that stands in for WeChat's question, and comes back to this one with `?subscribed=…`. */
export async function askForMessages(templateIds: readonly string[]): Promise<Asked> {
  try {
    const { peoplePageUrl } = await clientConfig()
    if (peoplePageUrl === null) return { kind: 'not-asked', why: 'unsupported' }
    const page = new URL('/__subscribe', peoplePageUrl)
    page.searchParams.set('tmplIds', templateIds.slice(0, asksAtOnce).join(','))
    page.searchParams.set('back', window.location.href)
    window.location.assign(page.href)
    return { kind: 'left' }
  } catch {
    return { kind: 'not-asked', why: 'offline' }
  }
}

/** The answers with which that page sent the browser back, `<template>:<answer>,…`, once: they are taken out of the address. */
export function takeReturnedAnswers(): readonly TemplateAnswer[] | undefined {
  const here = new URL(window.location.href)
  const subscribed = here.searchParams.get('subscribed')
  if (subscribed === null) return undefined
  here.searchParams.delete('subscribed')
  window.history.replaceState(window.history.state, '', here.href)
  return subscribed.split(',').flatMap((each) => {
    const [templateId = '', said] = each.split(':')
    return answersAbout(templateId, said)
  })
}

/** A browser has no such page. */
export const openMessageSettings: (() => void) | undefined = undefined
