/**
 * The Chinese face that comes with the program, for systems that have none. Loaded only when a character needs it; a face
 * of the system with the same characters that stands earlier in the list of families is taken first.
 */
import regular from '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf?url'
import bold from '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf?url'

/** Han characters and the punctuation and full-width forms that go with them. */
const HAN = 'U+2E80-2FDF, U+3000-303F, U+3400-4DBF, U+4E00-9FFF, U+F900-FAFF, U+FE30-FE4F, U+FF00-FFEF, U+20000-2FA1F'

export function offerChineseFace(): void {
  for (const [file, weight] of [
    [regular, '400'],
    [bold, '700'],
  ] as const)
    document.fonts.add(new FontFace('Noto Sans SC', `url(${file})`, { weight, unicodeRange: HAN, display: 'swap' }))
}
