import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** One element of the compiled templates: its tag, where its attributes come from, and the events it listens to. */
export interface Template {
  readonly tag: string
  /** Attribute → the field of the node's data it is bound to. */
  readonly attributes: ReadonlyMap<string, string>
  readonly events: ReadonlySet<string>
}

/**
 * Reads what Taro compiled into base.wxml, so that a test sees an attribute only if the phone would. Several templates
 * may stand for one node type (an input with and without focus); their first is taken.
 */
export function readTemplates(dist: string): ReadonlyMap<string, Template> {
  const wxml = readFileSync(join(dist, 'base.wxml'), 'utf8')
  const templates = new Map<string, Template>()
  for (const [, name = '', body = ''] of wxml.matchAll(
    /<template name="tmpl_0_(\w+)">([\s\S]*?)<\/template>/g,
  )) {
    const opened = /<([\w-]+)((?:\s+[\w-]+="[^"]*")*)/.exec(chosenVariant(name, body, wxml))
    const type = name.replace(/_(focus|blur)$/, '')
    if (!opened || templates.has(type)) continue
    const [, tag = '', written = ''] = opened
    templates.set(type, { tag, ...readAttributes(written) })
  }
  return templates
}

/** The template of a type with variants only points to them. */
function chosenVariant(name: string, body: string, wxml: string): string {
  if (!body.includes('<template is="{{xs.c(')) return body
  return new RegExp(`<template name="tmpl_0_${name}_blur">([\\s\\S]*?)</template>`).exec(wxml)?.[1] ?? body
}

function readAttributes(written: string): Pick<Template, 'attributes' | 'events'> {
  const attributes = new Map<string, string>()
  const events = new Set<string>()
  for (const [, name = '', value = ''] of written.matchAll(/([\w-]+)="([^"]*)"/g)) {
    const event = /^(?:bind|catch)(\w+)$/.exec(name)?.[1]
    const field = /\bi\.(\w+)/.exec(value)?.[1]
    if (event && value === 'eh') events.add(event.toLowerCase())
    else if (field) attributes.set(name, field)
  }
  return { attributes, events }
}
