import { SaxesParser } from 'saxes'
import { damaged } from './damaged.ts'
import { unpack } from './unpack.ts'
import type { ZipPart } from './zip.ts'

export type XmlAttributes = Readonly<Record<string, string>>

/** What is told while a part is read. Names come without their namespace prefix, which writers choose freely. */
export interface XmlEvents {
  readonly open: (name: string, attributes: XmlAttributes) => void
  readonly text?: (text: string) => void
  readonly close?: (name: string) => void
}

/** An Excel cell holds at most 32,767 characters; one text or tag longer than this is no workbook's. */
const longestSilence = 1024 * 1024

/**
 * Reads one XML part of the workbook, telling its events as it goes. Yields after each piece, so that the caller can
 * hand on what it has gathered before more is read. Refuses a part that is not well-formed.
 */
export async function* parseXml(part: ZipPart, events: XmlEvents): AsyncGenerator<void> {
  const parser = new SaxesParser()
  const decoder = new TextDecoder()
  let silence = 0
  parser.on('error', () => {
    throw damaged(part.name)
  })
  parser.on('opentag', (tag) => {
    silence = 0
    events.open(localName(tag.name), tag.attributes)
  })
  parser.on('closetag', (tag) => {
    silence = 0
    events.close?.(localName(tag.name))
  })
  const tell = events.text
  if (tell) {
    parser.on('text', tell)
    parser.on('cdata', tell)
  }
  for await (const piece of unpack(part)) {
    silence += piece.length
    parser.write(decoder.decode(piece, { stream: true }))
    if (silence > longestSilence) throw damaged(part.name)
    yield
  }
  parser.close()
}

/** Reads a whole part for its elements alone. */
export async function eachElement(part: ZipPart, open: XmlEvents['open']): Promise<void> {
  for await (const _ of parseXml(part, { open }));
}

/** The attribute `name`, or `prefix:name` whatever the prefix is. */
export function attribute(attributes: XmlAttributes, name: string): string | undefined {
  return attributes[name] ?? Object.entries(attributes).find(([key]) => localName(key) === name)?.[1]
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1)
