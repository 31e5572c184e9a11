import Taro from '@tarojs/taro'

/** Whether signing in needs nobody's help here. */
export const signsInSilently = true

/** A login code, if the platform gives one without asking the person: the mini-program does, a browser does not. */
export async function askLoginCode(): Promise<string | undefined> {
  const { code } = await Taro.login()
  return code
}

/** Where the person signs in when no silent code is to be had. The mini-program never needs it. */
export const goToPeoplePage = (_peoplePageUrl: string, _kind: 'login' | 'phone'): void => undefined

/** The code with which the people page sent the person back, once. */
export const takeReturnedCode = (): { kind: 'login' | 'phone'; code: string } | undefined => undefined
