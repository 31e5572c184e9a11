import { SaxesParser } from 'saxes'
import { parseWholeIds } from '../parse-whole-ids.ts'
import { asObject, type JsonObject } from '../wechat-pay/json-shape.ts'

/** Pushed messages are a few hundred bytes; their elements stand three deep. */
const depthMax = 8
const elementsMax = 1_000

/**
 * Reads a pushed body, XML or JSON as the console says, as one object: an element without children is its text, one that
 * comes several times a list. Undefined when it is neither, or carries a document type of its own.
 */
export function readBody(text: string): JsonObject | undefined {
  try {
    return text.trimStart().startsWith('<') ? readXml(text) : asObject(parseWholeIds(text))
  } catch {
    return undefined
  }
}

interface Element {
  readonly children: Map<string, unknown>
  text: string
}

function readXml(text: string): JsonObject | undefined {
  const parser = new SaxesParser()
  const root: Element = { children: new Map(), text: '' }
  const open: Element[] = [root]
  let elements = 0
  const inner = (): Element => open.at(-1) ?? root
  const tell = (piece: string) => {
    inner().text += piece
  }
  parser.on('error', (error) => {
    throw error
  })
  parser.on('doctype', () => {
    throw new Error('a document type')
  })
  parser.on('text', tell)
  parser.on('cdata', tell)
  parser.on('opentag', () => {
    elements += 1
    if (open.push({ children: new Map(), text: '' }) > depthMax || elements > elementsMax)
      throw new Error('too much')
  })
  parser.on('closetag', ({ name }) => {
    const closed = open.pop()
    if (closed) add(inner().children, name, contentOf(closed))
  })
  parser.write(text).close()
  return asObject(root.children.get('xml'))
}

const contentOf = ({ children, text }: Element): unknown =>
  children.size > 0 ? Object.fromEntries(children) : text

function add(children: Map<string, unknown>, name: string, value: unknown): void {
  const before = children.get(name)
  if (before === undefined) children.set(name, value)
  else children.set(name, Array.isArray(before) ? [...before, value] : [before, value])
}
