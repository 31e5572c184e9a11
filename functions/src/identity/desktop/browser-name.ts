/** The first that fits is the one: each of these names itself after those below it as well. */
const browsers = [
  [/MicroMessenger\//, '微信'],
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const

const systems = [
  [/Windows/, 'Windows'],
  [/HarmonyOS|OpenHarmony/, '鸿蒙'],
  [/Android/, '安卓'],
  [/iPhone|iPad/, 'iOS'],
  [/Macintosh|Mac OS X/, 'macOS'],
  [/Linux|X11/, 'Linux'],
] as const

/** How a person recognises the browser that asks to sign in: `Windows 上的 Chrome`. What cannot be told is said to be unknown. */
export function browserName(userAgent: string): string {
  const browser = nameIn(browsers, userAgent) ?? '未知浏览器'
  const system = nameIn(systems, userAgent)
  return system ? `${system} 上的 ${browser}` : browser
}

const nameIn = (names: readonly (readonly [RegExp, string])[], userAgent: string): string | undefined =>
  names.find(([sign]) => sign.test(userAgent))?.[1]
