import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { checkout } from '../../src/local/checkout.ts'
import { bytesOf, pagesOf, type WeappFiles } from './weapp-files.ts'

/** A rule of WeChat's, and what in a compiled mini-program breaks it. */
export interface StaticRule {
  readonly rule: string
  readonly faults: (weapp: WeappFiles) => readonly string[]
}

const kib = 1_024
const packageBytesMax = 1_536 * kib
const mediaBytesMax = 200 * kib
/** A compressed file has no lines to speak of; a short one may. */
const compressedLineBytes = 200

const endingWith = ({ files }: WeappFiles, ...ends: string[]) =>
  files.filter((file) => ends.some((end) => file.endsWith(end)))

/**
 * Of 微信小程序 "体验评分" (27 rules) and the 代码质量 panel of WeChat DevTools those that the files alone decide; read
 * 2026-11. What shows only while it runs is looked at page by page (see walk-pages.ts).
 */
export const staticRules: readonly StaticRule[] = [
  {
    rule: '代码质量: no package above 1.5 MB',
    faults: (weapp) => {
      const roots = (weapp.app.subPackages ?? []).map(({ root }) => root)
      const sizes = roots.map(
        (root) =>
          [
            root,
            bytesOf(
              weapp.folder,
              weapp.files.filter((file) => file.startsWith(`${root}/`)),
            ),
          ] as const,
      )
      const all = [['main package', weapp.mainPackageBytes] as const, ...sizes]
      return all
        .filter(([, bytes]) => bytes > packageBytesMax)
        .map(([root, bytes]) => `${root}: ${bytes} bytes`)
    },
  },
  {
    rule: '代码质量: pictures and sound below 200 KB',
    faults: (weapp) => {
      const media = endingWith(
        weapp,
        '.png',
        '.jpg',
        '.jpeg',
        '.gif',
        '.svg',
        '.webp',
        '.mp3',
        '.m4a',
        '.aac',
        '.wav',
      )
      const bytes = bytesOf(weapp.folder, media)
      return bytes > mediaBytesMax ? [`${bytes} bytes`] : []
    },
  },
  {
    rule: '代码质量: components are injected as needed',
    faults: ({ app }) => (app.lazyCodeLoading === 'requiredComponents' ? [] : ['app.json: lazyCodeLoading']),
  },
  {
    rule: '代码质量: no plugin that nobody uses',
    faults: ({ app }) => Object.keys(app.plugins ?? {}),
  },
  {
    rule: '代码质量: no component that nobody uses',
    faults: (weapp) => {
      const wxml = endingWith(weapp, '.wxml').map(weapp.read).join('\n')
      return endingWith(weapp, '.json').flatMap((file) => {
        const { usingComponents = {} } = JSON.parse(weapp.read(file))
        return Object.keys(usingComponents)
          .filter((name) => !wxml.includes(`<${name} `) && !wxml.includes(`<${name}>`))
          .map((name) => `${file}: ${name}`)
      })
    },
  },
  { rule: '代码质量: JS is compressed', faults: (weapp) => withLines(weapp, endingWith(weapp, '.js')) },
  { rule: '代码质量: WXSS is compressed', faults: (weapp) => withLines(weapp, endingWith(weapp, '.wxss')) },
  {
    rule: '代码质量: WXML is compressed, by the build or at upload',
    faults: (weapp) => (projectSetting('minifyWXML') ? [] : withLines(weapp, endingWith(weapp, '.wxml'))),
  },
  {
    rule: '代码质量: no JS that nothing loads',
    faults: (weapp) => {
      const scripts = endingWith(weapp, '.js')
      const roots = new Set(['app', 'comp', ...pagesOf(weapp.app)].map((name) => `${name}.js`))
      const text = scripts.map(weapp.read).join('\n')
      const isLoaded = (file: string) => {
        const name = `/${file.split('/').at(-1)?.replace('.js', '')}`
        return text.includes(`${name}"`) || text.includes(`${name}.js"`)
      }
      return scripts.filter((file) => !roots.has(file) && !isLoaded(file))
    },
  },
  {
    rule: '最佳实践: no page that nothing leads to',
    faults: (weapp) => {
      const text = endingWith(weapp, '.js').map(weapp.read).join('\n')
      return weapp.app.pages.filter((page) => !text.includes(`"${page}"`))
    },
  },
  {
    rule: '最佳实践: HTTPS only',
    faults: (weapp) =>
      endingWith(weapp, '.js', '.wxml', '.wxss').flatMap((file) =>
        // Names of XML's, not addresses.
        (weapp.read(file).match(/http:\/\/[\w.-]+/g) ?? []).filter((url) => !url.endsWith('www.w3.org')),
      ),
  },
  {
    rule: '最佳实践: nothing that WeChat has given up',
    faults: (weapp) => {
      const givenUp = new RegExp(`\\.(?:${deprecatedNames().join('|')})\\(`, 'g')
      return endingWith(weapp, '.js').flatMap((file) => weapp.read(file).match(givenUp) ?? [])
    },
  },
  {
    rule: '体验: no :active, but hover-class',
    faults: (weapp) => styleRules(weapp).filter((each) => /:active\b[^{]*\{/.test(each)),
  },
  {
    rule: '体验: what scrolls glides on iOS',
    faults: (weapp) =>
      styleRules(weapp).filter(
        (each) =>
          /overflow(-[xy])?:\s*scroll/.test(each) && !/-webkit-overflow-scrolling:\s*touch/.test(each),
      ),
  },
  {
    rule: '体验: what is fixed to the bottom leaves room for the home bar',
    faults: (weapp) =>
      styleRules(weapp).filter(
        (each) =>
          /position:\s*fixed/.test(each) &&
          /[{;]bottom:\s*0/.test(each) &&
          !each.includes('safe-area-inset-bottom'),
      ),
  },
]

const withLines = ({ read }: WeappFiles, files: readonly string[]): string[] =>
  files.filter((file) => {
    const text = read(file)
    return text.length / text.trim().split('\n').length < Math.min(compressedLineBytes, text.length / 4)
  })

const styleRules = (weapp: WeappFiles): string[] =>
  endingWith(weapp, '.wxss').flatMap((file) => weapp.read(file).match(/[^{}]+\{[^{}]*\}/g) ?? [])

function projectSetting(name: string): boolean {
  const { setting } = JSON.parse(readFileSync(join(checkout, 'project.config.json'), 'utf8'))
  return setting?.[name] === true
}

/** The functions of `wx` that WeChat's own typings call given up (`@deprecated`, 停止维护). */
function deprecatedNames(): string[] {
  const path = createRequire(join(checkout, 'miniapp/package.json')).resolve(
    'miniprogram-api-typings/types/wx/lib.wx.api.d.ts',
  )
  const [, members = ''] = readFileSync(path, 'utf8').split(/^ {4}interface Wx \{$/m)
  return [...members.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*\n {8}(\w+)(?:<[^(]*>)?\(/g)]
    .filter(([, comment = '']) => /@deprecated|停止维护/.test(comment))
    .map(([, , name = '']) => name)
}
